//! The desk's SQL.

pub mod links;
pub mod queue;
