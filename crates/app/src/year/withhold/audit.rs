//! The attacker: given only what is printed, what can be told about what is not?

use std::collections::BTreeSet;

use super::plan::about_few;
use super::proof::Proof;
use super::table::Table;
use super::{Cell, Exposed, Fact, How, Relation};

/// Every withheld cell that could not be proved safe, if the public version leaves out `withheld` (and all
/// internal cells) and prints the rest. Empty means proved. Takes nothing over from [`super::plan`].
///
/// A finding with `standing` is old: earlier publications give the cell away whatever is withheld now.
#[must_use]
pub fn audit(facts: &[Fact], relations: &[Relation], withheld: &BTreeSet<Cell>) -> Vec<Exposed> {
    let table = Table::new(facts, relations);
    let hidden: Vec<bool> = table
        .vars
        .iter()
        .map(|v| !v.is_known() && (v.internal || withheld.contains(&v.cell)))
        .collect();
    let mut found = shown(&table, &hidden);
    let mut proof = Proof::new(&table, hidden);
    let weak = proof.weak();
    found.extend(name(&table, &proof, &weak));
    found
}

/// What is printed although it is about few.
fn shown(table: &Table, hidden: &[bool]) -> Vec<Exposed> {
    let small = (0..table.vars.len()).filter(|&v| table.vars[v].is_small());
    let all: BTreeSet<usize> = small.chain(about_few(table)).collect();
    let open = all
        .into_iter()
        .filter(|&v| !hidden[v] && !table.vars[v].is_known());
    open.map(|v| {
        let var = &table.vars[v];
        Exposed {
            cell: var.cell.clone(),
            how: How::Shown,
            low: var.n,
            high: var.n,
            standing: false,
        }
    })
    .collect()
}

fn name(table: &Table, proof: &Proof, weak: &[usize]) -> Vec<Exposed> {
    if weak.is_empty() {
        return vec![];
    }
    let mut best = Proof::of_all_hidden(table);
    let exposed = weak.iter().map(|&v| {
        let (low, high) = (proof.low[v], proof.high[v]);
        let how = match high - low {
            0 => How::Exact,
            1 => How::Narrow,
            _ => How::FewTogether,
        };
        let cell = table.vars[v].cell.clone();
        Exposed {
            cell,
            how,
            low,
            high,
            standing: !best.look(v),
        }
    });
    exposed.collect()
}
