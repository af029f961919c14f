//! Names of persons.

use crate::finding::Finding;

/// What is needed to find names.
#[derive(Debug)]
pub(crate) struct Names {}

impl Names {
    /// The shipped lists and model.
    pub(crate) fn new() -> Self {
        Self {}
    }

    /// Appends the names in `text`. `found` holds identifiers and matters already, so that names may be looked for
    /// near them. Nothing looks past a paragraph break.
    pub(crate) fn find(&self, _text: &str, _found: &mut Vec<Finding>) {}
}
