//! What a manager sees of their units: counts, none about fewer than five reports, and nothing from which such
//! a count could be worked out (facts § 10, rule 8).

/// The least count that is shown. 0 is shown too: it tells of nobody.
pub const LEAST: i64 = 5;

/// A count, or that it is too small to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    Count(i64),
    Fewer,
}

/// Counts with their labels.
pub type Counts<T> = Vec<(T, i64)>;

fn may_show(count: i64) -> bool {
    count == 0 || count >= LEAST
}

/// The total and, only when every row may be shown, the rows. One row too small withholds them all: the total
/// stands beside them and would give the missing one back.
pub fn shown<T>(rows: Counts<T>) -> (Withheld, Option<Counts<T>>) {
    let total: i64 = rows.iter().map(|(_, count)| count).sum();
    let whole = if may_show(total) {
        Withheld::Count(total)
    } else {
        Withheld::Fewer
    };
    let all = rows.iter().all(|(_, count)| may_show(*count));
    (whole, (all && may_show(total)).then_some(rows))
}
