//! A register of many invented cases, made fast for the bench of its pages. Not a way in: nothing of it stands in the
//! book, and only `tillit bench` calls it, on a folder of its own.

use kit::clock::{Day, Zone};
use kit::db::{Tx, Value};

use super::super::super::CaseId;
use super::super::super::model::{About, Outcome};
use crate::base::Problem;
use crate::base::organisation::{self, UnitSpan};

/// Rows in one statement.
const PART: usize = 250;
/// Different words in the texts; the first are in many cases, the last in few.
const WORDS: u64 = 2_000;
const IN_CASE: u64 = 8;

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    /// Below `end`.
    fn roll(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }
}

/// Fills the register with so many cases of the ten years before `today`.
pub fn fill(tx: &Tx<'_>, count: u64, today: Day) -> Result<(), Problem> {
    let units = organisation::units(tx, today)?;
    let mut dice = Dice(2019);
    let mut done = 0;
    while done < count {
        let part = PART.min(usize::try_from(count - done).unwrap_or(PART));
        let (mut cases, mut words) = (Vec::new(), Vec::new());
        for number in done..done + part as u64 {
            one(
                &mut dice,
                number,
                count,
                &units,
                today,
                (&mut cases, &mut words),
            );
        }
        put(
            tx,
            "incidents_cases (id, number, nr, controller_id, unit_id, unit_name, about, story, facts, stage, outcome, breach, reported_at, known_at, aware_at, notify_by, notified_at, late, closed_at, answerable)",
            20,
            &cases,
        )?;
        put(tx, "incidents_words (word, nr)", 2, &words)?;
        done += part as u64;
    }
    Ok(())
}

fn put(tx: &Tx<'_>, table: &str, columns: usize, values: &[Value]) -> Result<(), Problem> {
    for part in values.chunks(columns * 1_000) {
        let rows: Vec<String> = (0..part.len() / columns)
            .map(|row| {
                let places: Vec<String> = (1..=columns)
                    .map(|place| format!("${}", row * columns + place))
                    .collect();
                format!("({})", places.join(", "))
            })
            .collect();
        tx.run(
            &format!(
                "INSERT INTO {table} VALUES {} ON CONFLICT DO NOTHING",
                rows.join(", ")
            ),
            part,
        )?;
    }
    Ok(())
}

fn one(
    dice: &mut Dice,
    number: u64,
    count: u64,
    units: &[UnitSpan],
    today: Day,
    (cases, words): (&mut Vec<Value>, &mut Vec<Value>),
) {
    // Oldest first, so that numbers and times agree.
    let back = 3_650 - (number * 3_650 / count.max(1)) as i32;
    let day = today.plus_days(-back);
    let reported = Zone::utc()
        .start_of(day)
        .plus_minutes(dice.roll(600) as i64 + 400);
    let nr = i64::from(day.year()) * 1_000_000 + number as i64;
    let unit = &units[dice.roll(units.len() as u64) as usize];
    let outcome = Outcome::ALL[if dice.roll(3) > 0 {
        0
    } else {
        dice.roll(5) as usize
    }];
    let about = About::ALL[dice.roll(About::ALL.len() as u64) as usize];
    let breach = outcome == Outcome::Breach;
    let open = back < 40 && dice.roll(2) == 0;
    let late = breach && dice.roll(20) == 0;
    let notified = (breach && !open).then(|| reported.plus_hours(if late { 90 } else { 40 }));
    let picked: Vec<String> = (0..IN_CASE)
        .map(|_| {
            let wide = dice.roll(WORDS) + 1;
            format!("word{}", dice.roll(wide))
        })
        .collect();
    for word in &picked {
        words.extend([Value::from(word.as_str()), nr.into()]);
    }
    let stage = if open { "assessed" } else { "closed" };
    cases.extend([
        Value::from(CaseId::random()),
        format!("{}-{number:06}", day.year()).into(),
        nr.into(),
        unit.controller.into(),
        unit.unit.into(),
        unit.name.to_json().into(),
        about.code().into(),
        picked.join(" ").into(),
        picked.join(" ").into(),
        stage.into(),
        outcome.code().into(),
        breach.into(),
        reported.into(),
        reported.into(),
        Value::from(breach.then_some(reported)),
        Value::from(breach.then(|| reported.plus_hours(72))),
        notified.into(),
        late.into(),
        Value::from((!open).then(|| reported.plus_days(9))),
        true.into(),
    ]);
}
