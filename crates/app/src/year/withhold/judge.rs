//! Does a world fit everything published? The whole proof rests on this file, so it reads the relations
//! as declared and uses whole numbers only.

use super::table::{Link, Table};

/// Whether the world `n`, which differs from the truth in `moved` only, fits: only hidden counts differ,
/// none lies under its floor, and every relation that holds a moved cell holds.
///
/// `rule` takes the floors of a reader who knows that zeros are shown.
pub(super) fn fits(table: &Table, hidden: &[bool], n: &[i64], moved: &[usize], rule: bool) -> bool {
    moved.iter().all(|&v| {
        let var = &table.vars[v];
        let floor = if rule { var.rule_floor } else { var.floor };
        hidden[v]
            && var.count
            && !var.is_known()
            && n[v] >= floor
            && table.links_of[v]
                .iter()
                .all(|&at| holds(table, hidden, n, &table.links[at]))
    })
}

fn holds(table: &Table, hidden: &[bool], n: &[i64], link: &Link) -> bool {
    let change = |v: usize| n[v] - table.vars[v].n;
    match link {
        Link::Sum { total, parts } => {
            change(*total) == parts.iter().map(|p| change(*p)).sum::<i64>()
        }
        Link::AtMost { part, total } => {
            let (p, t) = (&table.vars[*part], &table.vars[*total]);
            // Where the truth breaks the rule, or one side is no count, only worlds no nearer the limit fit.
            let sound = p.count && t.count && p.n <= t.n;
            if sound {
                n[*part] <= n[*total]
            } else {
                change(*part) <= change(*total)
            }
        }
        Link::Share {
            share,
            above,
            below,
            scale,
            printed,
        } => {
            hidden[*share] || {
                let off = |a: i64, b: i64| (200 * scale * a - 2 * printed * b).abs();
                let (a, b) = (n[*above], n[*below]);
                let tie = off(table.vars[*above].n, table.vars[*below].n) == table.vars[*below].n;
                // Rounding of exact halves is not declared, so a half fits only where the truth is one.
                off(a, b) < b
                    || (tie && off(a, b) == b)
                    || (change(*above) == 0 && change(*below) == 0)
            }
        }
        Link::Describes { .. } => true,
    }
}
