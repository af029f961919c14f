//! Identity numbers, accounts, cards, phones, addresses.

use crate::finding::Finding;
use crate::own::Own;

/// What is needed to find identifiers.
#[derive(Debug)]
pub(crate) struct Identifiers {}

impl Identifiers {
    pub(crate) fn new(_own: &Own) -> Self {
        Self {}
    }

    pub(crate) fn find(&self, _text: &str, _found: &mut Vec<Finding>) {}
}
