//! The desk's SQL.

pub mod book;
pub mod links;
pub mod plenty;
pub mod queue;
