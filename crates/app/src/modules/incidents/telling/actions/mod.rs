//! The verbs of telling.

mod notification;

pub use notification::{open_case, save, send};
