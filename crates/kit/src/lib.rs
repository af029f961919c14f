//! Tools for the house. Nothing here knows what Tillit is for: the manifest names no crate of ours.

mod choices;
pub mod clock;
pub mod db;
pub mod form;
pub mod id;
pub mod jobs;
pub mod mail;
pub mod words;

// For what `choices!` writes.
#[doc(hidden)]
pub use serde;
