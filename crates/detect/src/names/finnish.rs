//! Whether a stretch of text may be Finnish: only there are Finnish cases taken off a name.

/// Whether the text is Finnish, asked once for a stretch of it.
#[derive(Debug, Default)]
pub struct Finnish {
    until: usize,
    answer: bool,
}

impl Finnish {
    /// Whether the text at `place` may be Finnish.
    pub fn at(&mut self, text: &str, place: usize) -> bool {
        if place >= self.until {
            self.answer = finnish(text, place);
            let rest = text.get(place..floor(text, place + 400)).unwrap_or("");
            self.until = place + rest.find("\n\n").unwrap_or(rest.len()).max(1);
        }
        self.answer
    }
}

/// Whether the paragraph round `place` may be Finnish: no sign of another language, or more signs of Finnish.
fn finnish(text: &str, place: usize) -> bool {
    const FINNISH: [&str; 12] = [
        " on ", " ja ", " ei ", " että ", "hän", "ssa ", "sta ", "lla ", "lle ", "een ", " oli ",
        "ään ",
    ];
    const OTHERS: [&str; 16] = [
        " og ", " och ", " the ", " er ", " är ", " att ", " at ", " det ", " is ", " and ",
        " har ", " på ", " i ", " of ", " to ", " til ",
    ];
    let back = floor(text, place.saturating_sub(400));
    let before = text.get(back..place).unwrap_or("");
    let from = back + before.rfind("\n\n").map_or(0, |at| at + 2);
    let rest = text.get(place..floor(text, place + 400)).unwrap_or("");
    let to = place + rest.find("\n\n").unwrap_or(rest.len());
    let near = text.get(from..to).unwrap_or("");
    let count = |signs: &[&str]| signs.iter().filter(|sign| near.contains(**sign)).count();
    let others = count(&OTHERS);
    others == 0 || count(&FINNISH) > others
}

/// The character boundary at or before `place`.
fn floor(text: &str, place: usize) -> usize {
    let mut at = place.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
