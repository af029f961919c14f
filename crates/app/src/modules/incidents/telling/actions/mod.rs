//! The verbs of telling.

mod authority;
mod notification;
mod people;

pub use authority::{ask, decide, reply, save_matter, save_supplier};
pub use notification::{open_case, save, send, strip};
pub use people::{decline, record, write_letter};
