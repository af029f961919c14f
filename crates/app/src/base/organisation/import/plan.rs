//! Rows and what is known -> what is to be done. Pure: the same plan is shown first and carried out later.

use std::collections::{BTreeMap, HashMap, HashSet};

use kit::words::Texts;

use super::super::PersonId;
use super::super::model::NewPerson;
use super::entry::{self, BadRow, Entry, RowFault, person_of};
use super::intake::Intake;
use super::leaders;
use super::mapping::{Mapping, Mode};
use super::new_units::{self, NewUnitLine, texts};
use super::present::{Present, Spell};
use super::spells::{self, Step};

/// What becomes of an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    New,
    Changed,
    Ended,
    Unchanged,
}

/// One employment of the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub fate: Fate,
    pub unit: String,
    pub number: String,
    pub name: String,
}

/// Everything an import does, and everything it leaves out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Parents before their sub-units.
    pub units: Vec<NewUnitLine>,
    pub titles: Vec<(String, Texts)>,
    pub new_people: Vec<NewPerson>,
    pub changed_people: Vec<(PersonId, NewPerson)>,
    pub steps: Vec<Step>,
    /// Unit's code, number of who leads it from today; `None` ends it.
    pub leaders: Vec<(String, Option<String>)>,
    /// Numbers of people whose last employment ends.
    pub leavers: Vec<String>,
    pub outlooks: Vec<Outlook>,
    pub faults: Vec<RowFault>,
    /// People with an employment before.
    pub people_before: usize,
    /// A bad row does not say whom it speaks of, so nobody is ended for being missing.
    pub endings_held_back: bool,
}

impl Plan {
    pub fn is_empty(&self) -> bool {
        let sizes = [
            self.units.len(),
            self.titles.len(),
            self.new_people.len(),
            self.changed_people.len(),
            self.steps.len(),
            self.leaders.len(),
        ];
        sizes.iter().sum::<usize>() == 0
    }

    /// Share of the people whose last employment ends, in per cent.
    pub fn end_share(&self) -> f64 {
        if self.people_before == 0 {
            return 0.0;
        }
        100.0 * self.leavers.len() as f64 / self.people_before as f64
    }

    /// Rows that were left out.
    pub fn rows_left_out(&self) -> usize {
        let lines: HashSet<u64> = self
            .faults
            .iter()
            .filter(|fault| fault.left_out)
            .map(|fault| fault.line)
            .collect();
        lines.len()
    }
}

/// Numbers that bad rows speak of: they are not missing.
#[derive(Default)]
struct Bad {
    people: HashSet<String>,
    employments: HashSet<String>,
    nameless: bool,
}

impl Bad {
    fn note(&mut self, row: &BadRow) {
        self.nameless |= row.number.is_empty() && row.employment.is_empty();
        self.people.insert(row.number.clone());
        self.employments.insert(row.employment.clone());
    }
}

struct Making<'a> {
    mapping: &'a Mapping,
    present: &'a Present,
    plan: Plan,
    bad: Bad,
    /// Spans of the employments that change, as they will be.
    after: HashMap<String, Vec<Spell>>,
    seen: HashSet<String>,
    people: HashMap<String, NewPerson>,
    titles: BTreeMap<String, Texts>,
}

/// What this file does to what is there.
pub fn make(intake: &Intake, mapping: &Mapping, present: &Present) -> Plan {
    let mut making = Making {
        mapping,
        present,
        plan: Plan::default(),
        bad: Bad::default(),
        after: HashMap::new(),
        seen: HashSet::new(),
        people: HashMap::new(),
        titles: BTreeMap::new(),
    };
    let mut entries = making.read(intake);
    let units = new_units::plan(&mut entries, mapping, present);
    for (entry, fault) in units.refused {
        making.refuse(&entry, fault);
    }
    making.plan.units = units.units;
    let good: Vec<Entry> = entries
        .into_iter()
        .filter(|entry| making.add(entry))
        .collect();
    making.end_the_missing();
    making.count_leavers();
    making.lead(&good);
    making.plan.titles = std::mem::take(&mut making.titles).into_iter().collect();
    making.plan.faults.sort_by_key(|fault| fault.line);
    making.plan
}

impl Making<'_> {
    fn read(&mut self, intake: &Intake) -> Vec<Entry> {
        let mut entries = Vec::new();
        for line in &intake.sheet.rows {
            match entry::read(&intake.sheet, self.mapping, line) {
                Ok(entry) => entries.push(entry),
                Err(bad) => {
                    self.bad.note(&bad);
                    self.plan.faults.extend(bad.faults);
                }
            }
        }
        entries
    }

    fn refuse(&mut self, entry: &Entry, fault: RowFault) {
        self.bad.people.insert(entry.number.clone());
        self.bad.employments.insert(entry.employment.clone());
        self.plan.faults.push(fault);
    }

    fn wrong(
        &mut self,
        entry: &Entry,
        field: super::mapping::Field,
        message: &'static str,
    ) -> bool {
        let column = self.mapping.column(field).unwrap_or("").to_owned();
        let (line, args, left_out) = (entry.line, Vec::new(), true);
        self.refuse(
            entry,
            RowFault {
                line,
                column,
                message,
                args,
                left_out,
            },
        );
        false
    }

    /// Plans one good row; false when it turns out to be bad beside the others.
    fn add(&mut self, entry: &Entry) -> bool {
        use super::mapping::Field;
        if self.seen.contains(&entry.employment) {
            let field = match self.mapping.column(Field::Employment) {
                Some(_) => Field::Employment,
                None => Field::Number,
            };
            return self.wrong(entry, field, "organisation-import-twice");
        }
        let known = self.present.people.get(&entry.number);
        let person = person_of(entry, known.map(|(_, person)| person));
        if self
            .people
            .get(&entry.number)
            .is_some_and(|other| *other != person)
        {
            return self.wrong(entry, Field::Family, "organisation-import-person-differs");
        }
        let row = Spell {
            number: entry.employment.clone(),
            person: entry.number.clone(),
            unit: entry.unit.clone(),
            title: entry.title.clone(),
            from: entry.from,
            until: entry.until,
        };
        let spans = self
            .present
            .employments
            .get(&entry.employment)
            .map_or(&[][..], Vec::as_slice);
        let steps = match spells::settle(spans, &row, self.present.today) {
            Ok(steps) => steps,
            Err(message) => return self.wrong(entry, Field::Employment, message),
        };
        self.seen.insert(entry.employment.clone());
        let changed = known.is_some_and(|(_, old)| *old != person);
        let held = spans
            .iter()
            .any(|(_, spell)| spell.holds(self.present.today));
        let over = row.until.is_some_and(|until| until < self.present.today);
        let fate = match (spans.is_empty(), steps.is_empty()) {
            (true, _) => Fate::New,
            (_, false) if over && held => Fate::Ended,
            (_, true) if !changed => Fate::Unchanged,
            _ => Fate::Changed,
        };
        self.take_person(&entry.number, person);
        self.take_title(entry);
        self.take_steps(&entry.employment, steps);
        let name = format!("{} {}", entry.given, entry.family);
        self.outlook(fate, &entry.unit, &entry.number, name);
        true
    }

    fn outlook(&mut self, fate: Fate, unit: &str, number: &str, name: String) {
        let (unit, number) = (unit.to_owned(), number.to_owned());
        self.plan.outlooks.push(Outlook {
            fate,
            unit,
            number,
            name,
        });
    }

    fn take_person(&mut self, number: &str, person: NewPerson) {
        if self
            .people
            .insert(number.to_owned(), person.clone())
            .is_some()
        {
            return;
        }
        match self.present.people.get(number) {
            None => self.plan.new_people.push(person),
            Some((id, old)) if *old != person => self.plan.changed_people.push((*id, person)),
            Some(_) => {}
        }
    }

    fn take_title(&mut self, entry: &Entry) {
        if !self.present.titles.contains_key(&entry.title)
            && !self.titles.contains_key(&entry.title)
        {
            let name = entry.title_name.as_deref().unwrap_or(&entry.title);
            self.titles
                .insert(entry.title.clone(), texts(self.mapping.language, name));
        }
    }

    fn take_steps(&mut self, number: &str, steps: Vec<Step>) {
        if steps.is_empty() {
            return;
        }
        let known = self
            .present
            .employments
            .get(number)
            .map_or(&[][..], Vec::as_slice);
        let mut spans: Vec<Spell> = known.iter().map(|(_, spell)| spell.clone()).collect();
        for step in &steps {
            match step {
                Step::Begin(spell) => spans.push(spell.clone()),
                Step::Put(id, spell) => {
                    if let Some(at) = known.iter().position(|(known, _)| known == id) {
                        spans[at] = spell.clone();
                    }
                }
            }
        }
        self.after.insert(number.to_owned(), spans);
        self.plan.steps.extend(steps);
    }

    /// In a full file, an employment that is not there has ended; not so one whose row is bad.
    fn end_the_missing(&mut self) {
        self.plan.endings_held_back = self.mapping.mode == Mode::Full && self.bad.nameless;
        if self.mapping.mode == Mode::Changes || self.bad.nameless {
            return;
        }
        let present = self.present;
        let mut numbers: Vec<&String> = present.employments.keys().collect();
        numbers.sort();
        for number in numbers {
            let spans = &present.employments[number];
            let Some(step) = spells::finish(spans, present.today) else {
                continue;
            };
            let (_, last) = &spans[spans.len() - 1];
            let spoken_of = self.seen.contains(number)
                || self.bad.employments.contains(number)
                || self.bad.people.contains(&last.person);
            if spoken_of {
                continue;
            }
            let name = present
                .people
                .get(&last.person)
                .map_or(String::new(), |(_, person)| {
                    format!("{} {}", person.given, person.family)
                });
            self.outlook(Fate::Ended, &last.unit, &last.person, name);
            self.take_steps(number, vec![step]);
        }
    }

    /// Who had an employment before and has none after.
    fn count_leavers(&mut self) {
        let today = self.present.today;
        let mut before: HashSet<&str> = HashSet::new();
        let mut after: HashSet<&str> = HashSet::new();
        for (number, spans) in &self.present.employments {
            let held = spans.iter().find(|(_, spell)| spell.holds(today));
            before.extend(held.map(|(_, spell)| spell.person.as_str()));
            if !self.after.contains_key(number) {
                after.extend(held.map(|(_, spell)| spell.person.as_str()));
            }
        }
        for spans in self.after.values() {
            let held = spans
                .iter()
                .filter(|spell| spell.until.is_none_or(|last| last >= today));
            after.extend(held.map(|spell| spell.person.as_str()));
        }
        let mut leavers: Vec<String> = before
            .iter()
            .filter(|number| !after.contains(*number))
            .map(|n| (*n).to_owned())
            .collect();
        leavers.sort();
        self.plan.people_before = before.len();
        self.plan.leavers = leavers;
    }

    fn lead(&mut self, entries: &[Entry]) {
        let asked = leaders::Asked {
            entries,
            mapping: self.mapping,
            present: self.present,
            bad: &self.bad.people,
            people: &self.people,
        };
        let (leaders, faults) = leaders::plan(&asked);
        self.plan.leaders = leaders;
        self.plan.faults.extend(faults);
    }
}
