//! THE LIST: one entry per room. Menu, routes, search, links, the year, erasure and export are loops over it.

use crate::base::Room;

pub mod checker;
pub mod guard;
pub mod incidents;

pub const LIST: &[&Room] = &[&incidents::ROOM, &checker::ROOM, &guard::ROOM];
