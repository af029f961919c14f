//! Figures that belong together: `inc.by_cause.*`, `risk.open.*` with their total.

use kit::words::Tongue;

use super::view::View;
use super::{Part, charts, tables};
use crate::year::sheet::SheetFigure;

/// Fewer parts than this are no group.
const FEWEST: usize = 3;

/// Figures with the same first two words in their keys.
pub struct Group<'a> {
    pub key: String,
    /// The figure that carries the group's own key, if there is one.
    pub total: Option<&'a SheetFigure>,
    pub parts: Vec<&'a SheetFigure>,
}

/// The first two words of a key: `inc.by_cause` of `inc.by_cause.human`.
pub fn stem(key: &str) -> &str {
    let mut dots = key.match_indices('.').map(|(at, _)| at);
    match (dots.next(), dots.next()) {
        (Some(_), Some(second)) => &key[..second],
        _ => key,
    }
}

/// Splits a section's figures into those that stand alone and groups, each in the catalogue's order.
pub fn split<'a>(figures: &[&'a SheetFigure]) -> (Vec<&'a SheetFigure>, Vec<Group<'a>>) {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for figure in figures {
        let key = stem(&figure.def.key);
        let at = groups.iter().position(|group| group.key == key);
        let group = match at {
            Some(at) => &mut groups[at],
            None => {
                groups.push(Group {
                    key: key.to_owned(),
                    total: None,
                    parts: Vec::new(),
                });
                groups.last_mut().expect("just pushed")
            }
        };
        if figure.def.key == key {
            group.total = Some(figure);
        } else {
            group.parts.push(figure);
        }
    }
    let (together, alone): (Vec<_>, Vec<_>) = groups
        .into_iter()
        .partition(|group| group.parts.len() >= FEWEST);
    let alone = alone
        .into_iter()
        .flat_map(|group| group.total.into_iter().chain(group.parts))
        .collect();
    (alone, together)
}

/// A group's table and, where there is something to draw, its chart.
pub fn group(view: &View<'_>, w: &Tongue, group: &Group<'_>) -> Vec<Part> {
    let title = title(w, group);
    let rows: Vec<&SheetFigure> = group
        .total
        .into_iter()
        .chain(group.parts.iter().copied())
        .collect();
    let tables = tables::whole(view, w, &title, &rows);
    let mut parts: Vec<Part> = tables.into_iter().map(Part::Table).collect();
    parts.extend(charts::parts_of(view, w, &title, &group.parts, &group.key));
    parts
}

/// A group is called by its total, else by its own message, else by its first part.
fn title(w: &Tongue, group: &Group<'_>) -> String {
    if let Some(total) = group.total {
        return total.def.name.best(w.lang).to_owned();
    }
    let key = format!("open-group-{}", group.key.replace(['.', '_'], "-"));
    if w.has(&key) {
        return w.t(&key);
    }
    let first = group.parts.first();
    first.map_or_else(String::new, |figure| {
        w.one("open-group-other", "first", figure.def.name.best(w.lang))
    })
}
