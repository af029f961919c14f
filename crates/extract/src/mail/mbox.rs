//! Many messages in one file. A line that begins with "From " divides them only where mail programs write one
//! (RFC 4155): behind an empty line or at the start, with a sender and a date, and with a header behind it. "From the
//! nurse" in a letter divides nothing. Where some program may cut and others not, the message is read both ways.

use memchr::memmem;

use super::{message, second};
use crate::part::{Kind, Reason};
use crate::reading::Reading;
use crate::{plain, sniff};

/// Longer lines are no dividing lines.
const LINE: usize = 400;

/// All messages of a mailbox.
pub(crate) fn file(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let marks = marks(bytes);
    let sure: Vec<usize> = marks.iter().filter(|m| m.sure).map(|m| m.at).collect();
    let mut starts = sure.clone();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    if sure.is_empty() && !bytes.starts_with(b"From ") {
        return both_ways(r, bytes, (0, bytes.len()), &marks);
    }
    dividing_lines(r, bytes, &starts);
    // What stands before the first dividing line is a message of its own, numbered 0.
    let first = usize::from(bytes.starts_with(b"From "));
    for (index, start) in starts.iter().enumerate() {
        r.account.in_time()?;
        let end = starts.get(index + 1).copied().unwrap_or(bytes.len());
        r.inside(format!("{}", index + first), |r| {
            both_ways(r, bytes, (*start, end), &marks)
        });
    }
    Ok(())
}

/// One message; and what it would be if it were divided at every line that a careless program takes for a division.
fn both_ways(
    r: &mut Reading<'_>,
    bytes: &[u8],
    (from, to): (usize, usize),
    marks: &[Mark],
) -> Result<(), Reason> {
    let whole = bytes.get(from..to).unwrap_or_default();
    let outcome = one(r, whole);
    // In order, so that a mailbox of many messages is not looked through for each of them.
    let before = |place: usize| marks.partition_point(|m| m.at < place);
    let inside = marks.get(before(from + 1)..before(to)).unwrap_or_default();
    let cuts: Vec<usize> = inside.iter().map(|m| m.at).collect();
    if !cuts.is_empty() && !r.is_second() {
        r.again(|r| {
            second::read(r, whole)?;
            for (index, cut) in cuts.iter().enumerate() {
                r.account.in_time()?;
                let end = cuts.get(index + 1).copied().unwrap_or(to);
                let piece = bytes.get(*cut..end).unwrap_or_default();
                r.inside(format!("~{}", index + 1), |r| one(r, piece));
            }
            Ok(())
        })?;
    }
    outcome
}

/// The dividing lines themselves: somebody's address stands in them, and might what somebody hid.
fn dividing_lines(r: &mut Reading<'_>, bytes: &[u8], starts: &[usize]) {
    let mut lines = String::new();
    for start in starts {
        let rest = bytes.get(*start..).unwrap_or_default();
        if rest.starts_with(b"From ") && lines.len() < r.account.text_room() {
            lines.push_str(&plain::decode(split(rest).0));
        }
    }
    r.text(Kind::TraceHeaders, lines);
}

/// The first line with its end, and what follows.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let after = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(after).unwrap_or((bytes, b""))
}

/// A message behind its dividing line.
fn one(r: &mut Reading<'_>, bytes: &[u8]) -> Result<(), Reason> {
    let rest = if bytes.starts_with(b"From ") {
        split(bytes).1
    } else {
        bytes
    };
    if rest.trim_ascii().is_empty() {
        return Ok(());
    }
    message(r, rest)
}

/// A line that begins with "From " and that some program may take for a division.
struct Mark {
    at: usize,
    /// Whether it has the form of a dividing line, and stands where one may.
    sure: bool,
}

fn marks(bytes: &[u8]) -> Vec<Mark> {
    let first = bytes.starts_with(b"From ").then_some(0);
    let others = memmem::find_iter(bytes, b"\nFrom ").map(|at| at + 1);
    let mark = |at: usize| {
        let (line, behind) = split(bytes.get(at..).unwrap_or_default());
        let next = behind.get(..LINE).unwrap_or(behind);
        let header = next.split(|byte| *byte == b'\n').next();
        let before = bytes.get(..at).unwrap_or_default();
        let apart = before.is_empty() || before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
        let formed = divides(line);
        (formed || header.and_then(sniff::field).is_some()).then_some(Mark {
            at,
            sure: apart && formed,
        })
    };
    first.into_iter().chain(others).filter_map(mark).collect()
}

/// "From anna@town.dk Mon Jan  1 00:00:00 2024": a sender, and a date as C writes it, perhaps with a zone in it.
fn divides(line: &[u8]) -> bool {
    const DAYS: [&[u8]; 7] = [b"mon", b"tue", b"wed", b"thu", b"fri", b"sat", b"sun"];
    const MONTHS: [&[u8]; 12] = [
        b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov",
        b"dec",
    ];
    if line.len() > LINE {
        return false;
    }
    // The sender may hold anything, so the date is looked for behind the first word.
    let words = line
        .split(u8::is_ascii_whitespace)
        .filter(|w| !w.is_empty());
    let date: Vec<&[u8]> = words.skip(2).collect();
    let named = |names: &[&[u8]]| {
        let known = |word: &&[u8]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
        date.iter().any(known)
    };
    let digits = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
    let time = |word: &&[u8]| {
        let mut parts = word.split(|byte| *byte == b':');
        let count = word.split(|byte| *byte == b':').count();
        matches!(count, 2 | 3) && parts.all(|part| matches!(part.len(), 1 | 2) && digits(part))
    };
    let year = |word: &&[u8]| word.len() == 4 && digits(word);
    named(&DAYS) && named(&MONTHS) && date.iter().any(time) && date.iter().any(year)
}
