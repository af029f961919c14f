//! What the clocks do by themselves: `schedule` asks here what is due.

use super::actions;
use super::store;
use crate::base::{Actor, App, Problem};

/// How many reminders one look sends; the next look goes on.
const MOST: i64 = 100;

/// Sends every reminder that is due, each in a transaction of its own and each exactly once, however often the
/// program was stopped in between. Of what is over meanwhile the last of each deadline goes out now and says that it is
/// late.
pub fn remind(app: &App) -> Result<(), Problem> {
    let now = app.now();
    for row in app.read(|conn| store::due(conn, now, MOST))? {
        app.write(&Actor::program("reminders"), |tx| actions::remind(tx, &row))?;
    }
    Ok(())
}
