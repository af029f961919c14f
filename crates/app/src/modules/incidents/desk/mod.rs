//! The officer's desk: what waits, what belongs together, what is learned, and how history comes in and goes.

use crate::base::room::Route;

pub const ROUTES: &[Route] = &[];
