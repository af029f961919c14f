//! What the public loses with a cell, so that the least is withheld for others' sake.

use std::collections::BTreeMap;

use super::Class;
use super::table::{Link, Var};

/// What kind of cell the public would lose. Taken in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loss {
    /// A figure of one board.
    Board,
    /// A figure of the whole municipality.
    Whole,
    /// A figure of the whole that sums up others: the sheet's main figures.
    Main,
    /// A zero whose figure shows zeros: withholding it hardly protects from a reader who knows the rule.
    Zero,
}

/// Orders what may be withheld for others' sake. A board's size is all its counts of few over all
/// years: no single value shows in the order. Sums of figures and free figures come after plain ones.
pub(super) fn weigh(vars: &mut [Var], links: &[Link]) {
    let mut sizes: BTreeMap<u32, i64> = BTreeMap::new();
    for v in vars.iter() {
        if let (Some(board), Class::Few { .. }) = (v.cell.board, v.class) {
            *sizes.entry(board).or_default() += v.n;
        }
    }
    let mut order: Vec<(i64, u32)> = sizes.iter().map(|(board, size)| (*size, *board)).collect();
    order.sort_unstable();
    let rank: BTreeMap<u32, i64> = order.iter().zip(0..).map(|((_, b), at)| (*b, at)).collect();
    let all = rank.len() as i64 + 1;
    for v in vars.iter_mut() {
        v.weight = v
            .cell
            .board
            .and_then(|b| rank.get(&b).copied())
            .unwrap_or(all);
        v.weight += if v.class == Class::Free { all } else { 0 };
        if v.cell.board.is_none() {
            v.loss = v.loss.max(Loss::Whole);
        }
    }
    for link in links {
        let Link::Sum { total, parts } = link else {
            continue;
        };
        let board = vars[*total].cell.board;
        if parts.iter().all(|p| vars[*p].cell.board == board) {
            let v = &mut vars[*total];
            v.weight += all;
            if board.is_none() {
                v.loss = v.loss.max(Loss::Main);
            }
        }
    }
}
