//! What happens on which day, played in order with the clock set to each moment.

use indicatif::ProgressBar;
use kit::clock::{Day, Moment};
use kit::words::Lang;

use super::Size;
use super::chance::Chance;
use super::data::Data;
use super::people::Staff;
use super::{cases, first_day, mails, organisation, reports, sheets, stage, telling, together};
use crate::base::organisation::{NewDuty, give_duty, import, person_by_number};
use crate::base::{Actor, App, Problem, Role};

/// The mapping file that fits the demonstration's HR files.
const MAPPING: &str = include_str!("mapping.toml");

/// One thing that happens.
#[derive(Clone, Debug)]
enum Event {
    /// Boards, units and titles, the first file of people, the duties.
    Begin,
    /// A file of people from the HR system.
    File,
    /// A reorganisation, by its place in the data.
    Change(usize),
    Report(cases::Step),
    /// Somebody counts near misses.
    Tally(usize),
    /// The cases of an older system.
    Older,
    Sheet(sheets::Step),
    /// A mail leaves, or what comes before it.
    Mail(mails::Step),
}

/// The years of the municipality, ready to be played.
pub struct History<'a> {
    app: &'a App,
    data: &'a Data,
    size: Size,
    seed: u64,
    first: Day,
    events: Vec<(Moment, Event)>,
}

impl<'a> History<'a> {
    pub fn new(
        app: &'a App,
        data: &'a Data,
        size: Size,
        seed: u64,
        today: Day,
        now: Moment,
    ) -> History<'a> {
        let first = first_day(size, today);
        let mut events = vec![(at(app, first, 7), Event::Begin)];
        for year in first.year()..=today.year() {
            let days = files(size, year, first).into_iter();
            events.extend(days.map(|day| (at(app, day, 6), Event::File)));
            events.extend(
                cases::of_year(app, data, size, seed, year, today)
                    .into_iter()
                    .map(|(moment, step)| (moment, Event::Report(step))),
            );
            events.extend(
                telling::of_year(app, data, year, today)
                    .into_iter()
                    .map(|(moment, step)| (moment, Event::Report(step))),
            );
            events.extend(
                sheets::of_year(app, size, year, today)
                    .into_iter()
                    .map(|(moment, step)| (moment, Event::Sheet(step))),
            );
        }
        let report = |(moment, step)| (moment, Event::Report(step));
        events.extend(together::all(app, data, today).into_iter().map(report));
        let tallies = together::tallies(app, size, today);
        events.extend(
            tallies
                .into_iter()
                .map(|(at, turn)| (at, Event::Tally(turn))),
        );
        events.push((at(app, today.plus_days(-200), 11), Event::Older));
        let mail = |(moment, step)| (moment, Event::Mail(step));
        events.extend(mails::all(app, data, now).into_iter().map(mail));
        for (index, change) in data.organisation.change.iter().enumerate() {
            if change.day > first && organisation::concerns(data, size, change) {
                let hour = if change.kind == "end" { 9 } else { 5 };
                events.push((at(app, change.day, hour), Event::Change(index)));
                events.push((at(app, change.day, 6), Event::File));
            }
        }
        events.retain(|(moment, _)| *moment < now);
        events.sort_by_key(|(moment, _)| *moment);
        History {
            app,
            data,
            size,
            seed,
            first,
            events,
        }
    }

    /// How many steps the progress bar has.
    pub fn steps(&self) -> u64 {
        self.events.iter().map(|(_, event)| weight(event)).sum()
    }

    /// Plays everything.
    ///
    /// # Errors
    /// The first thing that a rule refuses: the demonstration passes them all or is not made.
    pub fn play(&self, bar: &ProgressBar) -> Result<(), Problem> {
        let mut staff = Staff::begin(self.data, self.size, self.seed, self.first);
        stage::cast(&mut staff, self.first);
        let mut chance = Chance::of(self.seed, "play");
        let mut open = reports::Open::default();
        let guards = mails::Guards::new(self.app)?;
        for (moment, event) in &self.events {
            self.app.clock.put(*moment);
            let day = self.app.zone.day_of(*moment);
            match event {
                Event::Begin => {
                    self.begin(&staff)?;
                    self.contacts(&mut staff, day)?;
                }
                Event::File => {
                    staff.turn_over(day);
                    self.file(&staff, day)?;
                    self.contacts(&mut staff, day)?;
                }
                Event::Change(index) => {
                    let change = &self.data.organisation.change[*index];
                    self.app.write(&Actor::program("demonstration"), |tx| {
                        organisation::reorganise(tx, self.data, change)
                    })?;
                }
                Event::Report(step) => {
                    reports::play(self.app, self.data, &staff, step, &mut open, &mut chance)?;
                }
                Event::Tally(turn) => together::tally(self.app, &staff, *turn)?,
                Event::Older => together::history(self.app, &self.app.tongue(Lang::En))?,
                Event::Sheet(step) => sheets::play(self.app, self.data, self.size, step)?,
                Event::Mail(step) => guards.play(self.app, &self.data.mails, *step)?,
            }
            bar.inc(weight(event));
        }
        Ok(())
    }

    fn begin(&self, staff: &Staff<'_>) -> Result<(), Problem> {
        let actor = Actor::program("demonstration");
        self.app.write(&actor, |tx| {
            organisation::begin(tx, self.data, self.size, self.first)
        })?;
        self.file(staff, self.first)?;
        self.app.write(&actor, |tx| {
            let may = actor.administrator()?;
            for (index, part) in stage::PARTS.iter().enumerate() {
                let Some(role) = part.role else { continue };
                let person = stage::in_transaction(tx, index)?;
                let controller = match part.word {
                    // A secretary serves one board; the others of the cast serve the whole group.
                    "secretary" => Some(organisation::controller_id(tx, "b02", self.first)?),
                    _ => None,
                };
                give_duty(
                    tx,
                    may,
                    &NewDuty {
                        role,
                        person,
                        controller,
                        from: self.first,
                    },
                )?;
            }
            Ok(())
        })
    }

    /// Year by year more boards have a contact person for data protection: one who leads a unit there, and who stays.
    fn contacts(&self, staff: &mut Staff<'_>, day: Day) -> Result<(), Problem> {
        let boards = self.data.organisation.controller.iter();
        let boards: Vec<&str> = boards
            .filter(|one| self.size.has(one.town))
            .map(|one| one.key.as_str())
            .collect();
        let years = usize::try_from(day.year() - self.first.year()).unwrap_or(0);
        // The last one has still to be found.
        let wanted = (boards.len() * (2 + years) / 6).min(boards.len() - 1);
        let known = staff.cast.len() - stage::PARTS.len();
        for board in boards.iter().take(wanted).skip(known) {
            let place = staff.leader(board).ok_or(Problem::NotFound)?;
            staff.cast.push(place);
            let number = staff.workers[place].number.to_string();
            let actor = Actor::program("demonstration");
            self.app.write(&actor, |tx| {
                let person = person_by_number(tx, &number)?.ok_or(Problem::NotFound)?;
                let new = NewDuty {
                    role: Role::Contact,
                    person: person.id,
                    controller: Some(organisation::controller_id(tx, board, day)?),
                    from: day,
                };
                give_duty(tx, actor.administrator()?, &new)
            })?;
        }
        Ok(())
    }

    fn file(&self, staff: &Staff<'_>, day: Day) -> Result<(), Problem> {
        let csv = staff.csv(day);
        import::apply(
            self.app,
            &Actor::program("demonstration"),
            csv.as_bytes(),
            MAPPING,
            true,
        )?;
        Ok(())
    }
}

/// Roughly how long a step takes beside the others.
fn weight(event: &Event) -> u64 {
    match event {
        Event::Begin => 400,
        Event::File => 100,
        Event::Change(_) => 2,
        Event::Report(_) | Event::Tally(_) | Event::Older | Event::Mail(_) => 1,
        Event::Sheet(step) => step.weight(),
    }
}

/// The days of a year on which the HR system writes a file.
pub fn files(size: Size, year: i32, first: Day) -> Vec<Day> {
    let days = size.files().iter();
    days.filter_map(|(month, day)| Day::new(year as i16, *month, *day))
        .filter(|day| *day > first)
        .collect()
}

fn at(app: &App, day: Day, hour: u8) -> Moment {
    app.zone
        .moment(day, hour, 0)
        .unwrap_or_else(|| app.zone.start_of(day))
}

/// For the benchmark of the import: the units of a city and one file of its people.
pub fn only_people(app: &App, data: &Data, seed: u64) -> Result<usize, Problem> {
    let today = app.today();
    let first = first_day(Size::City, today);
    let history = History::new(app, data, Size::City, seed, today, app.now());
    let staff = Staff::begin(data, Size::City, seed, first);
    app.clock.put(at(app, first, 7));
    app.write(&Actor::program("demonstration"), |tx| {
        organisation::begin(tx, data, Size::City, first)
    })?;
    history.file(&staff, first)?;
    Ok(staff.workers.len())
}

/// For the benchmark of the register: a city on its first day, with its duties.
pub fn first_day_only(app: &App, data: &Data, seed: u64) -> Result<(), Problem> {
    let today = app.today();
    let first = first_day(Size::City, today);
    let history = History::new(app, data, Size::City, seed, today, app.now());
    let mut staff = Staff::begin(data, Size::City, seed, first);
    stage::cast(&mut staff, first);
    app.clock.put(at(app, first, 7));
    history.begin(&staff)
}
