//! What was found in a text or file, and what was not looked at: the same for the page that an employee asks,
//! for `tillit scan`, and for whoever guards what leaves the house. Stores nothing.

mod inspect;
mod mask;
mod say;

use kit::words::Lang;

use super::room::{self, Room};

pub use inspect::{Inspected, Inspection, detector, inspect, numbers};
pub use mask::{Passage, masked, passage};
pub use say::{
    advice, category, class, is_shown_plain, kind, part_kind, place, reason, strength, unread,
};

pub const PART: Room = Room {
    name: "findings",
    migrations: &[],
    routes: &[],
    menu: &[],
    jobs: &[],
    daily: &[],
    kept: &[],
    title: room::no_title,
    due: room::nothing_due,
    figures: room::no_figures,
    rows: room::no_rows,
    words: &[
        (Lang::En, include_str!("words/en.ftl")),
        (Lang::Fi, include_str!("words/fi.ftl")),
        (Lang::Sv, include_str!("words/sv.ftl")),
        (Lang::Da, include_str!("words/da.ftl")),
        (Lang::Nb, include_str!("words/nb.ftl")),
    ],
    forget: room::nothing_to_forget,
};
