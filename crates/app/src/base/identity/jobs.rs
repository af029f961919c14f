//! What happens by itself.

use super::super::{Actor, App, Problem};
use super::store;

/// Once a day: sessions, links and half-done sign-ins that have run out are taken away.
pub fn sweep(app: &App) -> Result<(), Problem> {
    app.write(&Actor::program("sweep"), store::sweep)
}
