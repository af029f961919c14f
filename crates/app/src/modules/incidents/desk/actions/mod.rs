//! The desk's verbs.

pub mod disposal;
pub mod history;
pub mod learned;
pub mod links;
