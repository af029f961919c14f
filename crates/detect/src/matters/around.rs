//! What a sentence and those beside it hold that weighs on the words of the lists in it: looked at once, however many
//! of these there are.

use std::cell::OnceCell;

use super::context::role;
use super::scene::{Scene, Spot, Token};
use super::weigh::People;

const SOMEBODY: u32 = role::PERSON | role::THIRD | role::KIN;

/// One sentence of a scene.
#[derive(Debug, Default)]
pub struct Around {
    /// Its number.
    sentence: Option<usize>,
    /// The tokens that mean one known person.
    pub persons: Vec<usize>,
    /// Those that mean "I", and those that mean "you" and are addressed or may be.
    pub first: Vec<usize>,
    pub second: Vec<usize>,
    /// Whether "a pupil" or the like stands in it.
    pub somebody: bool,
    /// Whether a word ties: "lider", "ansøgning".
    pub ties: bool,
    /// How many words speak in general.
    pub general: usize,
    /// Whether it tells of a course or the like.
    pub event: bool,
    /// Whether it speaks of many.
    pub many: bool,
    /// Points for a person in the sentence before and in the one behind, when they were asked for.
    beside: OnceCell<(i32, i32)>,
}

impl Around {
    /// Makes it empty; its room is kept.
    pub fn clear(&mut self) {
        self.sentence = None;
        self.persons.clear();
        self.first.clear();
        self.second.clear();
        (self.somebody, self.ties, self.event, self.many) = (false, false, false, false);
        self.general = 0;
        self.beside.take();
    }

    /// Takes in the sentence of this number, if it did not yet.
    pub fn take(&mut self, scene: &Scene, sentence: usize) {
        if self.sentence == Some(sentence) {
            return;
        }
        self.clear();
        self.sentence = Some(sentence);
        let places = scene.places(sentence);
        let tokens = scene.tokens.get(places.clone()).unwrap_or(&[]);
        for (at, token) in places.zip(tokens) {
            if token.roles != 0 {
                self.add(at, token);
            }
        }
    }

    /// Points for a person in the sentence before and in the one behind.
    pub fn beside(&self, scene: &Scene, people: &People<'_>) -> (i32, i32) {
        *self.beside.get_or_init(|| {
            let sentence = self.sentence.unwrap_or(0);
            let last = sentence.checked_sub(1);
            (
                last.map_or(0, |last| person_in(scene, people, last)),
                person_in(scene, people, sentence + 1) / 2,
            )
        })
    }

    fn add(&mut self, at: usize, token: &Token) {
        let is = |roles: u32| token.roles & roles != 0;
        if is(SOMEBODY) {
            self.persons.push(at);
        }
        if is(role::FIRST) {
            self.first.push(at);
        }
        if is(role::SECOND) {
            self.second.push(at);
        }
        self.somebody |= is(role::SOMEBODY);
        self.ties |= is(role::TIE);
        self.general += usize::from(is(role::GENERAL));
        self.event |= is(role::EVENT);
        self.many |= is(role::MANY);
    }
}

/// Points for a person in a sentence beside.
fn person_in(scene: &Scene, people: &People<'_>, sentence: usize) -> i32 {
    let here = |spot: &Spot| spot.sentence == Some(sentence);
    if people.numbers().iter().any(here) || people.names().iter().any(here) {
        return 3;
    }
    let somebody = |token: &Token| token.roles & SOMEBODY != 0;
    2 * i32::from(scene.sentence(sentence).iter().any(somebody))
}
