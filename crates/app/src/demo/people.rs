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

impl Worker {
    /// The board or company in which they began.
    pub fn controller(&self) -> &str {
        self.seat.split('-').next().unwrap_or("")
    }
}

/// The people of the municipality as they change from file to file.
pub struct Staff<'a> {
    data: &'a Data,
    size: Size,
    chance: Chance,
    next_number: u32,
    emails: BTreeMap<String, u32>,
    pub workers: Vec<Worker>,
    /// Titles that nobody has had yet.
    unused: Vec<&'a Title>,
    /// Places in `workers` of those who have a part in the demonstration: they stay.
    pub cast: Vec<usize>,
}

/// Share of people who leave and are replaced between two files.
const TURNOVER: f64 = 0.045;
/// Posts that are new or gone between two files, per mille of all.
const POSTS: [i64; 2] = [-9, 14];

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
            unused: Vec::new(),
            cast: Vec::new(),
        };
        let seats = staff.seats(day);
        let mut unused = staff.titles_to_hand_out();
        for (controller, unit, first) in seats {
            let title = staff.title(&controller, first, &mut unused);
            let from = day.plus_days(-(staff.chance.between(30, 6000) as i32));
            staff.add(unit, title, first, from);
        }
        staff.unused = unused;
        staff
    }

    /// Some leave and others come in their place, and a few posts are new or gone: the next file tells.
    pub fn turn_over(&mut self, day: Day) {
        let mut unused = std::mem::take(&mut self.unused);
        let mut holders: BTreeMap<String, usize> = BTreeMap::new();
        for worker in &self.workers {
            *holders.entry(worker.title.clone()).or_default() += 1;
        }
        for index in 0..self.workers.len() {
            if !self.cast.contains(&index) && self.chance.happens(TURNOVER) {
                let old = self.workers[index].clone();
                let controller = old.controller().to_owned();
                let unit = self.place(&old.seat, old.number, day);
                // A post with a title that only one person has is filled again with the same title.
                let last = holders.get(&old.title).is_none_or(|count| *count < 2);
                let title = if old.manager || last || self.chance.happens(0.7) {
                    old.title.clone()
                } else {
                    self.title(&controller, false, &mut unused)
                };
                *holders.entry(old.title.clone()).or_default() -= 1;
                *holders.entry(title.clone()).or_default() += 1;
                self.add(unit, title, old.manager, day);
                let fresh = self.workers.pop();
                if let Some(fresh) = fresh {
                    self.workers[index] = fresh;
                }
            }
        }
        let all = self.workers.len() as i64;
        let change = all * self.chance.between(POSTS[0], POSTS[1]) / 1000;
        for _ in 0..change {
            let like = self.chance.pick(&self.workers).clone();
            let unit = self.place(&like.seat, like.number, day);
            let title = self.title(like.controller(), false, &mut unused);
            self.add(unit, title, false, day);
        }
        for _ in change..0 {
            self.drop_post(&mut holders);
        }
        self.unused = unused;
    }

    /// A post that is not filled again: nobody's with a part, no leader's, and no title's last.
    fn drop_post(&mut self, holders: &mut BTreeMap<String, usize>) {
        let index = self.chance.between(0, self.workers.len() as i64 - 1) as usize;
        let worker = &self.workers[index];
        let count = holders.entry(worker.title.clone()).or_default();
        if worker.manager || *count < 2 || self.cast.contains(&index) {
            return;
        }
        *count -= 1;
        self.workers.remove(index);
        for place in self.cast.iter_mut().filter(|place| **place > index) {
            *place -= 1;
        }
    }

    /// Somebody who leads a unit of a board and has no part yet.
    pub fn leader(&self, board: &str) -> Option<usize> {
        (0..self.workers.len()).find(|index| {
            let worker = &self.workers[*index];
            worker.manager && worker.controller() == board && !self.cast.contains(index)
        })
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::demo::{SEED, history};

    /// People come and go, so that no year has as many as the year before, and every title of the size has somebody.
    #[test]
    fn the_staff_changes_and_every_title_is_held() {
        let data = Data::read().unwrap();
        for size in [Size::Town, Size::City] {
            let first = Day::first_of_year(size.first_year(2026)).unwrap();
            let mut staff = Staff::begin(&data, size, SEED, first);
            crate::demo::stage::cast(&mut staff, first);
            let titles = |staff: &Staff<'_>| -> BTreeSet<String> {
                staff.workers.iter().map(|one| one.title.clone()).collect()
            };
            let known = data.titles.iter().filter(|one| size.has(one.town));
            let known: BTreeSet<String> = known.map(|one| one.key.clone()).collect();
            let mut counts = vec![staff.workers.len()];
            for year in first.year()..=2026 {
                for day in history::files(size, year, first) {
                    staff.turn_over(day);
                }
                let missing: Vec<_> = known.difference(&titles(&staff)).cloned().collect();
                assert_eq!(missing, Vec::<String>::new(), "{size:?} {year}");
                assert_ne!(counts.last(), Some(&staff.workers.len()), "{size:?} {year}");
                counts.push(staff.workers.len());
            }
            let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
            assert!(most * 100 < least * 120, "{counts:?}");
            assert_eq!(staff.workers[staff.cast[2]].number, 900_003, "{size:?}");
        }
    }
}
