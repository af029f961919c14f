//! What the laboratory of the guard is made of.

pub mod postfix;
pub mod sink;
