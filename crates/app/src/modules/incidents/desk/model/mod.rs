//! Rules of the desk; pure.

pub mod links;
pub mod missing;
