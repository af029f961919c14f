//! Words in a row that may make a name, and which of them do.

use std::ops::Range;

use crate::finding::Strength;

use super::lists::sort;
use super::{Named, Role};

/// One word of a chain.
#[derive(Debug)]
pub struct Part {
    /// Bytes in the text.
    pub span: Range<usize>,
    /// What the lists say of it.
    pub sorts: u16,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Letters.
    pub letters: usize,
    /// Whether it opens a sentence or a line.
    pub opens: bool,
    /// Its ground form where that is another.
    pub ground: Option<Vec<u8>>,
    /// Whether all of it is capitals.
    pub shouted: bool,
}

impl Part {
    fn is(&self, sorts: u16) -> bool {
        self.sorts & sorts != 0
    }
    fn first(&self) -> bool {
        self.is(sort::FIRST) && !self.is(sort::NOT)
    }
    fn last(&self) -> bool {
        self.is(sort::LAST)
    }
    fn initial(&self) -> bool {
        self.capital && self.letters == 1
    }
    /// A capital word that no list knows.
    fn unknown(&self) -> bool {
        self.capital
            && self.letters > 2
            && self.sorts & (sort::FIRST | sort::LAST | sort::NOT | sort::BEHIND) == 0
    }
}

/// Whether `between` begins a new sentence or line.
pub fn opens(between: &str) -> bool {
    between
        .bytes()
        .any(|b| matches!(b, b'\n' | b'.' | b'!' | b'?' | b':' | b';' | b'|' | b'\t'))
        || between.contains('•')
}

/// Whether two words with `between` them may belong to one name: a blank, a hyphen, the point of an initial.
pub fn joins(text: &str, between: &str, before: Option<&Part>) -> bool {
    match between {
        " " | "-" | "\u{a0}" | "\u{2010}" | "\u{2011}" | "'" | "’" => true,
        ". " | "." => before.is_some_and(|b| b.letters <= 2 || b.is(sort::TITLE)),
        ", " => {
            // "Hansen, Anna": a last name at the beginning of a line or cell.
            before.is_some_and(|b| b.last() && b.opens && !b.first())
                && !text
                    .get(before.map_or(0, |b| b.span.end)..)
                    .unwrap_or("")
                    .starts_with(", og")
        }
        _ => false,
    }
}

/// Whether a small word may lead to a name: a greeting, a title, "familien".
pub fn may_lead(folded: &[u8]) -> bool {
    matches!(
        folded,
        b"hr"
            | b"fru"
            | b"frk"
            | b"herr"
            | b"herra"
            | b"rouva"
            | b"neiti"
            | b"mr"
            | b"mrs"
            | b"ms"
            | b"dr"
            | b"familien"
            | b"familjen"
            | b"perhe"
            | b"family"
            | b"hej"
            | b"hei"
            | b"hi"
            | b"moi"
            | b"dear"
            | b"k\xe6re"
            | b"k\xe4ra"
            | b"til"
            | b"till"
            | b"to"
            | b"hello"
            | b"von"
            | b"prof"
    )
}

/// Whether the word behind a name says what a person does: then "Lærke" at the beginning is a name.
pub fn acts(folded: &[u8]) -> bool {
    const VERBS: &[&[u8]] = &[
        b"har",
        b"er",
        b"fik",
        b"blev",
        b"skal",
        b"vil",
        b"siger",
        b"oplyser",
        b"kommer",
        b"\xe4r",
        b"fick",
        b"ska",
        b"s\xe4ger",
        b"uppger",
        b"on",
        b"oli",
        b"sai",
        b"kertoi",
        b"kertoo",
        b"has",
        b"is",
        b"was",
        b"will",
        b"says",
        b"fikk",
        b"ble",
        b"sier",
        b"opplyser",
        b"ringede",
        b"ringte",
        b"ringde",
        b"soitti",
        b"called",
        b"havde",
        b"hadde",
        b"hade",
    ];
    VERBS.contains(&folded)
}

/// Whether the word is written in capitals only.
pub fn shouted(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// One of these is in every chain that a name stands in.
const NEEDED: u16 = sort::FIRST | sort::LAST | sort::TITLE | sort::FAMILY;

/// Finds the names in a chain; `behind` is what the word behind it is, `acts` whether it is a verb of persons.
pub fn named(
    text: &str,
    chain: &[Part],
    behind: u16,
    acts: impl FnOnce() -> bool,
    seen: &mut impl FnMut(Named),
) {
    // Unknown words alone make no name.
    if !chain.iter().any(|part| part.is(NEEDED)) {
        return;
    }
    let acts = acts();
    let mut at = 0;
    let mut role = Role::Running;
    let mut title = false;
    while let Some(part) = chain.get(at) {
        if part.is(sort::GREETING) && !part.first() {
            // "Til Anna" at the beginning of a line; not "en gave til Anna".
            role = if part.opens { Role::Greeted } else { role };
            at += 1;
            continue;
        }
        if part.is(sort::TITLE | sort::FAMILY) && !part.first() {
            title = true;
            at += 1;
            continue;
        }
        match reach(
            chain,
            at,
            title,
            role,
            (behind, acts && at + 1 == chain.len()),
        )
        .filter(|(end, _)| !firm(text, chain, *end))
        {
            Some((end, strength)) => {
                seen(name(
                    text,
                    chain.get(at..end).unwrap_or(&[]),
                    strength,
                    role,
                ));
                at = end;
            }
            None => at += 1,
        }
        title = false;
    }
}

/// Whether what stands behind the part before `end` makes it a firm: "Hansen A/S", "Berg & Co".
fn firm(text: &str, chain: &[Part], end: usize) -> bool {
    let after = end
        .checked_sub(1)
        .and_then(|at| chain.get(at))
        .map_or(0, |p| p.span.end);
    let rest = text.get(after..).unwrap_or("");
    [
        " A/S", " & ", " I/S", " K/S", " og Søn", " & Søn", " A.S", "s Plads", "s Vej",
    ]
    .iter()
    .any(|sign| rest.starts_with(sign))
}

/// Where the name that begins at `at` ends, and how sure it is.
fn reach(
    chain: &[Part],
    at: usize,
    title: bool,
    role: Role,
    (behind, acts): (u16, bool),
) -> Option<(usize, Strength)> {
    let part = chain.get(at)?;
    let (end, strength) = if part.first() {
        from_first(chain, at, role == Role::Greeted || title || acts)?
    } else if part.initial() {
        from_initial(chain, at)?
    } else if part.last() && !part.is(sort::NOT) {
        from_last(chain, at, title)?
    } else if part.unknown() {
        from_unknown(chain, at, title)?
    } else {
        return None;
    };
    let next = chain
        .get(end)
        .map_or(if end == chain.len() { behind } else { 0 }, |p| p.sorts);
    let last = chain.get(end - 1)?;
    if next & sort::BEHIND != 0 || (last.is(sort::BEHIND) && !last.last()) {
        return None;
    }
    // A word in capitals only is a heading or an abbreviation unless both parts of a name are known.
    let shouted = chain.get(at..end)?.iter().filter(|p| p.shouted).count();
    if shouted > 0 && shouted == end - at && strength < Strength::Strong {
        return None;
    }
    Some((end, strength))
}

/// No name has more parts. What goes on is a list, in which every part would otherwise be read to the end again.
const LONGEST: usize = 6;

/// A first name, further first names, initials and particles, then a last name or any capital word.
fn from_first(chain: &[Part], at: usize, called: bool) -> Option<(usize, Strength)> {
    let mut end = at + 1;
    let mut firsts = 1;
    let mut known = false;
    while let Some(part) = chain.get(end).filter(|_| end - at <= LONGEST) {
        let stops = (part.is(sort::NOT) || part.is(sort::BEHIND)) && !part.last();
        if part.is(sort::PARTICLE) && !part.capital {
            let more = chain
                .get(end + 1)
                .is_some_and(|p| p.capital && !p.is(sort::NOT));
            if !more {
                break;
            }
            end += 2;
            known = true;
        } else if stops || part.is(sort::GREETING | sort::TITLE) {
            break;
        } else if part.last() {
            known = true;
            end += 1;
        } else if part.first() || part.initial() {
            firsts += 1;
            end += 1;
        } else if part.unknown() && !known {
            known = true;
            end += 1;
        } else {
            break;
        }
    }
    if end - at > LONGEST {
        return None;
    }
    let first = chain.get(at)?;
    if known {
        let sure = chain.get(end - 1).is_some_and(Part::last) && !first.is(sort::COMMON);
        return Some((
            end,
            if sure {
                Strength::Strong
            } else {
                Strength::Likely
            },
        ));
    }
    let common = first.is(sort::COMMON);
    if firsts > 1 && !(common && first.opens) {
        return Some((end, Strength::Likely));
    }
    if called || !common {
        let alone = first.letters > 2 || called;
        return alone.then_some((end, Strength::Likely));
    }
    None
}

/// "A. Hansen", "J. R. Berg".
fn from_initial(chain: &[Part], at: usize) -> Option<(usize, Strength)> {
    let mut end = at;
    while chain.get(end).is_some_and(Part::initial) && end - at < LONGEST {
        end += 1;
    }
    let last = chain.get(end).filter(|p| p.last() && !p.is(sort::NOT))?;
    (last.letters > 3).then_some((end + 1, Strength::Likely))
}

/// A last name: before a first name ("Hansen, Anna", "Virtanen Anna"), behind a title, or of a form only names have.
fn from_last(chain: &[Part], at: usize, title: bool) -> Option<(usize, Strength)> {
    let mut end = at + 1;
    let last = |end: usize| chain.get(end).is_some_and(|p| p.last() && !p.first());
    while last(end) && end - at < LONGEST {
        end += 1;
    }
    if last(end) && !title {
        return None;
    }
    let firsts = chain
        .get(end..)
        .unwrap_or(&[])
        .iter()
        .take_while(|p| p.first())
        .count();
    if firsts > 0 {
        return Some((end + firsts, Strength::Strong));
    }
    let part = chain.get(at)?;
    if title {
        return Some((end, Strength::Likely));
    }
    // "Nilsson", "Virtanen": nothing else looks like that. "Berg" and "Skov" need a neighbour.
    (part.letters > 5 && patronymic(part) && end == at + 1 && !part.is(sort::FIRST))
        .then_some((end, Strength::Likely))
}

/// An unknown capital word before a last name, or behind a title.
fn from_unknown(chain: &[Part], at: usize, title: bool) -> Option<(usize, Strength)> {
    let part = chain.get(at)?;
    if title {
        let end = at + 1 + usize::from(chain.get(at + 1).is_some_and(|p| p.last() || p.unknown()));
        return Some((end, Strength::Likely));
    }
    let next = chain.get(at + 1)?;
    (!part.opens && next.last() && !next.is(sort::NOT) && patronymic(next))
        .then_some((at + 2, Strength::Likely))
}

/// Endings that only names of persons have.
fn patronymic(part: &Part) -> bool {
    // The lists know the word as a last name already; `ground` tells that a case was taken off.
    part.last() && part.letters > 5
}

fn name(text: &str, parts: &[Part], strength: Strength, role: Role) -> Named {
    let start = parts.first().map_or(0, |p| p.span.start);
    let end = parts.last().map_or(start, |p| p.span.end);
    let mut value = String::new();
    for part in parts {
        if !value.is_empty() {
            value.push(' ');
        }
        match &part.ground {
            Some(ground) => value.extend(ground.iter().map(|b| char::from(*b))),
            None => value.push_str(&text.get(part.span.clone()).unwrap_or("").to_lowercase()),
        }
    }
    Named {
        span: start..end,
        strength,
        role,
        value,
    }
}
