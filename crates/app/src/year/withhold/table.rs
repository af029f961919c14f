//! Facts and relations as numbered variables and rows, ready for the search. Errata are unfolded here.

use std::collections::BTreeMap;

use super::loss::{Loss, weigh};
use super::{Already, Cell, Class, Fact, Relation, Zero};

/// A cell as the search sees it.
pub(super) struct Var {
    pub cell: Cell,
    /// The true count; 0 and unused where `count` is false.
    pub n: i64,
    /// A whole number that is not negative: only these move between worlds.
    pub count: bool,
    pub class: Class,
    pub internal: bool,
    /// The remainder of a share: a count that has no fact of its own.
    pub rest: bool,
    pub already: Option<Already>,
    /// The least value every reader knows: 0, or 1 for the denominator of a share.
    pub floor: i64,
    /// The least value for a reader who knows that zeros of this figure are shown.
    pub rule_floor: i64,
    /// What the public would lose with it, roughly and (within that) finely: small boards first.
    pub loss: Loss,
    pub weight: i64,
}

impl Var {
    pub fn is_small(&self) -> bool {
        self.count && self.class.is_small(self.n)
    }

    pub fn is_known(&self) -> bool {
        self.already == Some(Already::Published)
    }
}

/// A relation between variables, as declared. `judge` reads these.
pub(super) enum Link {
    Sum {
        total: usize,
        parts: Vec<usize>,
    },
    AtMost {
        part: usize,
        total: usize,
    },
    Share {
        share: usize,
        above: usize,
        below: usize,
        scale: i64,
        printed: i64,
    },
    Describes {
        cell: usize,
        count: usize,
    },
}

/// `least` ≤ Σ coefficient · variable ≤ `most`, over counts only. The search reads these.
pub(super) struct Row {
    pub terms: Vec<(usize, i64)>,
    pub least: i64,
    pub most: i64,
    /// The row holds only while this share is printed.
    pub share: Option<usize>,
}

pub(super) struct Table {
    pub vars: Vec<Var>,
    pub links: Vec<Link>,
    pub links_of: Vec<Vec<usize>>,
    pub rows: Vec<Row>,
    pub rows_of: Vec<Vec<(usize, i64)>>,
}

/// A place without its edition, and the editions it has.
type Places = BTreeMap<Cell, BTreeMap<u32, usize>>;

impl Table {
    pub fn new(facts: &[Fact], relations: &[Relation]) -> Self {
        let mut table = Self {
            vars: vec![],
            links: vec![],
            links_of: vec![],
            rows: vec![],
            rows_of: vec![],
        };
        let mut places = Places::new();
        let mut values = vec![];
        for fact in facts {
            let versions = places.entry(fact.cell.clone().corrected(0)).or_default();
            if let std::collections::btree_map::Entry::Vacant(free) =
                versions.entry(fact.cell.edition)
            {
                free.insert(table.vars.len());
                table.vars.push(var(fact));
                values.push(fact.value);
            }
        }
        table.add_links(relations, &places, &mut values);
        table.links_of = vec![vec![]; table.vars.len()];
        for (at, link) in table.links.iter().enumerate() {
            for v in link.vars() {
                table.links_of[v].push(at);
            }
        }
        weigh(&mut table.vars, &table.links);
        table.add_rows(&values);
        table
    }

    fn add_links(&mut self, relations: &[Relation], places: &Places, values: &mut Vec<f64>) {
        for relation in relations {
            for edition in editions(relation, places) {
                let find = |cell: &Cell| {
                    let versions = places.get(&cell.clone().corrected(0))?;
                    versions.range(..=edition).next_back().map(|(_, v)| *v)
                };
                self.add_link(relation, &find, values);
            }
        }
    }

    /// Adds one relation as of one edition; a sum whose total or whose every part is not available says nothing.
    fn add_link(
        &mut self,
        relation: &Relation,
        find: &dyn Fn(&Cell) -> Option<usize>,
        values: &mut Vec<f64>,
    ) {
        let link = match relation {
            Relation::Sum { total, parts } => find(total).and_then(|total| {
                let parts: Vec<usize> = parts.iter().filter_map(find).collect();
                (!parts.is_empty()).then_some(Link::Sum { total, parts })
            }),
            Relation::AtMost { part, total } => find(part)
                .zip(find(total))
                .map(|(part, total)| Link::AtMost { part, total }),
            Relation::Describes { cell, count } => find(cell)
                .zip(find(count))
                .map(|(cell, count)| Link::Describes { cell, count }),
            Relation::Share {
                share,
                above,
                below,
                decimals,
            } => {
                let ends = find(above).zip(find(below));
                if let Some((share, (above, below))) = find(share).zip(ends) {
                    self.add_share(share, above, below, *decimals, values);
                }
                None
            }
        };
        self.links.extend(link);
    }

    /// A share brings three things: the rounded quotient, part ≤ whole, and its remainder, which is a
    /// count of people although nobody prints it.
    fn add_share(
        &mut self,
        share: usize,
        above: usize,
        below: usize,
        decimals: u8,
        values: &mut Vec<f64>,
    ) {
        let scale = 10_i64.pow(u32::from(decimals.min(6)));
        let printed = (values[share] * scale as f64).round() as i64;
        if !self.is_stale(share, [above, below], values, scale) {
            self.links.push(Link::Share {
                share,
                above,
                below,
                scale,
                printed,
            });
        }
        let (top, base) = (&self.vars[above], &self.vars[below]);
        if !(top.count && base.count && top.n <= base.n) {
            return;
        }
        let class = self.vars[share].class;
        let rest = base.n - top.n;
        self.vars[below].floor = self.vars[below].n.min(1);
        self.vars[below].rule_floor = self.vars[below].n.min(1);
        if !class.is_small(rest) {
            self.links.push(Link::AtMost {
                part: above,
                total: below,
            });
            return;
        }
        let mut cell = self.vars[share].cell.clone();
        cell.key.push_str("#rest");
        let fact = Fact {
            cell,
            value: rest as f64,
            class,
            integer: true,
            internal: true,
            already: None,
        };
        values.push(fact.value);
        self.vars.push(Var {
            rest: true,
            ..var(&fact)
        });
        let parts = vec![above, self.vars.len() - 1];
        self.links.push(Link::Sum {
            total: below,
            parts,
        });
    }

    /// Whether a count was corrected after the share was printed, so that the two no longer fit: every reader sees
    /// that, and nobody can compute one from the other.
    fn is_stale(&self, share: usize, counts: [usize; 2], values: &[f64], scale: i64) -> bool {
        let of = |v: usize| self.vars[v].cell.edition;
        let [above, below] = counts.map(|v| values[v]);
        let off = (100.0 * above - values[share] * below).abs() * scale as f64;
        counts.iter().any(|v| of(*v) > of(share)) && off > below * 0.5 + 1e-6
    }

    fn add_rows(&mut self, values: &[f64]) {
        let mut rows = vec![];
        for link in &self.links {
            match link {
                Link::Sum { total, parts } => {
                    let mut terms = vec![(*total, 1)];
                    terms.extend(parts.iter().map(|p| (*p, -1)));
                    rows.push(self.row(&terms, |truth| (truth, truth)));
                }
                Link::AtMost { part, total } => {
                    // Entered figures may break the rule; the reader then knows by how much.
                    let room = (values[*total] - values[*part]).floor().max(0.0) as i64;
                    let terms = [(*part, 1), (*total, -1)];
                    rows.push(self.row(&terms, |truth| (i64::MIN, truth + room)));
                }
                Link::Share {
                    share,
                    above,
                    below,
                    scale,
                    printed,
                } => {
                    let up = [(*above, 200 * scale), (*below, 1 - 2 * printed)];
                    let down = [(*above, -200 * scale), (*below, 1 + 2 * printed)];
                    for terms in [up, down] {
                        let mut row = self.row(&terms, |truth| (truth.min(1), i64::MAX));
                        row.share = Some(*share);
                        rows.push(row);
                    }
                }
                Link::Describes { .. } => {}
            }
        }
        self.rows_of = vec![vec![]; self.vars.len()];
        for (at, row) in rows.iter().enumerate() {
            for (v, c) in &row.terms {
                self.rows_of[*v].push((at, *c));
            }
        }
        self.rows = rows;
    }

    /// Keeps the counts of `terms`, lightest first; `bounds` gets their sum in truth.
    fn row(&self, terms: &[(usize, i64)], bounds: impl Fn(i64) -> (i64, i64)) -> Row {
        let mut terms: Vec<_> = terms
            .iter()
            .copied()
            .filter(|(v, _)| self.vars[*v].count)
            .collect();
        terms.sort_by_key(|(v, _)| (self.vars[*v].weight, *v));
        let (least, most) = bounds(terms.iter().map(|(v, c)| c * self.vars[*v].n).sum());
        Row {
            terms,
            least,
            most,
            share: None,
        }
    }
}

impl Link {
    pub fn vars(&self) -> Vec<usize> {
        match self {
            Self::Sum { total, parts } => parts.iter().chain([total]).copied().collect(),
            Self::AtMost { part, total } => vec![*part, *total],
            Self::Share {
                share,
                above,
                below,
                ..
            } => vec![*share, *above, *below],
            Self::Describes { cell, count } => vec![*cell, *count],
        }
    }
}

/// Larger numbers are no counts of people or things; taking them as constants keeps the sums exact.
const LARGEST: f64 = 1e9;

fn var(fact: &Fact) -> Var {
    let v = fact.value;
    let count = fact.integer && (0.0..=LARGEST).contains(&v) && v.fract() == 0.0;
    let n = if count { v as i64 } else { 0 };
    let shows = matches!(
        fact.class,
        Class::Few {
            zero: Zero::Show,
            ..
        }
    ) && !fact.internal;
    Var {
        cell: fact.cell.clone(),
        n,
        count,
        class: fact.class,
        internal: fact.internal,
        rest: false,
        already: fact.already,
        floor: 0,
        rule_floor: if shows { n.min(1) } else { 0 },
        loss: if shows && n == 0 {
            Loss::Zero
        } else {
            Loss::Board
        },
        weight: 0,
    }
}

/// The editions in which a relation is to be read: whenever one of its cells changed.
fn editions(relation: &Relation, places: &Places) -> Vec<u32> {
    let cells: Vec<&Cell> = match relation {
        Relation::Sum { total, parts } => parts.iter().chain([total]).collect(),
        Relation::AtMost { part, total } => vec![part, total],
        Relation::Share {
            share,
            above,
            below,
            ..
        } => vec![share, above, below],
        Relation::Describes { cell, count } => vec![cell, count],
    };
    let known = cells
        .iter()
        .filter_map(|c| places.get(&(*c).clone().corrected(0)));
    let mut all: Vec<u32> = known
        .flat_map(|versions| versions.keys().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
