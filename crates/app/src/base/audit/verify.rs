//! Reads the whole book and everything it commits to, and says what does not fit.
//!
//! It goes through entries and rows in pages, and remembers per subject only the last commitment: 100,000 rows
//! need some ten megabytes while it runs.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use kit::db::{Conn, Row};
use sha2::{Digest, Sha256};

use super::super::keys::unhex;
use super::super::room::Room;
use super::super::subject::Subject;
use super::super::{App, Problem, files};
use super::chain::{Entry, GENESIS, commitment};
use super::store::{self, WrittenHead};
use super::{Kept, heads};

const PAGE: i64 = 5_000;
/// Faults that are listed; the rest is counted.
const MOST: usize = 1_000;

/// What a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A number is missing before this entry.
    Gap,
    /// The entry does not follow on the one before it.
    Follows,
    /// The entry does not carry its own hash: something in it was changed.
    ChangedEntry,
    /// A row that the book does not know.
    UnknownRow,
    /// A row that is not what the book last committed to.
    ChangedRow,
    /// The book knows a row that is gone, and no rule erased it.
    MissingRow,
    /// A row that was erased is there again.
    Returned,
    /// A head written outside has another hash than the book now has there: the chain was rewritten.
    Rewritten,
    /// A head written outside is beyond the end of the book: the chain was cut.
    Cut,
    /// A head that does not carry this installation's signature.
    Signature,
    /// The file of heads cannot be read.
    HeadsFile,
    /// The bytes of an attachment are gone or changed.
    Content,
}

impl FaultKind {
    /// Message that says it.
    pub fn word(self) -> &'static str {
        match self {
            FaultKind::Gap => "audit-fault-gap",
            FaultKind::Follows => "audit-fault-follows",
            FaultKind::ChangedEntry => "audit-fault-changed-entry",
            FaultKind::UnknownRow => "audit-fault-unknown-row",
            FaultKind::ChangedRow => "audit-fault-changed-row",
            FaultKind::MissingRow => "audit-fault-missing-row",
            FaultKind::Returned => "audit-fault-returned",
            FaultKind::Rewritten => "audit-fault-rewritten",
            FaultKind::Cut => "audit-fault-cut",
            FaultKind::Signature => "audit-fault-signature",
            FaultKind::HeadsFile => "audit-fault-heads-file",
            FaultKind::Content => "audit-fault-content",
        }
    }
}

/// One thing that does not fit. `place` is a subject (`incident:…`), an entry's number or a head's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub place: String,
}

/// What verification came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub entries: u64,
    pub rows: u64,
    /// Heads written outside that were compared.
    pub heads: u64,
    /// How many subjects each numbered rule erased.
    pub erased: BTreeMap<u16, u64>,
    /// At most the first thousand.
    pub faults: Vec<Fault>,
    /// All of them.
    pub found: u64,
}

impl Verdict {
    pub fn is_good(&self) -> bool {
        self.found == 0
    }

    /// Book and rows agree; only the heads kept outside could not be read.
    pub fn lacks_heads_alone(&self) -> bool {
        let heads = |fault: &Fault| fault.kind == FaultKind::HeadsFile;
        self.found == 1 && self.faults.iter().all(heads)
    }

    fn add(&mut self, kind: FaultKind, place: impl ToString) {
        self.found += 1;
        if self.faults.len() < MOST {
            let place = place.to_string();
            self.faults.push(Fault { kind, place });
        }
    }
}

/// What the book last said of a subject.
struct Last {
    seq: i64,
    said: Said,
    seen: bool,
}

enum Said {
    Holds([u8; 32]),
    Erased(u16),
}

/// A digest instead of the text, so that the map stays small.
type Key = [u8; 16];

fn key(subject: &str) -> Key {
    let mut short = [0; 16];
    short.copy_from_slice(&Sha256::digest(subject.as_bytes())[..16]);
    short
}

/// Verifies the installation: book, rows, attachments, and heads written to the configured file.
///
/// # Errors
/// Only when the database cannot be read; what does not fit is in the verdict.
pub fn verify(app: &App) -> Result<Verdict, Problem> {
    verify_telling(app, &mut |_| {})
}

/// The same, telling how many entries and rows are done, for a progress bar.
pub fn verify_telling(app: &App, told: &mut dyn FnMut(u64)) -> Result<Verdict, Problem> {
    let outside = heads::from_file(app);
    app.read(|conn| {
        let mut verdict = Verdict::default();
        let inside = store::heads(conn)?;
        let outside = match outside {
            Ok(lines) => lines,
            // Before the first head is written there is no file yet.
            Err(_) if inside.is_empty() => Vec::new(),
            Err(_) => {
                let path = app.config.book.heads_file.as_deref();
                verdict.add(
                    FaultKind::HeadsFile,
                    path.unwrap_or(Path::new("")).display(),
                );
                Vec::new()
            }
        };
        let all: Vec<WrittenHead> = inside.into_iter().chain(outside).collect();
        let keys = app.keys.known();
        for head in &all {
            if !keys.iter().any(|key| heads::is_ours(key, head)) {
                verdict.add(FaultKind::Signature, head.day);
            }
        }
        check(conn, app.rooms, &all, verdict, told)
    })
}

/// How many entries and rows [`verify_telling`] will read, for a progress bar.
pub fn extent(app: &App) -> Result<u64, Problem> {
    app.read(|conn| {
        let mut extent = store::head(conn)?.seq;
        for kept in app.rooms.iter().flat_map(|room| room.kept) {
            extent += store::extent(conn, *kept)?;
        }
        Ok(u64::try_from(extent).unwrap_or(0))
    })
}

/// Verifies a database against heads that are known to be genuine.
pub fn verify_on(conn: &Conn, rooms: &[&Room], heads: &[WrittenHead]) -> Result<Verdict, Problem> {
    check(conn, rooms, heads, Verdict::default(), &mut |_| {})
}

fn check(
    conn: &Conn,
    rooms: &[&Room],
    heads: &[WrittenHead],
    mut verdict: Verdict,
    told: &mut dyn FnMut(u64),
) -> Result<Verdict, Problem> {
    let mut book = chain(conn, heads, &mut verdict, told)?;
    for kept in rooms.iter().flat_map(|room| room.kept) {
        rows(conn, *kept, &mut book, &mut verdict, told)?;
    }
    missing(conn, &book, &mut verdict)?;
    for id in files::damaged(conn, MOST)? {
        verdict.add(FaultKind::Content, files::FILE.subject(id));
    }
    Ok(verdict)
}

/// Walks the entries: numbers without gaps, each following on the one before, each with its own hash.
fn chain(
    conn: &Conn,
    heads: &[WrittenHead],
    verdict: &mut Verdict,
    told: &mut dyn FnMut(u64),
) -> Result<HashMap<Key, Last>, Problem> {
    let mut wanted: HashMap<i64, Vec<&WrittenHead>> = HashMap::new();
    for head in heads {
        wanted.entry(head.seq).or_default().push(head);
    }
    verdict.heads = heads.len() as u64;
    let mut book = HashMap::new();
    let (mut seq, mut prev) = (0, GENESIS.to_owned());
    loop {
        let page = store::after(conn, seq, PAGE)?;
        let Some(last) = page.last() else { break };
        let reached = last.seq;
        verdict.entries += page.len() as u64;
        for entry in page {
            link(&entry, seq, &prev, verdict);
            for head in wanted.remove(&entry.seq).unwrap_or_default() {
                if head.hash != entry.hash {
                    verdict.add(FaultKind::Rewritten, head.day);
                }
            }
            remember(&mut book, &entry);
            seq = entry.seq;
            prev = entry.hash;
        }
        told(verdict.entries);
        seq = reached;
    }
    beyond(wanted, seq, verdict);
    Ok(book)
}

/// What is left of the heads stands at numbers that the book does not have.
fn beyond(wanted: HashMap<i64, Vec<&WrittenHead>>, end: i64, verdict: &mut Verdict) {
    let mut left: Vec<&WrittenHead> = wanted.into_values().flatten().collect();
    left.sort_by_key(|head| (head.day, head.seq));
    for head in left {
        if head.seq > end {
            verdict.add(FaultKind::Cut, head.day);
        } else if head.seq > 0 {
            verdict.add(FaultKind::Rewritten, head.day);
        }
    }
}

fn link(entry: &Entry, before: i64, prev: &str, verdict: &mut Verdict) {
    if entry.seq != before + 1 {
        verdict.add(FaultKind::Gap, entry.seq);
    } else if entry.prev != prev {
        verdict.add(FaultKind::Follows, entry.seq);
    }
    if entry.digest() != entry.hash {
        verdict.add(FaultKind::ChangedEntry, entry.seq);
    }
}

/// The last commitment or erasure of each subject; what is only noted commits to nothing.
fn remember(book: &mut HashMap<Key, Last>, entry: &Entry) {
    let said = match (&entry.commitment, entry.verb.strip_prefix("erased.")) {
        // A text that is no digest fits no row.
        (Some(text), _) => Said::Holds(digest(text).unwrap_or_default()),
        (None, Some(rule)) => Said::Erased(rule.parse().unwrap_or(0)),
        (None, None) => return,
    };
    let seq = entry.seq;
    book.insert(
        key(&entry.subject),
        Last {
            seq,
            said,
            seen: false,
        },
    );
}

fn digest(text: &str) -> Option<[u8; 32]> {
    unhex(text)?.try_into().ok()
}

fn rows(
    conn: &Conn,
    kept: Kept,
    book: &mut HashMap<Key, Last>,
    verdict: &mut Verdict,
    told: &mut dyn FnMut(u64),
) -> Result<(), Problem> {
    let mut id = String::new();
    loop {
        let page = store::rows_after(conn, kept, &id, PAGE)?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        id = last.get("id")?;
        for row in &page {
            verdict.rows += 1;
            let subject = Subject::named(kept.kind, row.get::<String>("id")?).to_string();
            if let Some(kind) = compare(row, book.get_mut(&key(&subject)))? {
                verdict.add(kind, subject);
            }
        }
        told(verdict.entries + verdict.rows);
    }
}

fn compare(row: &Row, last: Option<&mut Last>) -> Result<Option<FaultKind>, Problem> {
    let Some(last) = last else {
        return Ok(Some(FaultKind::UnknownRow));
    };
    last.seen = true;
    let Said::Holds(expected) = &last.said else {
        return Ok(Some(FaultKind::Returned));
    };
    let salt: Option<Vec<u8>> = row.get("salt")?;
    let found = commitment(&salt.unwrap_or_default(), row);
    Ok((digest(&found) != Some(*expected)).then_some(FaultKind::ChangedRow))
}

fn missing(conn: &Conn, book: &HashMap<Key, Last>, verdict: &mut Verdict) -> Result<(), Problem> {
    let mut gone: Vec<i64> = Vec::new();
    for last in book.values().filter(|last| !last.seen) {
        match last.said {
            Said::Erased(rule) => *verdict.erased.entry(rule).or_default() += 1,
            Said::Holds(_) => gone.push(last.seq),
        }
    }
    gone.sort_unstable();
    for seq in gone {
        let place = if verdict.faults.len() < MOST {
            store::subject_at(conn, seq)?
        } else {
            String::new()
        };
        verdict.add(FaultKind::MissingRow, place);
    }
    Ok(())
}
