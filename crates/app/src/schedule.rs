//! Everything that happens by itself, on one page.
//!
//! | when | what |
//! |---|---|
//! | every second | queued jobs that are due (mail first came, first served) |
//! | on fixed hours | the letterbox of reports without an account is opened, and the officers are told |
//! | every ten seconds | reminders of deadlines that are due |
//! | every ten minutes | SQLite's journal is moved into the file and cut |
//! | at start and when a day begins | each room's `daily`; old form tokens and finished jobs are forgotten |

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use kit::clock::{Day, Moment};
use kit::jobs::{self, Done};

use crate::base::{Actor, App, Problem, once};
use crate::modules::incidents;
use crate::shell;

const TICK: Duration = Duration::from_secs(1);
const LOOK: Duration = Duration::from_secs(10);
const TIDY: Duration = Duration::from_secs(600);

/// Starts the one worker; it ends within a second after `stop` is set.
pub fn start(app: App, stop: Arc<AtomicBool>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut day: Option<Day> = None;
        let mut tidied = Instant::now();
        // Hours that passed while the program was not running wait for the next one: a start is no fixed time.
        let mut opened = incidents::last_hour(&app, app.now());
        let mut looked: Option<Instant> = None;
        while !stop.load(Ordering::SeqCst) {
            while !stop.load(Ordering::SeqCst) && work_once(&app) {}
            if day != Some(app.today()) {
                day = Some(app.today());
                daily(&app);
            }
            let hour = incidents::last_hour(&app, app.now());
            if hour != opened {
                opened = hour;
                on_the_hour(&app, hour);
            }
            if looked.is_none_or(|at| at.elapsed() > LOOK) {
                looked = Some(Instant::now());
                log("reminders", incidents::remind(&app));
            }
            if tidied.elapsed() > TIDY {
                tidied = Instant::now();
                log("tidy", app.db.tidy().map_err(Problem::from));
            }
            std::thread::sleep(TICK);
        }
    })
}

/// Runs one due job; false when there was none.
pub fn work_once(app: &App) -> bool {
    let job = match jobs::claim(&app.db, app.now()) {
        Ok(Some(job)) => job,
        Ok(None) => return false,
        Err(error) => {
            tracing::error!(%error, "the queue cannot be read");
            return false;
        }
    };
    let handler = app
        .rooms
        .iter()
        .flat_map(|room| room.jobs)
        .find(|(kind, _)| *kind == job.kind);
    let done = match handler {
        Some((_, run)) => run(app, &job),
        None => Done::Hopeless(format!("nobody handles {}", job.kind)),
    };
    if let Err(error) = jobs::settle(&app.db, &job, app.now(), &done) {
        tracing::error!(%error, "a job's end cannot be noted");
    }
    true
}

/// What must not tell by its time when something else happened.
fn on_the_hour(app: &App, hour: Option<Moment>) {
    if let Some(at) = hour {
        shell::outside::tell_faults();
        log("letterbox", incidents::open_letterbox(app, at));
    }
}

fn daily(app: &App) {
    for room in app.rooms {
        for run in room.daily {
            log(room.name, run(app));
        }
    }
    let keep_from = app.today().plus_days(-3);
    let before = app.now().plus_days(-30);
    let swept = app.write(&Actor::program("daily"), |tx| {
        once::sweep(tx, keep_from)?;
        jobs::sweep(tx, before)?;
        Ok(())
    });
    log("sweep", swept);
}

fn log(what: &str, result: Result<(), Problem>) {
    if let Err(problem) = result {
        tracing::error!(
            what,
            problem = problem.plain(),
            "what happens by itself has failed"
        );
    }
}
