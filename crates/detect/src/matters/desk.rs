//! Room for what is made of a text, kept for the next one: to make it anew for each takes a twentieth of the time of a
//! short text.

use std::fmt;
use std::sync::Mutex;

use crate::lanes::Block;

use super::around::Around;
use super::first::Looked;
use super::glance::Place;
use super::scene::Scene;
use super::skim::Seen;
use super::weigh::Hit;

/// What is made for a text.
#[derive(Default)]
pub(super) struct Desk {
    /// Where identity numbers begin.
    pub(super) numbers: Vec<usize>,
    /// What the first look saw.
    pub(super) looked: Looked,
    /// The words of the passage that is judged.
    pub(super) laid: Vec<Block>,
    pub(super) sheet: Sheet,
}

/// What is made for each passage.
#[derive(Default)]
pub(super) struct Sheet {
    /// What was seen in a passage that is looked at by itself.
    pub(super) blocks: Vec<Block>,
    pub(super) seen: Seen,
    /// Where words begin in a passage that may be of the lists, in order.
    pub(super) listed: Vec<usize>,
    /// Those that are.
    pub(super) wanted: Vec<Place>,
    /// Where those of the languages spoken begin.
    pub(super) places: Vec<usize>,
    pub(super) scene: Scene,
    pub(super) hits: Vec<Hit>,
    pub(super) around: Around,
}

/// Desks that nobody works at.
#[derive(Default)]
pub(super) struct Desks(Mutex<Vec<Desk>>);

/// A desk with room for a text of more bytes than this is not kept.
const LARGE: usize = 256 * 1024;

impl Desks {
    /// A free one, emptied, or a new one.
    pub(super) fn take(&self) -> Desk {
        let free = self.0.try_lock().ok().and_then(|mut desks| desks.pop());
        free.unwrap_or_default()
    }

    /// Keeps it for the next text. It holds nothing of the last one any more.
    pub(super) fn give(&self, mut desk: Desk) {
        if desk.looked.room() > LARGE {
            return;
        }
        desk.clear();
        if let Ok(mut desks) = self.0.try_lock() {
            desks.push(desk);
        }
    }
}

impl Desk {
    fn clear(&mut self) {
        self.numbers.clear();
        self.looked.clear();
        self.laid.clear();
        self.sheet.clear();
    }
}

impl Sheet {
    fn clear(&mut self) {
        self.blocks.clear();
        self.seen.clear();
        self.listed.clear();
        self.wanted.clear();
        self.places.clear();
        self.scene.clear();
        self.hits.clear();
        self.around.clear();
    }
}

/// The desks stay with the one they were made for.
impl Clone for Desks {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Desks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Desks")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_comes_back_empty_with_its_room() {
        let desks = Desks::default();
        let mut desk = desks.take();
        desk.numbers.extend(0..100);
        desk.sheet.places.extend(0..100);
        desks.give(desk);
        let desk = desks.take();
        assert!(desk.numbers.is_empty() && desk.numbers.capacity() >= 100);
        assert!(desk.sheet.places.is_empty() && desk.sheet.places.capacity() >= 100);
        assert_eq!(desks.take().numbers.capacity(), 0);
    }

    #[test]
    fn what_was_read_before_never_changes_what_is_found() {
        let new = || crate::Detector::new(crate::Options::MATTERS);
        let used = new();
        let texts = [
            "Borgeren lider af skizofreni. Hun er indlagt, cpr 010180-0008.\n\nMed venlig hilsen",
            "Kommunen har vedtaget planen.",
            "Eleven har \u{ad}ADHD og kræft.\n\nHan er i behandling for misbrug.",
            "",
            "Borgeren lider af skizofreni.",
        ];
        for text in texts.into_iter().chain(texts) {
            assert_eq!(used.find(text), new().find(text), "{text}");
        }
    }
}
