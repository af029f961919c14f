//! SQL of what is told.

mod authority;
mod people;
mod phases;

pub use authority::{
    DecisionRow, QuestionRow, add_decision, add_question, answer, decisions, matter,
    open_questions, question, questions, save_matter, save_supplier, supplier,
};
pub use people::{EntryRow, add_entry, entries, letter, letters, save_letter};
pub use phases::{PhaseRow, add_phase, draft, last_phase, phase, phases, put_content, save_draft};
