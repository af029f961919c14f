//! Parts become a document for the typesetter.

use kit::words::Tongue;
use paper::{Block, Document};

use super::view::{House, View};
use super::{Part, summary, whole};

/// The whole sheet on paper.
pub fn document(view: &View<'_>, w: &Tongue, house: &House) -> Document {
    let parts = whole(view, w, house);
    made(view, w, house, &parts, Some(w.t("open-contents")))
}

/// The two pages.
pub fn short(view: &View<'_>, w: &Tongue, house: &House) -> Document {
    let parts = summary(view, w, house);
    let mut document = made(view, w, house, &parts, None);
    document.subtitle = w.t("open-subtitle-summary");
    document
}

fn made(
    view: &View<'_>,
    w: &Tongue,
    house: &House,
    parts: &[Part],
    contents: Option<String>,
) -> Document {
    let blocks = parts.iter().filter_map(block).collect();
    Document {
        subtitle: w.t("open-subtitle"),
        contents_title: contents,
        ..house.letterhead.paper(w, view.title(w), blocks)
    }
}

fn block(part: &Part) -> Option<Block> {
    Some(match part {
        Part::Heading { level, text, .. } => Block::Heading {
            level: *level,
            text: text.clone(),
        },
        Part::Text { text, .. } => Block::Paragraph(text.clone()),
        Part::Quiet(text) => Block::Quiet(text.clone()),
        Part::List(items) => Block::List(items.clone()),
        Part::Facts(facts) => Block::Facts(facts.clone()),
        Part::Cards(cards) => Block::KeyFigures(cards.clone()),
        Part::Table(table) => Block::Table(table.clone()),
        Part::Chart { figure, .. } => Block::Chart(figure.clone()),
        Part::Fold { text, .. } => Block::Heading {
            level: 2,
            text: text.clone(),
        },
        Part::Folded { .. } | Part::EndFold => return None,
    })
}
