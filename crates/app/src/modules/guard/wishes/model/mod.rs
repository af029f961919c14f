//! The rules of wishes; pure.

mod channel;
mod draft;
mod name;
mod table;

pub use channel::{Asked, Source};
pub use draft::{Checked, Draft};
pub use name::{Digits, Name, NameKind, folded, masked};
pub use table::{Intake, read as read_table};
