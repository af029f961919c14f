//! From one world to the next: move a cell, mend the relations it broke by moving others.

use super::loss::Loss;
use super::table::Table;

/// Further cells in one move: first few (a square of two boards and two figures), then as many as a board
/// that exchanges a whole column of figures with another needs.
const LENGTHS: [usize; 2] = [3, 40];

/// How many ways to mend a row are tried, best first.
const BREADTH: usize = 4;

/// Steps of the search before it gives up. Giving up is safe: the cell then counts as exposed.
const PATIENCE: usize = 300;

/// A broken relation more, in the price of a way to mend; a published cell costs less than two of them.
const BROKEN: i64 = 100;
const FRESH: i64 = 60;

/// What a move may do.
#[derive(Clone, Copy)]
pub(super) struct Licence {
    /// Floors of a reader who knows that zeros are shown.
    pub rule: bool,
    /// How many published cells it may take (they will be withheld).
    pub fresh: usize,
    /// The dearest kind of published cell it may take.
    pub take: Loss,
    /// Which way of shuffling equally good choices; 0 leaves them in order. Another turn often finds what a
    /// longer search does not.
    pub turn: usize,
}

/// A world that starts as the truth and is changed by moves.
pub(super) struct Walk<'a> {
    table: &'a Table,
    pub hidden: Vec<bool>,
    pub n: Vec<i64>,
    sums: Vec<i64>,
    step: Vec<usize>,
    in_step: Vec<bool>,
    left: usize,
}

impl<'a> Walk<'a> {
    pub fn new(table: &'a Table, hidden: Vec<bool>) -> Self {
        let n: Vec<i64> = table.vars.iter().map(|v| v.n).collect();
        let sums = table
            .rows
            .iter()
            .map(|r| r.terms.iter().map(|(v, c)| c * n[*v]).sum())
            .collect();
        let in_step = vec![false; n.len()];
        Self {
            table,
            hidden,
            n,
            sums,
            step: vec![],
            in_step,
            left: 0,
        }
    }

    /// Moves `v` by `by` and mends what breaks. `Some` holds the cells moved; `None` leaves the world as it was.
    pub fn go(&mut self, v: usize, by: i64, licence: Licence) -> Option<Vec<usize>> {
        if by == 0 || self.n[v] + by < self.floor(v, licence) {
            return None;
        }
        for length in LENGTHS {
            self.left = PATIENCE;
            self.shift(v, by);
            let found = self.mend(length, licence);
            let step: Vec<usize> = self.step.clone();
            if !found {
                self.unshift(v, by);
            }
            for v in self.step.drain(..) {
                self.in_step[v] = false;
            }
            if found {
                return Some(step);
            }
        }
        None
    }

    /// Back to the truth for these cells.
    pub fn restore(&mut self, moved: &[usize]) {
        for &v in moved {
            let by = self.table.vars[v].n - self.n[v];
            self.add(v, by);
        }
    }

    fn mend(&mut self, length: usize, licence: Licence) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        let Some((row, ways)) = self.tightest(licence) else {
            return true;
        };
        if length == 0 || ways == 0 {
            return false;
        }
        for (_, v, by) in self.options(row, licence) {
            let taken = usize::from(!self.hidden[v]);
            self.shift(v, by);
            let mut next = licence;
            next.fresh -= taken;
            if self.mend(length - 1, next) {
                return true;
            }
            self.unshift(v, by);
        }
        false
    }

    /// The best ways to mend a row: those that leave the fewest broken rows, and published cells only when
    /// they spare at least one.
    fn options(&self, row: usize, licence: Licence) -> Vec<(i64, usize, i64)> {
        let mut options = vec![];
        let excess = self.excess(row);
        for &(v, c) in &self.table.rows[row].terms {
            let by = mending(excess, c);
            if self.may(v, by, licence) {
                let price = if self.hidden[v] {
                    0
                } else {
                    FRESH + self.table.vars[v].weight
                };
                let price = price + shuffle(v, licence.turn);
                options.push((BROKEN * self.newly_broken(v, by) + price, v, by));
            }
        }
        options.sort_unstable();
        options.truncate(BREADTH);
        options
    }

    fn newly_broken(&self, v: usize, by: i64) -> i64 {
        let change = |&(row, c): &(usize, i64)| {
            let at = &self.table.rows[row];
            let out = |sum: i64| i64::from(sum > at.most || sum < at.least);
            out(self.sums[row] + c * by) - out(self.sums[row])
        };
        self.table.rows_of[v].iter().map(change).sum()
    }

    /// The broken row with the fewest ways to mend it, and how many there are.
    fn tightest(&self, licence: Licence) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        for &moved in &self.step {
            for &(row, _) in &self.table.rows_of[moved] {
                let excess = self.excess(row);
                if excess == 0 || best.is_some_and(|(seen, _)| seen == row) {
                    continue;
                }
                let terms = &self.table.rows[row].terms;
                let ways = terms
                    .iter()
                    .filter(|(v, c)| self.may(*v, mending(excess, *c), licence))
                    .count();
                if best.is_none_or(|(_, least)| ways < least) {
                    best = Some((row, ways));
                }
                if ways == 0 {
                    return best;
                }
            }
        }
        best
    }

    /// By how much a row lies outside its bounds. A share's rows fall away with the share, which goes when
    /// a count of it is newly withheld.
    fn excess(&self, row: usize) -> i64 {
        let at = &self.table.rows[row];
        let sum = self.sums[row];
        let excess = if sum > at.most {
            sum - at.most
        } else if sum < at.least {
            sum - at.least
        } else {
            return 0;
        };
        match at.share {
            Some(s) if self.hidden[s] => 0,
            Some(s) if !self.table.vars[s].is_known() && self.takes_fresh(row) => 0,
            _ => excess,
        }
    }

    fn takes_fresh(&self, row: usize) -> bool {
        self.table.rows[row]
            .terms
            .iter()
            .any(|(v, _)| self.in_step[*v] && !self.hidden[*v])
    }

    fn may(&self, v: usize, by: i64, licence: Licence) -> bool {
        let var = &self.table.vars[v];
        let open = self.hidden[v] || (licence.fresh > 0 && var.loss <= licence.take);
        open && !self.in_step[v] && !var.is_known() && self.n[v] + by >= self.floor(v, licence)
    }

    fn floor(&self, v: usize, licence: Licence) -> i64 {
        let var = &self.table.vars[v];
        if licence.rule {
            var.rule_floor
        } else {
            var.floor
        }
    }

    fn add(&mut self, v: usize, by: i64) {
        self.n[v] += by;
        for &(row, c) in &self.table.rows_of[v] {
            self.sums[row] += c * by;
        }
    }

    fn shift(&mut self, v: usize, by: i64) {
        self.add(v, by);
        self.in_step[v] = true;
        self.step.push(v);
    }

    fn unshift(&mut self, v: usize, by: i64) {
        self.add(v, -by);
        self.in_step[v] = false;
        self.step.pop();
    }
}

/// The change of a cell with coefficient `c` that brings a row back within its bounds.
fn mending(excess: i64, c: i64) -> i64 {
    let size = (excess.abs() + c.abs() - 1) / c.abs();
    -size * excess.signum() * c.signum()
}

/// A price up to half a broken relation that looks like chance and is the same every time.
fn shuffle(v: usize, turn: usize) -> i64 {
    let mixed = v
        .wrapping_add(1)
        .wrapping_mul(turn)
        .wrapping_mul(2_654_435_761);
    i64::from(mixed as u32 >> 16) % (BROKEN / 2)
}
