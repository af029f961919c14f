//! Rules of the desk; pure.

pub mod intake;
pub mod links;
pub mod lists;
pub mod missing;
pub mod table;
pub mod veris;
pub mod veris_out;
