//! What happens to the letterbox by itself: it is opened on fixed hours, and emptied when a day is over.

use kit::clock::Moment;

use super::letterbox::WRITER;
use super::{actions, store};
use crate::base::{Actor, App, Problem, keys};

/// Forms of the talk are remembered this long.
const ONCE_DAYS: i32 = 3;
/// A mail server tries for some days (RFC 5321, 4.5.4.1).
const MAIL_DAYS: i32 = 30;
/// A contact is kept this long after its case was closed: time for one more question.
const CONTACT_DAYS: i64 = 30;

/// On the configured hours: what came since the last time may be read now, and the data protection officers are
/// told. `at` is the hour itself, so that nothing stored depends on when a worker came to it.
pub fn open_letterbox(app: &App, at: Moment) -> Result<(), Problem> {
    let mark = Actor::program(WRITER).mark();
    app.db.write(&mark, at, |tx| actions::open(tx).map(|_| ()))
}

/// The configured hours, in order.
pub fn hours(app: &App) -> Vec<u8> {
    let mut hours = app.config.report.hours.clone();
    hours.sort_unstable();
    hours.dedup();
    hours
}

/// The last fixed hour that has passed today; none before the first.
pub fn last_hour(app: &App, now: Moment) -> Option<Moment> {
    let day = app.zone.day_of(now);
    let mut moments = hours(app)
        .into_iter()
        .filter_map(|hour| app.zone.moment(day, hour, 0));
    moments.rfind(|at| *at <= now)
}

/// When a day begins: whatever is left of the days before enters the register, in an order that chance decides.
pub fn day_batch(app: &App) -> Result<(), Problem> {
    let today = app.today();
    app.write(&Actor::program(WRITER), |tx| {
        actions::open(tx)?;
        let (mut reports, mut more): (Vec<_>, Vec<_>) = store::of_days_before(tx, today)?
            .into_iter()
            .partition(|item| item.case.is_none());
        shuffle(&mut reports);
        shuffle(&mut more);
        let unit = app.config.report.unit.as_deref();
        // A message enters after the report that it belongs to.
        for item in reports.iter().chain(&more) {
            actions::take_up(tx, item, unit, &app.zone)?;
        }
        store::sweep_mails(tx, today.plus_days(-MAIL_DAYS))?;
        store::sweep_once(tx, today.plus_days(-ONCE_DAYS))?;
        actions::forget_old_contacts(tx, tx.at().plus_days(-CONTACT_DAYS))
    })
}

/// Fisher–Yates over bits of the operating system: nobody may foretell the order.
fn shuffle<T>(things: &mut [T]) {
    for last in (1..things.len()).rev() {
        let draw = u64::from_le_bytes(keys::random::<8>());
        things.swap(last, (draw % (last as u64 + 1)) as usize);
    }
}
