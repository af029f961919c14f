//! Rules of telling the authority and the people concerned; pure.

mod authority;
pub mod choices;
mod country;
mod field;
mod letter;
mod notification;
mod people;
mod phase;
mod prefill;
mod supplier;
mod value;

pub use authority::{Answered, Asked, Decision, Matter, Question, Ruling};
pub use country::{Country, NationalForm};
pub use field::{Field, Form, Part};
pub use letter::{Letter, PARTS};
pub use notification::Notification;
pub use people::{Channel, Entry, NotTold, standing};
pub use phase::{Before, Phase, Sending, SendingDraft, Way, reasons_needed};
pub use prefill::{Known, prefilled};
pub use supplier::{Awareness, Supplier};
pub use value::{Count, Party, Value};
