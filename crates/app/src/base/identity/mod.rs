//! Sign-in -> Actor. Sessions live on the server; the cookie holds a random secret, the table its hash.

pub mod actor;
pub mod session;

use kit::db::Migration;

use super::room::{self, Room};

/// The sign-in provider, when one is configured.
#[derive(Default)]
pub struct Provider {}

/// Slowing of sign-in, by account and by address.
#[derive(Default)]
pub struct Brakes {}

pub const PART: Room = Room {
    name: "identity",
    migrations: &[Migration {
        number: 4,
        name: "identity",
        sql: include_str!("../../../../../migrations/0004_identity.sql"),
    }],
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
