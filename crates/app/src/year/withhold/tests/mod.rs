//! The attacker here knows nothing of `audit`: see `attack` and `algebra`.

mod algebra;
mod attack;
mod cases;
mod city;
mod random;

use std::collections::BTreeSet;

use super::*;

pub(super) const FEW: Class = Class::Few {
    minimum: 5,
    zero: Zero::Show,
};
pub(super) const FEW_OR_NONE: Class = Class::Few {
    minimum: 5,
    zero: Zero::Withhold,
};

pub(super) fn cell(key: &str, board: Option<u32>, year: i32) -> Cell {
    Cell::new(key, board, year)
}

pub(super) fn fact(cell: Cell, value: i32, class: Class) -> Fact {
    Fact {
        cell,
        value: f64::from(value),
        class,
        integer: true,
        internal: false,
        already: None,
    }
}

/// One figure of one year over boards 0, 1, 2 … with its whole, and the sum between them.
pub(super) fn figure(key: &str, year: i32, boards: &[i32], class: Class) -> (Vec<Fact>, Relation) {
    let at = |board: usize| cell(key, u32::try_from(board).ok(), year);
    let mut facts: Vec<Fact> = boards
        .iter()
        .enumerate()
        .map(|(b, n)| fact(at(b), *n, class))
        .collect();
    facts.push(fact(cell(key, None, year), boards.iter().sum(), class));
    let parts = (0..boards.len()).map(at).collect();
    (
        facts,
        Relation::Sum {
            total: cell(key, None, year),
            parts,
        },
    )
}

pub(super) fn names(plan: &Plan) -> BTreeSet<Cell> {
    plan.withheld.keys().cloned().collect()
}

/// What a careless publisher withholds: the small counts and nothing else.
pub(super) fn only_small(facts: &[Fact]) -> BTreeSet<Cell> {
    let small = |f: &&Fact| f.internal || (f.already.is_none() && is_small(f));
    facts.iter().filter(small).map(|f| f.cell.clone()).collect()
}

pub(super) fn count(fact: &Fact) -> i64 {
    fact.value as i64
}

pub(super) fn is_small(fact: &Fact) -> bool {
    match fact.class {
        Class::Free => false,
        Class::Few { minimum, zero } => {
            let n = count(fact);
            n < i64::from(minimum) && (n > 0 || zero == Zero::Withhold)
        }
    }
}
