use super::room::{self, Room};

pub const PART: Room = Room {
    name: "files",
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
    words: &[],
    forget: room::nothing_to_forget,
};
