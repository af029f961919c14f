//! What became of every recipient: once, or twice where the line alone knows; nothing lost, nothing below its floor.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::Error;
use tillit::base::{App, audit};

use super::mails::{self, CITIZEN, DELIVERED, HELD, PASSED};
use super::sink::Got;

/// Every end that the evidence knows of one recipient of one mail, and the rule that chose it.
type Ends = BTreeMap<(usize, String), Vec<(String, String)>>;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub recipients: usize,
    pub once: usize,
    /// Twice, the second time marked.
    pub repeated: usize,
    /// Begun twice and never known how it ended: not sent a third time, but held.
    pub exhausted: usize,
    pub by_end: BTreeMap<&'static str, usize>,
}

/// Judges every mail that Postfix has taken. `plain` and `secure` are what came by the two ways out.
pub fn judge(sent: &BTreeSet<usize>, plain: &[Got], secure: &[Got], app: &App) -> Judged {
    let ends = ends(app);
    let (plain, secure) = (by_mail(plain), by_mail(secure));
    let mut judged = Judged::default();
    for number in sent {
        for (to, wanted) in mails::ends(*number) {
            let domain = to.split_once('@').unwrap().1;
            let found = ends.get(&(*number, domain.to_owned()));
            let place = format!("{number} to {to}");
            let [(end, rule)] = found.map_or(&[][..], Vec::as_slice) else {
                panic!("{place}: one end, not {found:?}");
            };
            let exhausted = end == HELD && rule == "outcome-unknown";
            assert!(end == wanted || exhausted, "{place}: {end}, not {wanted}");
            let key = (*number, (*to).to_owned());
            let none = Vec::new();
            let (here, there) = match *wanted {
                DELIVERED => (secure.get(&key), plain.get(&key)),
                _ => (plain.get(&key), secure.get(&key)),
            };
            assert!(
                there.is_none(),
                "{place}: came by a way that was not its own"
            );
            let copies = here.unwrap_or(&none);
            count(&mut judged, &place, exhausted, (wanted, copies));
            for one in copies {
                assert_eq!(one.traces.len(), 1, "{place}");
                assert!(
                    one.below == whole(one, *number),
                    "{place}: not byte for byte"
                );
            }
        }
    }
    stored_once(app, &judged, plain.values().flatten());
    whole_book(app);
    judged
}

fn count(
    judged: &mut Judged,
    place: &str,
    exhausted: bool,
    (wanted, copies): (&'static str, &Vec<&Got>),
) {
    let repeat = |one: &&&Got| one.traces.iter().any(|line| line.contains("repeat=yes"));
    let marked = copies.iter().filter(repeat).count();
    let leaves = matches!(wanted, PASSED | DELIVERED);
    assert!(
        marked + 1 >= copies.len(),
        "{place}: a repeat that is not marked"
    );
    assert!(
        copies.len() <= if leaves { 2 } else { 0 },
        "{place}: {} copies",
        copies.len()
    );
    assert!(!leaves || exhausted || !copies.is_empty(), "{place}: lost");
    judged.recipients += 1;
    *judged
        .by_end
        .entry(if exhausted {
            "held, nobody knows"
        } else {
            wanted
        })
        .or_default() += 1;
    match (exhausted, copies.len()) {
        (true, _) => judged.exhausted += 1,
        (false, 2) => judged.repeated += 1,
        (false, _) => judged.once += 1,
    }
}

fn by_mail(got: &[Got]) -> BTreeMap<(usize, String), Vec<&Got>> {
    let mut all: BTreeMap<_, Vec<&Got>> = BTreeMap::new();
    for one in got {
        let number = one.lab.parse().unwrap_or(usize::MAX);
        all.entry((number, one.to.clone())).or_default().push(one);
    }
    all
}

/// The mail as it was sent, below the line that Postfix's first listener has put there.
fn whole(one: &Got, number: usize) -> Vec<u8> {
    let mark = b"X-Lab:";
    let at = one.below.windows(mark.len()).position(|part| part == mark);
    let mut bytes = one.below[..at.unwrap_or_default()].to_vec();
    bytes.extend(mails::text(number).replace("\r\n..", "\r\n.").into_bytes());
    bytes
}

fn ends(app: &App) -> Ends {
    let sql = "SELECT message_id, domain, outcome, rule FROM guard_sent
               WHERE outcome NOT IN ('later', 'unknown')";
    let mut all = Ends::new();
    app.db
        .read::<_, Error>(|conn| {
            for row in conn.all(sql, &[])? {
                let id: String = row.get("message_id")?;
                if let Ok(number) = id.split('@').next().unwrap_or_default().parse() {
                    let end = (row.get("outcome")?, row.get("rule")?);
                    all.entry((number, row.get("domain")?))
                        .or_default()
                        .push(end);
                }
            }
            Ok(())
        })
        .unwrap();
    all
}

/// The portal has each mail once, and its recipient has heard of it.
fn stored_once<'a>(app: &App, judged: &Judged, plain: impl Iterator<Item = &'a &'a Got>) {
    let one = |sql: &str| -> i64 {
        app.db
            .read::<_, Error>(|conn| conn.value(sql, &[]))
            .unwrap()
    };
    let stored = i64::try_from(
        judged
            .by_end
            .get(mails::STORED)
            .copied()
            .unwrap_or_default(),
    )
    .unwrap();
    assert!(stored > 0, "something came into the portal");
    assert_eq!(one("SELECT COUNT(*) FROM guard_portal_messages"), stored);
    assert_eq!(
        one("SELECT COUNT(DISTINCT mail_id) FROM guard_portal_messages"),
        stored
    );
    let told: Vec<&&Got> = plain
        .filter(|one| one.to == CITIZEN && one.lab.is_empty())
        .collect();
    assert!(
        i64::try_from(told.len()).unwrap() >= stored,
        "{} notices for {stored}",
        told.len()
    );
}

/// Nothing is half done, nothing was written behind the book's back.
fn whole_book(app: &App) {
    let open: i64 = app
        .db
        .read::<_, Error>(|conn| {
            conn.value("SELECT COUNT(*) FROM guard_ways WHERE state <> 'done'", &[])
        })
        .unwrap();
    assert_eq!(open, 0, "something is begun and not ended");
    let faults = audit::verify(app).unwrap().faults;
    assert!(faults.is_empty(), "{faults:?}");
}
