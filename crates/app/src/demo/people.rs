//! The employees of every year: who begins, who leaves, and where a unit's people go when it ends.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kit::clock::Day;

use super::Size;
use super::chance::Chance;
use super::data::{Data, Title, Unit};

/// One employee. Where they work follows from `seat` and the day.
#[derive(Clone, Debug)]
pub struct Worker {
    pub number: u32,
    pub given: String,
    pub family: String,
    pub email: String,
    pub lang: &'static str,
    /// The unit in which they began.
    seat: String,
    pub title: String,
    pub manager: bool,
    pub from: Day,
}

/// The people of the municipality as they change from file to file.
pub struct Staff<'a> {
    data: &'a Data,
    size: Size,
    chance: Chance,
    next_number: u32,
    emails: BTreeMap<String, u32>,
    pub workers: Vec<Worker>,
    /// Places in `workers` of those who have a part in the demonstration: they stay.
    pub cast: Vec<usize>,
}

/// Share of people who leave and are replaced between two files.
const TURNOVER: f64 = 0.045;

impl<'a> Staff<'a> {
    /// Everybody who works on the first day.
    pub fn begin(data: &'a Data, size: Size, seed: u64, day: Day) -> Staff<'a> {
        let mut staff = Staff {
            data,
            size,
            chance: Chance::of(seed, "staff"),
            next_number: 100_001,
            emails: BTreeMap::new(),
            workers: Vec::new(),
            cast: Vec::new(),
        };
        let seats = staff.seats(day);
        let mut unused = staff.titles_to_hand_out();
        for (controller, unit, first) in seats {
            let title = staff.title(&controller, first, &mut unused);
            let from = day.plus_days(-(staff.chance.between(30, 6000) as i32));
            staff.add(unit, title, first, from);
        }
        staff
    }

    /// Some leave, as many come; returns nothing: the next file tells.
    pub fn turn_over(&mut self, day: Day) {
        let mut unused = Vec::new();
        for index in 0..self.workers.len() {
            if !self.cast.contains(&index) && self.chance.happens(TURNOVER) {
                let old = self.workers[index].clone();
                let controller = old.seat.split('-').next().unwrap_or("").to_owned();
                let unit = self.place(&old.seat, old.number, day);
                // A post with a title that only one person has is filled again with the same title.
                let title = if old.manager || self.chance.happens(0.7) {
                    old.title.clone()
                } else {
                    self.title(&controller, false, &mut unused)
                };
                self.add(unit, title, old.manager, day);
                let fresh = self.workers.pop();
                if let Some(fresh) = fresh {
                    self.workers[index] = fresh;
                }
            }
        }
    }

    /// The file as the HR system writes it: one row per employment, everybody who works on that day.
    pub fn csv(&self, day: Day) -> String {
        let mut text = String::from(
            "number;given;family;email;employment;unit;title;from;until;manager;language\r\n",
        );
        for worker in &self.workers {
            let unit = self.place(&worker.seat, worker.number, day);
            let manager = if worker.manager { "yes" } else { "no" };
            let _ = write!(
                text,
                "{n};{};{};{};{n}-1;{unit};{};{};;{manager};{}\r\n",
                worker.given,
                worker.family,
                worker.email,
                worker.title,
                worker.from,
                worker.lang,
                n = worker.number,
            );
        }
        text
    }

    /// The unit in which somebody who began in `seat` works on a day, through all reorganisations.
    pub fn place(&self, seat: &str, number: u32, day: Day) -> String {
        let mut unit = seat.to_owned();
        for change in &self.data.organisation.change {
            let goes_on = change.kind == "rename" || change.kind == "new";
            if change.day <= day && !goes_on && change.units.contains(&unit) {
                let places: Vec<&str> = match change.kind.as_str() {
                    "end" => self.neighbours(&unit, day),
                    _ => change
                        .result
                        .iter()
                        .map(|result| result.key.as_str())
                        .collect(),
                };
                unit = places[number as usize % places.len()].to_owned();
            }
        }
        unit
    }

    /// Where the people of a closed unit go: to the units beside it, else to the first of its controller.
    fn neighbours(&self, key: &str, day: Day) -> Vec<&'a str> {
        let size = self.size;
        let here = self
            .data
            .organisation
            .controller
            .iter()
            .find(|controller| key.starts_with(&controller.key));
        let units: Vec<&Unit> = here
            .into_iter()
            .flat_map(|controller| &controller.unit)
            .filter(|unit| size.has(unit.town) && unit.key != key && exists(unit, day))
            .collect();
        let parent = here
            .and_then(|controller| controller.unit.iter().find(|unit| unit.key == key))
            .and_then(|unit| unit.parent.as_deref());
        let beside: Vec<&str> = units
            .iter()
            .filter(|unit| unit.parent.as_deref() == parent)
            .map(|unit| unit.key.as_str())
            .collect();
        if beside.is_empty() {
            units.iter().take(1).map(|unit| unit.key.as_str()).collect()
        } else {
            beside
        }
    }

    pub fn place_of(&self, worker: &Worker, day: Day) -> String {
        self.place(&worker.seat, worker.number, day)
    }

    /// (controller, unit, leads it) for every post on the first day.
    fn seats(&mut self, day: Day) -> Vec<(String, String, bool)> {
        let people = self.size.people();
        let size = self.size;
        let controllers: Vec<_> = self
            .data
            .organisation
            .controller
            .iter()
            .filter(|one| size.has(one.town))
            .collect();
        let total: f64 = controllers.iter().map(|one| one.weight).sum();
        let mut seats = Vec::new();
        for controller in controllers {
            let units: Vec<&Unit> = controller
                .unit
                .iter()
                .filter(|unit| size.has(unit.town) && exists(unit, day))
                .collect();
            let weights: f64 = units.iter().map(|unit| unit.weight).sum();
            let share = people as f64 * controller.weight / total;
            for unit in units {
                let count = (share * unit.weight / weights).round().max(2.0) as usize;
                for index in 0..count {
                    seats.push((controller.key.clone(), unit.key.clone(), index == 0));
                }
            }
        }
        seats
    }

    /// Titles not yet given to anybody: each is used at least once.
    fn titles_to_hand_out(&self) -> Vec<&'a Title> {
        self.data
            .titles
            .iter()
            .filter(|title| self.size.has(title.town))
            .collect()
    }

    fn title(&mut self, controller: &str, manager: bool, unused: &mut Vec<&'a Title>) -> String {
        let fits = |title: &Title| {
            title
                .areas
                .iter()
                .any(|area| area == "*" || area == controller)
        };
        if !manager && let Some(place) = unused.iter().position(|title| fits(title)) {
            return unused.remove(place).key.clone();
        }
        let size = self.size;
        let fitting: Vec<&Title> = self
            .data
            .titles
            .iter()
            .filter(|title| size.has(title.town) && fits(title) && title.weight > 1.0)
            .collect();
        if fitting.is_empty() {
            return self.data.titles[0].key.clone();
        }
        let index = self
            .chance
            .weighted(fitting.iter().map(|title| title.weight));
        fitting[index].key.clone()
    }

    fn add(&mut self, seat: String, title: String, manager: bool, from: Day) {
        const HOMES: [(&str, &str, f64); 6] = [
            ("fi", "fi", 46.0),
            ("sv", "sv", 18.0),
            ("da", "da", 12.0),
            ("nb", "nb", 12.0),
            ("en", "en", 4.0),
            ("other", "en", 8.0),
        ];
        let (home, lang, _) = HOMES[self.chance.weighted(HOMES.iter().map(|home| home.2))];
        let names = &self.data.names[home];
        let given = self.chance.pick(&names.given).clone();
        let family = self.chance.pick(&names.family).clone();
        let email = self.email(&given, &family);
        let number = self.next_number;
        self.next_number += 1;
        self.workers.push(Worker {
            number,
            given,
            family,
            email,
            lang,
            seat,
            title,
            manager,
            from,
        });
    }

    fn email(&mut self, given: &str, family: &str) -> String {
        let plain = format!("{}.{}", ascii(given), ascii(family));
        let count = self.emails.entry(plain.clone()).or_insert(0);
        *count += 1;
        let number = if *count == 1 {
            String::new()
        } else {
            count.to_string()
        };
        format!(
            "{plain}{number}@{}",
            self.data.organisation.municipality.domain
        )
    }
}

pub fn exists(unit: &Unit, day: Day) -> bool {
    unit.from.is_none_or(|from| from <= day) && unit.until.is_none_or(|until| day < until)
}

/// Letters that every mail system takes.
fn ascii(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' => Some('a'),
            'ö' | 'ø' | 'ó' => Some('o'),
            'æ' | 'é' | 'è' => Some('e'),
            'ü' | 'ú' => Some('u'),
            'í' => Some('i'),
            'a'..='z' => Some(letter),
            _ => None,
        })
        .collect()
}
