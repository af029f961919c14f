//! The year from its door, on both engines.

mod agreeing;
mod closing;
mod entering;
mod forms;
mod pages;
mod rules;

use kit::clock::Day;
use kit::words::{Lang, Texts};

use super::catalogue;
use super::model::{Entry, Kind, NewErratum, NewTarget};
use super::sheet::{Approval, Sheet, sheet};
use super::{actions, rights};
use crate::base::organisation::ControllerId;
use crate::base::testing::House;
use crate::base::{Actor, Problem};

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

pub fn english(text: &str) -> Texts {
    [(Lang::En, text.to_owned())].into_iter().collect()
}

pub fn entry(key: &str, board: Option<ControllerId>, value: Option<f64>, note: &str) -> Entry {
    Entry {
        figure: catalogue::definition(key).expect("a figure"),
        board,
        value,
        parts: None,
        note: english(note),
    }
}

/// The verbs of a year as the data protection officer of the house does them.
pub struct Desk<'a> {
    pub house: &'a House,
    pub doris: Actor,
}

impl<'a> Desk<'a> {
    pub fn of(house: &'a House) -> Desk<'a> {
        let doris = house.actor(house.people.doris);
        Desk { house, doris }
    }

    pub fn open(&self, year: i32, kind: Kind) -> Result<(), Problem> {
        let keeper = rights::keeper(&self.doris)?;
        let today = self.house.app.today();
        self.house.app.write(&self.doris, |tx| {
            actions::open(tx, keeper, year, kind, today)
        })
    }

    pub fn enter(&self, year: i32, entries: &[Entry]) -> Result<usize, Problem> {
        let section = entries.first().map_or(0, |entry| entry.figure.section);
        let may = rights::keeper(&self.doris)?.writer(year, section);
        let app = &self.house.app;
        app.write(&self.doris, |tx| actions::enter(app, tx, may, entries))
    }

    pub fn close(&self, year: i32) -> Result<i64, Problem> {
        let keeper = rights::keeper(&self.doris)?;
        let app = &self.house.app;
        let cutoff = Day::last_of_year(year).expect("a day");
        app.write(&self.doris, |tx| {
            actions::close(app, tx, keeper, year, cutoff)
        })
    }

    pub fn approve(&self, year: i32, on: &str) -> Result<i64, Problem> {
        let app = &self.house.app;
        let approval = Approval {
            body: english("Board of education"),
            day: day(on),
            paragraph: "§ 42".into(),
        };
        app.write(&self.doris, |tx| {
            let recorder = rights::recorder(tx, &self.doris, app.today())?;
            actions::approve(app, tx, recorder, year, approval)
        })
    }

    pub fn sheet(&self, year: i32, number: Option<i64>) -> Result<Sheet, Problem> {
        let app = &self.house.app;
        app.read(|conn| sheet(app, conn, year, number))
    }

    /// Corrects a figure of 2025, of the board by its place or of the whole.
    pub fn correct(&self, key: &str, board: Option<usize>, new: f64) -> Result<(), Problem> {
        let app = &self.house.app;
        let erratum = NewErratum {
            figure: key.to_owned(),
            board: board.map(|at| self.house.controllers[at]),
            new: Some(new),
            reason: english("One letter was counted twice"),
            approved_by: "Board of education".to_owned(),
            day: day("2026-03-01"),
        };
        app.write(&self.doris, |tx| {
            let recorder = rights::recorder(tx, &self.doris, app.today())?;
            actions::erratum(app, tx, recorder, 2025, &erratum)
        })
    }

    pub fn target(&self, year: i32, board: usize, on: &str) -> super::store::TargetId {
        let keeper = rights::keeper(&self.doris).expect("a keeper");
        let new = NewTarget {
            year,
            board: self.house.controllers[board],
            text: english("Clear old folders"),
            owner: "Registry".into(),
            due: Some(day("2026-06-30")),
            day: day(on),
        };
        self.house
            .app
            .write(&self.doris, |tx| actions::set_target(tx, keeper, &new))
            .expect("a target")
    }
}

/// The message of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, Problem>) -> &'static str {
    match result {
        Err(Problem::Refused(message, _)) => message,
        other => panic!("not refused: {other:?}"),
    }
}
