//! A page of the register, cheap however long the history is. Three ways through the data: in the list's order by an
//! index; from a rare word to its cases; and, when every word that is asked for is frequent, through the newest
//! cases only. Nothing is counted further than a reader pages.

use kit::db::{Conn, Row, Value};
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

/// The lines of a page, counted from 1; what became known last first. One statement gives the page and how many
/// there are; a page past the end takes a second one.
pub fn find(
    conn: &Conn,
    sight: &Sight,
    filter: &Filter,
    size: i64,
    page: i64,
) -> Result<Found, Problem> {
    let way = way(conn, filter)?;
    let asked = Asked::of(sight, filter, &way);
    let furthest = (MOST - 1) / size;
    let mut offset = (page.max(1) - 1).min(furthest) * size;
    let mut rows = asked.read(conn, size, offset)?;
    if rows.is_empty() && offset > 0 {
        let total: i64 = conn.value(&asked.count, &asked.values)?;
        offset = (total.min(MOST) - 1).max(0) / size * size;
        rows = asked.read(conn, size, offset)?;
    }
    let counted: i64 = match rows.first() {
        Some(row) => row.get("total")?,
        None => 0,
    };
    Ok(Found {
        lines: rows.iter().map(line).collect::<Result<_, _>>()?,
        total: counted.min(MOST),
        more: counted > MOST,
        windowed: matches!(way, Way::Window) && counted < MOST,
    })
}

fn way(conn: &Conn, filter: &Filter) -> Result<Way, Problem> {
    if filter.words.is_empty() {
        return Ok(if filter.late.is_some() {
            Way::Late
        } else {
            Way::Ordered
        });
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
    Ok(if rarest.0 <= RARE {
        Way::Word(rarest.1)
    } else {
        Way::Window
    })
}

fn beyond(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// A question with its values: how many, and the page whose limit and offset are the next two values.
struct Asked {
    count: String,
    page: String,
    values: Vec<Value>,
}

const NEWEST: &str = "ORDER BY known_at DESC, id DESC";
/// One case more than is counted.
const ENOUGH: i64 = MOST + 1;

impl Asked {
    fn of(sight: &Sight, filter: &Filter, way: &Way) -> Asked {
        let (condition, values) = filter.columns(sight);
        match way {
            Way::Ordered => Asked::from(format!("incidents_cases c WHERE {condition}"), values),
            Way::Late => Asked::late(&condition, values, filter),
            Way::Word(_) | Way::Window => Asked::words(&condition, values, filter, way),
        }
    }

    fn from(from: String, values: Vec<Value>) -> Asked {
        let count = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {from} LIMIT {ENOUGH}) counted");
        let (limit, offset) = (values.len() + 1, values.len() + 2);
        let page = format!(
            "SELECT {COLUMNS}, ({count}) AS total FROM {from} {NEWEST} LIMIT ${limit} OFFSET ${offset}"
        );
        Asked {
            count,
            page,
            values,
        }
    }

    /// Two halves that share nothing, each read from its index in the list's order; only ids are put together.
    fn late(condition: &str, mut values: Vec<Value>, filter: &Filter) -> Asked {
        values.push(filter.late.into());
        let now = values.len();
        let half = |own: &str| {
            format!(
                "SELECT found, k FROM (SELECT id AS found, known_at AS k FROM incidents_cases
                 WHERE {own} AND {condition} {NEWEST} LIMIT {ENOUGH}) half"
            )
        };
        // An expression keeps the planner from the index of what is not late: that is nearly everything.
        let passed = half(&format!(
            "stage = 'assessed' AND late + 0 = 0 AND notify_by < ${now}"
        ));
        let both = format!("{} UNION ALL {passed}", half("late = 1"));
        let count =
            format!("SELECT COUNT(*) FROM (SELECT 1 FROM ({both}) u LIMIT {ENOUGH}) counted");
        let page = format!(
            "SELECT {COLUMNS}, ({count}) AS total FROM (SELECT found FROM ({both}) u
             ORDER BY k DESC, found DESC LIMIT ${} OFFSET ${}) f CROSS JOIN incidents_cases c
             WHERE c.id = f.found {NEWEST}",
            now + 1,
            now + 2
        );
        Asked {
            count,
            page,
            values,
        }
    }

    fn words(condition: &str, mut values: Vec<Value>, filter: &Filter, way: &Way) -> Asked {
        let mut put = |value: Value| {
            values.push(value);
            format!("${}", values.len())
        };
        let late = filter.late.map_or_else(String::new, |now| {
            let now = put(now.into());
            format!(" AND (late = 1 OR (stage = 'assessed' AND notify_by < {now}))")
        });
        let mut others = String::new();
        let mut from = format!(
            "(SELECT * FROM incidents_cases WHERE {condition}{late} {NEWEST} LIMIT {WINDOW}) c WHERE 1 = 1"
        );
        for (place, word) in filter.words.iter().enumerate() {
            let (first, last) = (put(word.into()), put(beyond(word).into()));
            match way {
                Way::Word(rare) if *rare == place => {
                    from = format!(
                        "(SELECT DISTINCT nr AS found FROM incidents_words WHERE word >= {first} AND word <= {last}) w
                         CROSS JOIN incidents_cases c WHERE c.nr = w.found AND {condition}{late}"
                    );
                }
                _ => others.push_str(&has(&first, &last)),
            }
        }
        Asked::from(from + &others, values)
    }

    fn read(&self, conn: &Conn, limit: i64, offset: i64) -> Result<Vec<Row>, Problem> {
        let mut values = self.values.clone();
        values.extend_from_slice(params![limit, offset]);
        Ok(conn.all(&self.page, &values)?)
    }
}

fn has(from: &str, to: &str) -> String {
    format!(
        " AND EXISTS (SELECT 1 FROM incidents_words o WHERE o.nr = c.nr AND o.word >= {from} AND o.word <= {to})"
    )
}

/// The page's statement with its values, for the test that looks at how SQLite goes about it.
#[cfg(test)]
pub fn statement(conn: &Conn, sight: &Sight, filter: &Filter) -> (String, Vec<Value>) {
    let way = way(conn, filter).unwrap();
    let mut asked = Asked::of(sight, filter, &way);
    asked.values.extend_from_slice(params![20, 0]);
    (asked.page, asked.values)
}
