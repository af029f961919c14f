//! What every paper of the room has round its own blocks.

use paper::{Block, Document};

use crate::base::visit::Visit;
use crate::base::{App, Letterhead};

/// A document of today in the reader's language, under the municipality's name and colour, without a list of contents.
pub fn document(
    app: &App,
    visit: &Visit,
    title: String,
    subtitle: String,
    blocks: Vec<Block>,
) -> Document {
    let w = &visit.tongue;
    Document {
        subtitle,
        ..Letterhead::of(app, w.lang).paper(w, title, blocks)
    }
}
