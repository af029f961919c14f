//! The corpus that the detector is judged by; see `docs/detection.md`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::explicit_auto_deref,
    reason = "tools of tests and of one command"
)]

pub mod corpus;
pub mod measure;
pub mod numbers;
pub mod people;
