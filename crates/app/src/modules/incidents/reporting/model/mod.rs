//! Rules of the ways in; pure.

mod emergency;
mod letter;
mod receipt;
mod times;
mod way;

pub use emergency::Emergency;
pub use letter::{Letter, LetterDraft};
pub use receipt::Receipt;
pub use times::Times;
pub use way::Way;
