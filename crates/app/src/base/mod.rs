//! THE HALL: what every room may use. It names no room.

pub mod app;
pub mod audit;
pub mod config;
pub mod country;
pub mod erasures;
pub mod export;
pub mod figure;
pub mod files;
pub mod findings;
pub mod identity;
pub mod keys;
pub mod letterhead;
pub mod measures;
pub mod notices;
pub mod once;
pub mod organisation;
pub mod problem;
pub mod room;
pub mod sms;
pub mod subject;
pub mod tasks;
#[cfg(test)]
pub mod testing;
pub mod visit;

pub use app::App;
pub use country::Country;
pub use identity::actor::{Actor, Role};
pub use letterhead::Letterhead;
pub use problem::Problem;
pub use room::Room;

/// The hall's own parts, in the same form as the rooms, so that one loop serves both.
pub const PARTS: &[Room] = &[
    identity::PART,
    organisation::PART,
    audit::PART,
    notices::PART,
    tasks::PART,
    measures::PART,
    files::PART,
    findings::PART,
];
