//! The rules of the portal; pure.

mod citizen;
mod code;
mod reach;
mod shown;

pub use citizen::{Checked, Draft};
pub use code::{Form, LETTER_TRIES, Limits, PHONE_TRIES, code_of, read, spaced};
pub use reach::{Reach, counts};
pub use shown::{Part, Shown, language, preview};
