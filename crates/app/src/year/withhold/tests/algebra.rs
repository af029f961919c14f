//! The second attacker eliminates over fractions and tightens bounds: for sheets too large to try.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::Knowledge;
use super::*;

/// Exact elimination over fractions: unknown cells, and sums of them, that the equations fix.
pub(super) fn by_algebra(know: &Knowledge) -> Vec<String> {
    let equations = know
        .lines
        .iter()
        .filter(|l| l.least.is_some() && l.least == l.most);
    let mut rows: Vec<(BTreeMap<usize, i128>, i128)> = equations
        .map(|l| (l.terms.clone(), l.most.expect("an equation")))
        .collect();
    reduce(&mut rows);
    let mut found = vec![];
    for (terms, value) in &rows {
        let one_sign = terms.values().all(|c| *c > 0);
        let least = terms.values().copied().min().unwrap_or(1);
        let secret = terms
            .keys()
            .any(|v| know.is_secret(*v) && is_small(&know.unknown[*v]));
        if terms.len() == 1 && terms.keys().all(|v| know.is_secret(*v)) {
            found.push(format!(
                "{:?}",
                know.unknown[*terms.keys().next().expect("one")].cell
            ));
        } else if one_sign && secret && *value < 5 * least {
            found.push(format!(
                "sum {value} of {:?}",
                terms
                    .keys()
                    .map(|v| &know.unknown[*v].cell)
                    .collect::<Vec<_>>()
            ));
        }
    }
    found.extend(by_bounds(know));
    found
}

fn reduce(rows: &mut Vec<(BTreeMap<usize, i128>, i128)>) {
    let columns: BTreeSet<usize> = rows.iter().flat_map(|r| r.0.keys().copied()).collect();
    let mut done = 0;
    for column in columns {
        let Some(pivot) = (done..rows.len()).find(|r| rows[*r].0.contains_key(&column)) else {
            continue;
        };
        rows.swap(done, pivot);
        let (head, value) = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let Some(&c) = row.0.get(&column).filter(|_| at != done) else {
                continue;
            };
            let p = head[&column];
            row.0.values_mut().for_each(|x| *x *= p);
            row.1 *= p;
            for (v, h) in &head {
                *row.0.entry(*v).or_default() -= c * h;
            }
            row.1 -= c * value;
            row.0.retain(|_, x| *x != 0);
            shorten(row);
        }
        done += 1;
    }
    rows.truncate(done);
    rows.iter_mut().for_each(shorten);
}

/// Divides by the common factor and makes the first coefficient positive.
fn shorten(row: &mut (BTreeMap<usize, i128>, i128)) {
    let mut divisor = row.1.abs();
    for c in row.0.values() {
        let (mut a, mut b) = (divisor, c.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        divisor = a;
    }
    let sign = row.0.values().next().map_or(1, |c| c.signum());
    if divisor != 0 {
        row.0.values_mut().for_each(|c| *c = *c / divisor * sign);
        row.1 = row.1 / divisor * sign;
    }
}

/// Tightens bounds line by line until nothing changes; names secrets whose bounds close in.
fn by_bounds(know: &Knowledge) -> Vec<String> {
    let wide = 1_000_000_i128;
    let mut bounds: Vec<(i128, i128)> = (0..know.unknown.len())
        .map(|v| (know.floor(v, true), wide))
        .collect();
    for _ in 0..12 {
        for line in &know.lines {
            let sides = [(line.most, 1), (line.least, -1)];
            for (most, sign) in sides
                .into_iter()
                .filter_map(|(b, sign)| Some((b? * sign, sign)))
            {
                let least: i128 = line
                    .terms
                    .iter()
                    .map(|(v, c)| lowest(bounds[*v], c * sign))
                    .sum();
                for (v, c) in line.terms.iter().map(|(v, c)| (*v, c * sign)) {
                    let room = most - (least - lowest(bounds[v], c));
                    let (low, high) = bounds[v];
                    bounds[v] = if c > 0 {
                        (low, high.min(room.div_euclid(c)))
                    } else {
                        (low.max(-room.div_euclid(-c)), high)
                    };
                    if bounds[v] != (low, high) {
                        break;
                    }
                }
            }
        }
    }
    let close = (0..bounds.len()).filter(|v| know.is_secret(*v) && bounds[*v].1 - bounds[*v].0 < 2);
    close
        .map(|v| format!("{:?} in {:?}", know.unknown[v].cell, bounds[v]))
        .collect()
}

fn lowest((low, high): (i128, i128), c: i128) -> i128 {
    (c * low).min(c * high)
}

pub(super) fn assert_algebra_finds_nothing(
    facts: &[Fact],
    relations: &[Relation],
    withheld: &BTreeSet<Cell>,
) {
    let found = by_algebra(&Knowledge::of(facts, relations, withheld));
    assert!(found.is_empty(), "algebra finds {found:#?}");
}
