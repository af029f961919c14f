//! The desk's SQL.

pub mod book;
pub mod disposal;
pub mod imports;
pub mod learned;
pub mod links;
pub mod plenty;
pub mod queue;
