//! Messages that no honest program writes. Each holds a secret where some program would show it, or hides it where
//! none can look: none of them may leave in the open (facts/mail-guard.md, sections 3 and 4).

mod coded;
mod headers;
mod parts;

/// An identity number that nobody has, and an illness: sensitive everywhere.
pub const SECRET: &str = "Borgerens cpr er 010180-0008, og hun har en depression.";

/// A name for the report of a fault, and everything behind the lines of trace.
pub type Hostile = (&'static str, Vec<u8>);

/// All of them.
pub fn all() -> Vec<Hostile> {
    [
        headers::all(),
        parts::structures(),
        parts::kinds(),
        coded::all(),
    ]
    .concat()
}

/// Everything in lines that end with CR LF.
pub fn lines(text: &str) -> Vec<u8> {
    text.replace("\r\n", "\n")
        .replace('\n', "\r\n")
        .into_bytes()
}

/// Numbers that look like chance and are the same in every run (Marsaglia's xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most as u64).max(1)).unwrap()
    }
}

/// Pieces of all the messages in another order: what nobody thought of.
pub fn shuffled(count: usize) -> Vec<Vec<u8>> {
    let mut dice = Dice(2026);
    let all: Vec<Vec<Vec<u8>>> = all()
        .into_iter()
        .filter(|(_, message)| message.len() < 20_000)
        .map(|(_, message)| {
            message
                .split_inclusive(|byte| *byte == b'\n')
                .map(<[u8]>::to_vec)
                .collect()
        })
        .collect();
    (0..count)
        .map(|_| {
            let mut message = Vec::new();
            for _ in 0..dice.below(60) + 1 {
                let from = &all[dice.below(all.len())];
                let line = &from[dice.below(from.len())];
                if line.ends_with(b"\r\n") {
                    message.extend_from_slice(line);
                }
            }
            message
        })
        .collect()
}
