//! What a row does to the spans of its employment; pure.

use kit::clock::Day;

use super::super::EmploymentId;
use super::present::Spell;

/// A change of one row of employments.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Begin(Spell),
    /// The row becomes this.
    Put(EmploymentId, Spell),
}

/// From the known spans (in order of time) to what the file's row says, as of today. A move to another unit or
/// title counts from today, because the file does not say since when.
///
/// # Errors
/// A message when the row contradicts what is known.
pub fn settle(
    known: &[(EmploymentId, Spell)],
    row: &Spell,
    today: Day,
) -> Result<Vec<Step>, &'static str> {
    let Some((last_id, last)) = known.last() else {
        return Ok(vec![Step::Begin(row.clone())]);
    };
    if last.person != row.person {
        return Err("organisation-import-other-person");
    }
    if last.until.is_some_and(|until| until < row.from) {
        return Ok(vec![Step::Begin(row.clone())]);
    }
    let mut now = last.clone();
    let mut steps = begun_when(known, row, &mut now)?;
    let over = row.until.is_some_and(|until| until < today);
    let moved = !over && (now.unit != row.unit || now.title != row.title);
    if moved && now.from < today {
        let close = now
            .until
            .map_or(today.plus_days(-1), |until| until.min(today.plus_days(-1)));
        now.until = Some(close);
        steps.push(Step::Begin(Spell {
            from: close.plus_days(1),
            ..row.clone()
        }));
    } else {
        if moved {
            now.unit.clone_from(&row.unit);
            now.title.clone_from(&row.title);
        }
        now.until = row.until;
    }
    if now.until.is_some_and(|until| until < now.from) {
        return Err("organisation-import-contradicts");
    }
    if now != *last {
        // What is closed goes before what begins after it.
        steps.insert(0, Step::Put(*last_id, now));
    }
    Ok(steps)
}

/// Puts right the day on which the employment began, when the file knows it otherwise: in `now` when it has one
/// span, else as a step.
fn begun_when(
    known: &[(EmploymentId, Spell)],
    row: &Spell,
    now: &mut Spell,
) -> Result<Vec<Step>, &'static str> {
    let begin = run_start(known);
    let (id, first) = &known[begin];
    if first.from == row.from {
        return Ok(Vec::new());
    }
    let free = begin == 0
        || known[begin - 1]
            .1
            .until
            .is_some_and(|until| until < row.from);
    if !free || first.until.is_some_and(|until| until < row.from) {
        return Err("organisation-import-contradicts");
    }
    if begin + 1 == known.len() {
        now.from = row.from;
        return Ok(Vec::new());
    }
    let put = Spell {
        from: row.from,
        ..first.clone()
    };
    Ok(vec![Step::Put(*id, put)])
}

/// Where the unbroken run begins that ends with the last span: an employment that was moved is one in the file.
fn run_start(known: &[(EmploymentId, Spell)]) -> usize {
    let mut at = known.len() - 1;
    while at > 0 && known[at - 1].1.until.map(|until| until.plus_days(1)) == Some(known[at].1.from)
    {
        at -= 1;
    }
    at
}

/// The step that ends an employment which a full file no longer has. `None` when it holds no longer or not yet.
pub fn finish(known: &[(EmploymentId, Spell)], today: Day) -> Option<Step> {
    let (id, last) = known.last()?;
    if !last.holds(today) {
        return None;
    }
    let until = today.plus_days(-1).max(last.from);
    (last.until != Some(until)).then(|| {
        Step::Put(
            *id,
            Spell {
                until: Some(until),
                ..last.clone()
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::Id;

    fn spell(unit: &str, from: &str, until: Option<&str>) -> Spell {
        Spell {
            number: "e1".into(),
            person: "p1".into(),
            unit: unit.into(),
            title: "t".into(),
            from: Day::parse(from).unwrap(),
            until: until.and_then(Day::parse),
        }
    }

    /// Carries steps out on the spans.
    fn after(mut known: Vec<(EmploymentId, Spell)>, steps: &[Step]) -> Vec<(EmploymentId, Spell)> {
        for step in steps {
            match step {
                Step::Begin(spell) => known.push((Id::random(), spell.clone())),
                Step::Put(id, spell) => {
                    let row = known.iter_mut().find(|(known, _)| known == id).unwrap();
                    row.1 = spell.clone();
                }
            }
        }
        known.sort_by_key(|(_, spell)| spell.from);
        known
    }

    #[test]
    fn every_change_settles_and_then_nothing_changes() {
        let today = Day::parse("2026-03-02").unwrap();
        let moved = vec![
            (Id::random(), spell("a", "2019-01-01", Some("2023-12-31"))),
            (Id::random(), spell("b", "2024-01-01", None)),
        ];
        let plain = vec![(Id::random(), spell("a", "2019-01-01", None))];
        let ended = vec![(Id::random(), spell("a", "2019-01-01", Some("2025-12-31")))];
        let fresh = vec![(Id::random(), spell("a", "2026-03-02", None))];
        let rows = [
            spell("a", "2019-01-01", None),
            spell("b", "2019-01-01", None),
            spell("c", "2019-01-01", None),
            spell("b", "2019-01-01", Some("2026-12-31")),
            spell("b", "2018-06-01", None),
            spell("a", "2026-02-01", None),
            spell("b", "2019-01-01", Some("2025-12-31")),
            spell("c", "2026-03-02", None),
        ];
        for known in [Vec::new(), moved, plain, ended, fresh] {
            for row in &rows {
                let Ok(steps) = settle(&known, row, today) else {
                    continue;
                };
                let next = after(known.clone(), &steps);
                for pair in next.windows(2) {
                    assert!(
                        pair[0].1.until.unwrap() < pair[1].1.from,
                        "{row:?} {next:?}"
                    );
                }
                for (_, spell) in &next {
                    assert!(spell.until.is_none_or(|until| until >= spell.from));
                }
                assert_eq!(
                    settle(&next, row, today),
                    Ok(vec![]),
                    "{known:?}\n{row:?}\n{next:?}"
                );
            }
        }
    }

    #[test]
    fn a_move_counts_from_today_and_the_past_stays() {
        let today = Day::parse("2024-03-01").unwrap();
        let known = vec![(Id::random(), spell("a", "2019-01-01", None))];
        let steps = settle(&known, &spell("b", "2019-01-01", None), today).unwrap();
        let next = after(known, &steps);
        assert_eq!(next[0].1, spell("a", "2019-01-01", Some("2024-02-29")));
        assert_eq!(next[1].1, spell("b", "2024-03-01", None));
    }

    #[test]
    fn who_is_missing_ends_yesterday() {
        let today = Day::parse("2026-01-01").unwrap();
        let known = vec![(Id::random(), spell("a", "2019-01-01", None))];
        let step = finish(&known, today).unwrap();
        assert_eq!(
            step,
            Step::Put(known[0].0, spell("a", "2019-01-01", Some("2025-12-31")))
        );
        assert_eq!(finish(&after(known, &[step]), today), None);
        let future = vec![(Id::random(), spell("a", "2027-01-01", None))];
        assert_eq!(finish(&future, today), None);
    }

    #[test]
    fn a_number_never_goes_over_to_another_person() {
        let known = vec![(Id::random(), spell("a", "2019-01-01", None))];
        let other = Spell {
            person: "p2".into(),
            ..spell("a", "2019-01-01", None)
        };
        let today = Day::parse("2026-03-02").unwrap();
        assert!(settle(&known, &other, today).is_err());
    }
}
