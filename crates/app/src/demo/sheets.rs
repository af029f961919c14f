//! The yearly round: figures that are entered by hand, texts, targets, closing, approval, publication.

use std::collections::BTreeMap;

use kit::clock::{Day, Moment};
use kit::db::Tx;
use kit::words::Lang;

use super::Size;
use super::data::{Controller, Data};
use super::{entered, stage};
use crate::base::organisation::{self, ControllerId};
use crate::base::{Actor, App, Problem};
use crate::year::catalogue::Visibility;
use crate::year::model::{Entry, NewErratum, NewTarget, ParagraphDraft, Plan, Stage, TargetStep};
use crate::year::sheet::{Approval, TargetStatus};
use crate::year::{actions, publish, rights};

/// One step of a year's round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    year: i32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Open,
    Targets,
    Texts,
    Figures,
    TargetsEnd,
    Close,
    Approve,
    Publish,
    Erratum,
}

impl Step {
    pub fn weight(self) -> u64 {
        match self.kind {
            Kind::Publish => 600,
            Kind::Close => 60,
            Kind::Figures => 40,
            _ => 3,
        }
    }
}

/// The round of one year: what lies in the future is left out by the player.
pub fn of_year(app: &App, size: Size, year: i32, today: Day) -> Vec<(Moment, Step)> {
    let first = size.first_year(today.year());
    let mut days = vec![
        (Kind::Open, year, (1, 2)),
        (Kind::Targets, year, (1, 10)),
        (Kind::Figures, year + 1, (2, 2)),
        (Kind::TargetsEnd, year, (12, 20)),
        (Kind::Texts, year + 1, (2, 10)),
        (Kind::Close, year + 1, (2, 20)),
        (Kind::Approve, year + 1, (3, 18)),
        (Kind::Publish, year + 1, (3, 25)),
    ];
    // This year's texts and figures have begun.
    if year == today.year() {
        days.push((Kind::Texts, year, (10, 1)));
    }
    if year == first + 1 {
        days.push((Kind::Erratum, year + 1, (5, 12)));
    }
    days.into_iter()
        .filter_map(|(kind, of, (month, day))| {
            let day = Day::new(of as i16, month, day)?;
            Some((app.zone.moment(day, 10, 0)?, Step { year, kind }))
        })
        .collect()
}

/// One step.
///
/// # Errors
/// What a rule refuses.
pub fn play(app: &App, data: &Data, size: Size, step: &Step) -> Result<(), Problem> {
    let actor = stage::actor(app, 2, app.now())?;
    if step.kind == Kind::Publish {
        return publish::publish(app, &actor, step.year).map(|_| ());
    }
    app.write(&actor, |tx| {
        let round = Round {
            app,
            data,
            size,
            tx,
            actor: &actor,
            year: step.year,
            today: app.today(),
        };
        match step.kind {
            Kind::Open => actions::ensure(tx, step.year, round.today).map(|_| ()),
            Kind::Targets => round.targets(),
            Kind::TargetsEnd => round.targets_end(),
            Kind::Texts => round.texts(),
            Kind::Figures => round.figures(),
            Kind::Close => round.close(),
            Kind::Approve => round.approve(),
            Kind::Erratum => round.erratum(),
            Kind::Publish => Ok(()),
        }
    })
}

struct Round<'a> {
    app: &'a App,
    data: &'a Data,
    size: Size,
    tx: &'a Tx<'a>,
    actor: &'a Actor,
    year: i32,
    today: Day,
}

impl Round<'_> {
    fn boards(&self) -> Result<Vec<(ControllerId, &Controller)>, Problem> {
        let last = Day::last_of_year(self.year).ok_or(Problem::NotFound)?;
        let known = organisation::controllers(self.tx, last, last)?;
        Ok(known
            .iter()
            .filter_map(|row| {
                let written = self
                    .data
                    .organisation
                    .controller
                    .iter()
                    .find(|one| one.key == row.code)?;
                Some((row.id, written))
            })
            .collect())
    }

    fn targets(&self) -> Result<(), Problem> {
        let keeper = rights::keeper(self.actor)?;
        let board = self
            .boards()?
            .first()
            .map(|(id, _)| *id)
            .ok_or(Problem::NotFound)?;
        for target in self
            .data
            .targets
            .iter()
            .filter(|target| target.year == self.year)
        {
            let new = NewTarget {
                year: self.year,
                board,
                text: target.text.clone(),
                owner: if target.section == 7 { "CISO" } else { "DPO" }.to_owned(),
                due: Day::last_of_year(self.year),
                day: self.today,
            };
            actions::set_target(self.tx, keeper, &new)?;
        }
        Ok(())
    }

    fn targets_end(&self) -> Result<(), Problem> {
        let keeper = rights::keeper(self.actor)?;
        for row in actions::targets_of(self.tx, self.year, self.today)? {
            let text = row.text.best(Lang::En);
            let Some(target) = self
                .data
                .targets
                .iter()
                .find(|target| target.text.best(Lang::En) == text)
            else {
                continue;
            };
            let status = match target.outcome.as_str() {
                "done" => TargetStatus::Done,
                "dropped" => TargetStatus::Dropped,
                _ => TargetStatus::UnderWay,
            };
            let reason = target.reason.clone().unwrap_or_default();
            actions::note_status(
                self.tx,
                keeper,
                row.id,
                TargetStep {
                    status,
                    reason,
                    day: self.today,
                },
            )?;
        }
        Ok(())
    }

    fn texts(&self) -> Result<(), Problem> {
        let keeper = rights::keeper(self.actor)?;
        let owner = stage::in_transaction(self.tx, 2)?;
        let due = Day::new(self.year as i16 + 1, 2, 15);
        for (number, section) in &self.data.texts.section {
            let Ok(number) = number.parse::<u8>() else {
                continue;
            };
            let plan = Plan {
                owner: Some(owner),
                due,
                visibility: Visibility::Public,
            };
            actions::plan(self.tx, keeper, self.year, number, &plan, self.today)?;
            let writer = keeper.writer(self.year, number);
            let fitting: Vec<_> = section
                .paragraphs
                .iter()
                .filter(|paragraph| paragraph.from_year.is_none_or(|from| from <= self.year))
                .collect();
            // One public paragraph a year, in turn, and what is for the inside alone.
            let public: Vec<_> = fitting
                .iter()
                .filter(|paragraph| paragraph.visibility == "public")
                .collect();
            let turn = self.year as usize % public.len().max(1);
            let inside = fitting
                .iter()
                .filter(|paragraph| paragraph.visibility != "public");
            for paragraph in public.get(turn).copied().into_iter().chain(inside) {
                let visibility = if paragraph.visibility == "public" {
                    Visibility::Public
                } else {
                    Visibility::Internal
                };
                let draft = ParagraphDraft {
                    text: paragraph.text.clone(),
                    visibility,
                };
                actions::write_paragraph(self.tx, writer, None, &draft, self.today)?;
            }
            let note = &self.data.notes.review[number as usize % self.data.notes.review.len()];
            if number % 5 == 2 {
                let text = note.best(Lang::En);
                actions::comment(self.tx, self.actor, self.year, number, text, self.today)?;
            }
            if self.year < self.today.year() {
                actions::set_stage(self.tx, writer, Stage::Ready, self.today)?;
            }
        }
        Ok(())
    }

    fn figures(&self) -> Result<(), Problem> {
        let keeper = rights::keeper(self.actor)?;
        let boards = self.boards()?;
        let mut sections: BTreeMap<u8, Vec<Entry>> = BTreeMap::new();
        for entry in entered::of_year(self.data, self.size, self.year, &boards) {
            sections
                .entry(entry.figure.section)
                .or_default()
                .push(entry);
        }
        for (section, entries) in sections {
            let writer = keeper.writer(self.year, section);
            actions::enter(self.app, self.tx, writer, &entries)?;
        }
        Ok(())
    }

    fn close(&self) -> Result<(), Problem> {
        let keeper = rights::keeper(self.actor)?;
        let cutoff = Day::last_of_year(self.year).ok_or(Problem::NotFound)?;
        actions::close(self.app, self.tx, keeper, self.year, cutoff).map(|_| ())
    }

    fn approve(&self) -> Result<(), Problem> {
        let recorder = rights::recorder(self.tx, self.actor, self.today)?;
        let body = self
            .data
            .organisation
            .controller
            .first()
            .map(|board| board.name.clone())
            .unwrap_or_default();
        let approval = Approval {
            body,
            day: self.today,
            paragraph: format!("{}", 60 + self.year % 17),
        };
        actions::approve(self.app, self.tx, recorder, self.year, approval).map(|_| ())
    }

    /// A correction, as every municipality has one some day.
    fn erratum(&self) -> Result<(), Problem> {
        let recorder = rights::recorder(self.tx, self.actor, self.today)?;
        let Some(figure) = self
            .data
            .entered
            .iter()
            .find(|figure| figure.key == "env.residents")
        else {
            return Ok(());
        };
        let new = NewErratum {
            figure: figure.key.clone(),
            board: None,
            new: entered::value(figure, self.size, self.year).map(|value| value + 12.0),
            reason: self.data.notes.erratum.clone(),
            approved_by: self
                .boards()?
                .first()
                .map(|(_, board)| board.name.best(Lang::En).to_owned())
                .unwrap_or_default(),
            day: self.today,
        };
        actions::erratum(self.app, self.tx, recorder, self.year, &new)
    }
}
