//! How much a word says about a person: points for who stands near it, less for signs of general talk.

use std::cell::OnceCell;

use crate::finding::Strength;
use crate::kinds::Category;
use crate::names::{Finnish, Named, Names, Role as NameRole};

use super::Passage;
use super::around::Around;
use super::context::role;
use super::known::Known;
use super::scene::{SHORT, Scene, Spot, Token};
use super::table::lang;

/// A word or phrase of a list in the scene.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// Its first token.
    pub from: usize,
    /// One past its last token.
    pub to: usize,
    /// What it is about.
    pub category: Category,
    /// 1 to 3, as in the lists.
    pub weight: u32,
    /// A municipality's own word.
    pub own: bool,
    /// Letters of the first word behind the pattern.
    pub rest: usize,
    /// Whether the word ends like an institution.
    pub tail: u32,
}

/// Who stands in a scene: the persons who may be those concerned. Names are looked for when they are first asked for,
/// as a pronoun beside the word often says enough.
pub(super) struct People<'a> {
    passage: &'a Passage<'a>,
    scene: &'a Scene,
    lists: &'a Names,
    names: OnceCell<Vec<Spot>>,
}

impl<'a> People<'a> {
    /// Of the passage that is laid out in `scene`.
    pub fn of(passage: &'a Passage<'a>, scene: &'a Scene, lists: &'a Names) -> Self {
        Self {
            passage,
            scene,
            lists,
            names: OnceCell::new(),
        }
    }

    /// Where identity numbers stand.
    pub fn numbers(&self) -> &[Spot] {
        &self.scene.numbers
    }

    /// Where a person is named who may be the one concerned: not the staff, the greeted or the signing.
    pub fn names(&self) -> &[Spot] {
        self.names.get_or_init(|| self.find())
    }

    fn find(&self) -> Vec<Spot> {
        let mut names = Vec::new();
        let mut seen = |name: &Named| names.extend(self.spot(name));
        let (text, range) = (self.passage.text, &self.passage.range);
        if let Some(named) = self.passage.named {
            let from = named.partition_point(|name| name.span.start < range.start);
            let here = named.get(from..).unwrap_or(&[]).iter();
            here.take_while(|name| name.span.start < range.end)
                .for_each(seen);
        } else {
            // Who stands in the sentences beside is enough.
            let mut finnish = Finnish::known(self.scene.langs & lang::FI != 0);
            for stretch in &self.scene.stretches {
                let stretch = stretch.clone();
                self.lists
                    .each(text, stretch, &mut finnish, |name| seen(&name));
            }
        }
        names
    }

    /// Where the name stands, if it may be of one concerned.
    fn spot(&self, name: &Named) -> Option<Spot> {
        let (text, scene) = (self.passage.text, self.scene);
        let at = scene.at(name.span.start);
        let token = scene.tokens.get(at)?;
        let concerned = token.span.start <= name.span.start
            && name.role == NameRole::Running
            && token.place < scene.signature
            && !is_staff(text, scene, at, scene.at(name.span.end));
        concerned.then_some(Spot {
            place: token.place,
            sentence: Some(token.sentence),
        })
    }
}

/// How a hit came out.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// How sure.
    pub strength: Strength,
    /// Whether a person stands near.
    pub person: bool,
    /// Whether it is denied.
    pub denied: bool,
    /// Whether it is part of a name of an institution, an event or a street.
    pub institution: bool,
}

/// From here on a hit is likely, and strong.
const LIKELY: i32 = 6;
const STRONG: i32 = 9;

/// "overlæge Jens Hansen", "Jens Hansen, overlæge": a professional, not the person concerned.
fn is_staff(text: &str, scene: &Scene, at: usize, end: usize) -> bool {
    let staff = |near: usize| {
        let same = |t: &&Token| {
            scene
                .tokens
                .get(at)
                .is_some_and(|n| n.sentence == t.sentence)
        };
        scene
            .tokens
            .get(near)
            .filter(same)
            .filter(|t| t.roles & role::STAFF != 0)
    };
    let before = at.checked_sub(1).and_then(staff).is_some();
    let behind = staff(end).is_some_and(|t| {
        let comma = t
            .span
            .start
            .checked_sub(2)
            .and_then(|from| text.get(from..t.span.start));
        comma == Some(", ")
    });
    before || behind
}

/// Weighs one hit, whose sentence `around` tells of.
pub fn weigh(
    text: &str,
    scene: &Scene,
    hit: &Hit,
    hits: &[Hit],
    (people, around): (&People<'_>, &Around),
    known: &Known,
) -> Option<Weighed> {
    let token = scene.tokens.get(hit.from)?;
    let tie = tie(hit, token, scene, (people, around), known);
    let denied = !tie.firm && is_denied(text, scene, hit);
    let soft = hit.tail & role::SOFT != 0 && hit.rest >= 4;
    let institution = is_institution(scene, hit, token)
        || (soft && !tie.firm)
        || token.place >= scene.signature
        || in_signature(scene, known);
    let mut points = tie.points + i32::try_from(hit.weight).unwrap_or(1) * 2 - 2;
    points += company(scene, hit, hits);
    points -= generality(text, scene, hit, (&tie, around)) + if soft { 2 } else { 0 };
    let strength = if hit.own && !institution {
        Strength::Strong
    } else if institution || denied || tie.points <= 0 || points < LIKELY {
        Strength::Weak
    } else if points < STRONG {
        Strength::Likely
    } else {
        Strength::Strong
    };
    // A word that says little by itself is not worth telling of alone.
    if strength == Strength::Weak && hit.weight < 2 {
        return None;
    }
    Some(Weighed {
        strength,
        person: tie.points > 0,
        denied,
        institution: institution && !hit.own,
    })
}

/// Points for a name near the word: no name can give more, and nothing further off is asked for.
const NAMED: i32 = 4;

/// Who ties the hit to a person, and how firmly.
struct Tie {
    points: i32,
    /// A known person, not just "you" or "I".
    firm: bool,
}

fn tie(
    hit: &Hit,
    token: &Token,
    scene: &Scene,
    (people, around): (&People<'_>, &Around),
    known: &Known,
) -> Tie {
    let sentence = token.sentence;
    let here = |spot: &Spot| spot.sentence == Some(sentence);
    let far = |spot: &Spot| token.place.abs_diff(spot.place);
    let mut firm = 0;
    if people.numbers().iter().any(|at| here(at) || far(at) < 12) {
        firm = 6;
    }
    let (near, loose) = words_beside(scene, hit, around);
    firm = firm.max(near);
    if firm < NAMED {
        let names = people.names().iter();
        let near = names.filter(|at| here(at)).map(far).min();
        if let Some(near) = near {
            firm = firm.max(if near < 14 { NAMED } else { NAMED - 1 });
        }
    }
    let mut points = firm.max(loose);
    let mut before = 0;
    if points < NAMED {
        let beside = around.beside(scene, people);
        before = beside.0;
        points = points.max(before).max(beside.1);
        if known.subject {
            points += 2;
        }
    }
    if points > 0 && around.ties {
        points += 2;
    }
    Tie {
        points,
        firm: firm > 0 || before > 0 || known.subject,
    }
}

/// Points for the words of the sentence that mean a person: firm ones, and "you", "I", "a pupil".
fn words_beside(scene: &Scene, hit: &Hit, around: &Around) -> (i32, i32) {
    let far = |at: &usize| at.abs_diff(hit.from);
    let outside = |at: &&usize| !(hit.from..hit.to).contains(*at);
    let nearest = around.persons.iter().filter(outside).map(far).min();
    let firm = nearest.map_or(0, |near| if near < 16 { 4 } else { 3 });
    if around.first.iter().any(|at| far(at) <= 5) {
        return (firm, 3);
    }
    let meant = |at: &usize| far(at) <= 4 || addressed(scene, *at);
    let loose = around.somebody || around.second.iter().any(meant);
    (firm, if loose { 2 } else { 0 })
}

/// "Du har fået", "Din ansøgning": a word that ties stands beside the pronoun.
fn addressed(scene: &Scene, at: usize) -> bool {
    let near = scene
        .tokens
        .get(at.saturating_sub(1)..(at + 3).min(scene.tokens.len()))
        .unwrap_or(&[]);
    near.iter().any(|t| t.roles & role::TIE != 0)
}

/// Other words of the lists in the same sentence bear each other out: two of them are enough, and `hits` stand in order,
/// so that none further off need be asked.
fn company(scene: &Scene, hit: &Hit, hits: &[Hit]) -> i32 {
    let sentence = |h: &Hit| scene.tokens.get(h.from).map(|t| t.sentence);
    let at = hits.partition_point(|h| h.from < hit.from);
    let near = at.saturating_sub(2)..(at + 3).min(hits.len());
    let near = hits.get(near).unwrap_or(&[]).iter();
    let others = near.filter(|h| h.from != hit.from && sentence(h) == sentence(hit));
    i32::try_from(others.count().min(2)).unwrap_or(0)
}

/// Signs that the sentence speaks of nobody in particular.
fn generality(text: &str, scene: &Scene, hit: &Hit, (tie, around): (&Tie, &Around)) -> i32 {
    let Some(token) = scene.tokens.get(hit.from) else {
        return 0;
    };
    let general = i32::try_from(around.general.min(3)).unwrap_or(0);
    let mut points = general * if tie.firm { 2 } else { 4 };
    if around.event {
        points += if tie.firm { 3 } else { 5 };
    }
    if !tie.firm && around.many {
        points += 2;
    }
    if !tie.firm
        && scene
            .questions
            .get(token.sentence)
            .copied()
            .unwrap_or(false)
    {
        points += 2;
    }
    // "www.demens.dk", "depression@…": an address is no statement.
    let before = text
        .as_bytes()
        .get(token.span.start.wrapping_sub(1))
        .copied()
        .unwrap_or(b' ');
    let after = text.as_bytes().get(token.span.end).copied().unwrap_or(b' ');
    let domain = after == b'.'
        && text
            .as_bytes()
            .get(token.span.end + 1)
            .is_some_and(u8::is_ascii_lowercase);
    if matches!(before, b'.' | b'@' | b'/') || matches!(after, b'@' | b'/') || domain {
        points += 4;
    }
    points
}

/// Part of an institution's, event's or street's name.
fn is_institution(scene: &Scene, hit: &Hit, token: &Token) -> bool {
    if hit.tail & role::TAIL != 0 && hit.rest >= 4 && hit.tail & role::SOFT == 0 {
        return true;
    }
    if !token.capital {
        return false;
    }
    let near = |at: usize| {
        scene.tokens.get(at).is_some_and(|t| {
            t.capital
                && t.sentence == token.sentence
                && t.roles & role::INSTITUTION != 0
                && t.gap <= 2
        })
    };
    let before = hit.from.checked_sub(1).is_some_and(near);
    before
        || near(hit.to)
        || (scene.tokens.get(hit.to).is_some_and(|t| t.capital) && near(hit.to + 1))
}

/// Whether a short paragraph that speaks of nobody may be part of a signature.
pub fn may_sign(scene: &Scene) -> bool {
    scene.words < SHORT && !scene.any(role::THIRD | role::PERSON | role::FIRST)
}

/// A short paragraph behind "Med venlig hilsen" is still the signature.
fn in_signature(scene: &Scene, known: &Known) -> bool {
    known.signature && may_sign(scene)
}

/// "ingen allergi", "inte sjuk": the word is denied right before it. Asked only where no known person is near: that
/// somebody has no cancer is a statement on that person's health as well (GDPR art. 4(15)).
fn is_denied(text: &str, scene: &Scene, hit: &Hit) -> bool {
    /// "Ingen nyere diabetes": another word may stand between.
    const DENY: [&[u8]; 17] = [
        b"ingen",
        b"intet",
        b"uden",
        b"uten",
        b"inga",
        b"inget",
        b"utan",
        b"ilman",
        b"no",
        b"without",
        b"never",
        b"aldrig",
        b"aldri",
        b"ei",
        b"eik\xe4",
        b"eiv\xe4t",
        b"neither",
    ];
    /// These deny the next word and nothing further.
    const CLOSE: [&[u8]; 5] = [b"ikke", b"ikkje", b"inte", b"ej", b"not"];
    (hit.from.saturating_sub(2)..hit.from).any(|at| {
        let Some(token) = scene.tokens.get(at).filter(|t| t.roles & role::NOT != 0) else {
            return false;
        };
        let hit_sentence = scene.tokens.get(hit.from).map(|h| h.sentence);
        let word = token.letters(text);
        let close = at + 1 == hit.from && CLOSE.contains(&&*word);
        hit_sentence == Some(token.sentence) && (close || DENY.contains(&&*word))
    })
}
