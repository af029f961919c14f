//! What every paper of the room has round its own blocks.

use paper::{Block, Document};

use crate::base::App;
use crate::base::visit::Visit;

/// A document of today in the reader's language, under the municipality's name and colour, without a list of contents.
pub fn document(
    app: &App,
    visit: &Visit,
    title: String,
    subtitle: String,
    blocks: Vec<Block>,
) -> Document {
    let w = &visit.tongue;
    let name = app.config.name(w.lang);
    Document {
        lang: w.lang.code().to_owned(),
        subtitle,
        running_head: format!("{name} · {title}"),
        author: name,
        date: w.day(visit.today),
        iso_date: visit.today.to_string(),
        colour: app.config.municipality.colour.clone(),
        contents_title: None,
        page_label: w.t("incidents-paper-page"),
        title,
        blocks,
    }
}
