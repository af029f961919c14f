//! Tillit: every trace of how a municipality looks after people's information lands in one book, and once a
//! year the book closes into a published Data Balance Sheet whose every number leads back to its rows.
//!
//! The map is ARCHITECTURE.md: the hall is [`base`], the rooms are in `modules`, the year asks the list.

pub mod base;
pub mod boot;
pub mod cli;
pub mod crossings;
pub mod demo;
pub mod modules;
pub mod ops;
pub mod schedule;
pub mod shell;
pub mod year;
