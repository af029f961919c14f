//! Rules of telling the authority and the people concerned; pure.

pub mod choices;
mod country;
mod field;
mod notification;
mod phase;
mod prefill;
mod value;

pub use country::{Country, NationalForm};
pub use field::{Field, Form, Part};
pub use notification::Notification;
pub use phase::{Before, Phase, Sending, SendingDraft, Way, reasons_needed};
pub use prefill::{Known, prefilled};
pub use value::{Count, Party, Value};
