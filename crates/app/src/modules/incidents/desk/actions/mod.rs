//! The desk's verbs.

pub mod links;
