//! A page of the register, cheap however long the history is. Three ways through the data: in the list's order by an
//! index; from a rare word to its cases; and, when every word that is asked for is frequent, through the newest
//! cases only. Nothing is counted further than a reader pages.

use kit::db::{Conn, Value};
use kit::params;

use super::list::{COLUMNS, Filter, Listed, Sight, line};
use crate::base::Problem;

/// Nobody pages further: the filters narrow.
pub const MOST: i64 = 1_000;
/// A word in fewer cases than this leads to them.
const RARE: i64 = 1_000;
/// So many of the newest cases are looked through for words that are all frequent.
pub const WINDOW: i64 = 1_500;

/// What was found.
#[derive(Debug)]
pub struct Found {
    pub lines: Vec<Listed>,
    /// How many there are, at most [`MOST`].
    pub total: i64,
    /// There are more than that.
    pub more: bool,
    /// Only the newest cases were looked through.
    pub windowed: bool,
}

/// How the cases are reached.
enum Way {
    Ordered,
    Late,
    /// From this word, by its place in the filter.
    Word(usize),
    Window,
}

/// The lines of a page, counted from 1; what became known last first.
pub fn find(conn: &Conn, sight: &Sight, filter: &Filter, size: i64, page: i64) -> Result<Found, Problem> {
    let way = way(conn, filter)?;
    let asked = Asked::of(sight, filter, &way);
    let total: i64 = conn.value(&asked.count(), &asked.values)?;
    let (total, more) = (total.min(MOST), total > MOST);
    let last = ((total + size - 1) / size).max(1);
    let offset = (page.clamp(1, last) - 1) * size;
    let (sql, values) = asked.page(size, offset);
    let rows = conn.all(&sql, &values)?;
    Ok(Found {
        lines: rows.iter().map(line).collect::<Result<_, _>>()?,
        total,
        more,
        windowed: matches!(way, Way::Window) && total < MOST,
    })
}

fn way(conn: &Conn, filter: &Filter) -> Result<Way, Problem> {
    if filter.words.is_empty() {
        return Ok(if filter.late.is_some() { Way::Late } else { Way::Ordered });
    }
    // One statement says how frequent each word is, up to where it no longer matters.
    let mut parts = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    for word in &filter.words {
        let n = values.len();
        parts.push(format!(
            "(SELECT COUNT(*) FROM (SELECT 1 FROM incidents_words WHERE word >= ${} AND word <= ${} LIMIT {}) w{n})",
            n + 1,
            n + 2,
            RARE + 1
        ));
        values.extend([word.into(), beyond(word).into()]);
    }
    let row = conn.one(&format!("SELECT {}", parts.join(", ")), &values)?;
    let row = row.ok_or(Problem::NotFound)?;
    let mut rarest = (RARE + 1, 0);
    for place in 0..filter.words.len() {
        rarest = rarest.min((row.at(place)?, place));
    }
    Ok(if rarest.0 <= RARE { Way::Word(rarest.1) } else { Way::Window })
}

fn beyond(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// A question with its values.
struct Asked {
    /// What stands after FROM, each part complete with its conditions.
    from: String,
    values: Vec<Value>,
}

impl Asked {
    fn of(sight: &Sight, filter: &Filter, way: &Way) -> Asked {
        let (condition, mut values) = filter.columns(sight);
        let mut put = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        let all = "SELECT * FROM incidents_cases";
        let newest = "ORDER BY known_at DESC, id DESC LIMIT";
        let from = match way {
            Way::Ordered => format!("incidents_cases c WHERE {condition}"),
            Way::Late => {
                // Two halves that share nothing, each read from its index in the list's order.
                let now = put(filter.late.into());
                let most = MOST + 1;
                format!(
                    "(SELECT * FROM ({all} WHERE late = 1 AND {condition} {newest} {most}) a
                      UNION ALL SELECT * FROM ({all} WHERE stage = 'assessed' AND late = 0 AND notify_by < {now}
                      AND {condition} {newest} {most}) b) c"
                )
            }
            Way::Word(place) => {
                let word = &filter.words[*place];
                let (from, to) = (put(word.into()), put(beyond(word).into()));
                let others = filter.words.iter().enumerate().filter(|(one, _)| one != place);
                let others: Vec<String> =
                    others.map(|(_, word)| has(&put(word.into()), &put(beyond(word).into()))).collect();
                let late = filter.late.map(|now| late(&put(now.into()))).unwrap_or_default();
                format!(
                    "(SELECT DISTINCT nr AS found FROM incidents_words WHERE word >= {from} AND word <= {to}) w
                     CROSS JOIN incidents_cases c WHERE c.nr = w.found AND {condition}{late}{}",
                    others.concat()
                )
            }
            Way::Window => {
                let late = filter.late.map(|now| late(&put(now.into()))).unwrap_or_default();
                let words: Vec<String> = filter
                    .words
                    .iter()
                    .map(|word| has(&put(word.into()), &put(beyond(word).into())))
                    .collect();
                format!(
                    "({all} WHERE {condition}{late} {newest} {WINDOW}) c WHERE 1 = 1{}",
                    words.concat()
                )
            }
        };
        Asked { from, values }
    }

    fn count(&self) -> String {
        format!("SELECT COUNT(*) FROM (SELECT 1 FROM {} LIMIT {}) counted", self.from, MOST + 1)
    }

    fn page(self, limit: i64, offset: i64) -> (String, Vec<Value>) {
        let mut values = self.values;
        values.extend_from_slice(params![limit, offset]);
        let n = values.len();
        let sql = format!(
            "SELECT {COLUMNS} FROM {} ORDER BY known_at DESC, id DESC LIMIT ${} OFFSET ${n}",
            self.from,
            n - 1
        );
        (sql, values)
    }
}

fn has(from: &str, to: &str) -> String {
    format!(
        " AND EXISTS (SELECT 1 FROM incidents_words o WHERE o.nr = c.nr AND o.word >= {from} AND o.word <= {to})"
    )
}

fn late(now: &str) -> String {
    format!(" AND (late = 1 OR (stage = 'assessed' AND notify_by < {now}))")
}

/// The statements of a page with their values, for the test that looks at how SQLite goes about them.
#[cfg(test)]
pub fn statements(conn: &Conn, sight: &Sight, filter: &Filter) -> Vec<(String, Vec<Value>)> {
    let way = way(conn, filter).unwrap();
    let asked = Asked::of(sight, filter, &way);
    vec![(asked.count(), asked.values.clone()), asked.page(20, 0)]
}
