//! What the laboratory of the guard is made of.

pub mod judged;
pub mod mails;
pub mod names;
pub mod postfix;
pub mod program;
pub mod secure;
pub mod sink;
pub mod staff;
pub mod submit;
