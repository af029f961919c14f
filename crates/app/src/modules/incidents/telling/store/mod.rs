//! SQL of what is told.

mod phases;

pub use phases::{PhaseRow, add_phase, draft, phase, phases, save_draft};
