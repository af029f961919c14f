//! How much may be read, and the account of what was.

use std::time::{Duration, Instant};

use crate::part::Reason;

/// Limits of one call of [`crate::read`]. Everything over a limit is *not inspected*, never clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file that is given.
    pub bytes: u64,
    /// Bytes that archives, encodings and compressed streams may unpack to, together.
    pub unpacked: u64,
    /// Bytes of text that is given back, together.
    pub text: usize,
    /// Parts that are given back.
    pub parts: usize,
    /// Files in files in files.
    pub depth: usize,
    /// Calls of outside tools (pages of pictures to be read by OCR, for instance).
    pub tools: usize,
    /// After this the rest is *not inspected*. Looked at between parts: only killing the process is exact.
    pub time: Duration,
    /// Address space of the process that reads, for whoever starts one. Not enforced in here.
    pub memory: u64,
}

impl Default for Limits {
    /// What an office sends in a day: mails up to some 50 MB with a few hundred files.
    fn default() -> Limits {
        Limits {
            bytes: 64 << 20,
            unpacked: 256 << 20,
            text: 48 << 20,
            parts: 4_000,
            depth: 12,
            tools: 40,
            time: Duration::from_secs(20),
            memory: 1 << 30,
        }
    }
}

impl Limits {
    /// As arguments of a process that reads.
    pub fn to_words(&self) -> Vec<String> {
        [
            self.bytes,
            self.unpacked,
            self.text as u64,
            self.parts as u64,
            self.depth as u64,
            self.tools as u64,
            u64::try_from(self.time.as_millis()).unwrap_or(u64::MAX),
            self.memory,
        ]
        .iter()
        .map(u64::to_string)
        .collect()
    }

    /// What [`Limits::to_words`] wrote; `None` when it is something else.
    pub fn from_words(words: &[String]) -> Option<Limits> {
        let numbers: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
        let &[bytes, unpacked, text, parts, depth, tools, time, memory] = &numbers[..] else {
            return None;
        };
        Some(Limits {
            bytes,
            unpacked,
            text: usize::try_from(text).ok()?,
            parts: usize::try_from(parts).ok()?,
            depth: usize::try_from(depth).ok()?,
            tools: usize::try_from(tools).ok()?,
            time: Duration::from_millis(time),
            memory,
        })
    }
}

/// What has been used up so far.
pub(crate) struct Account {
    limits: Limits,
    unpacked: u64,
    text: usize,
    tools: usize,
    until: Option<Instant>,
}

impl Account {
    pub fn new(limits: &Limits) -> Account {
        Account {
            until: Instant::now().checked_add(limits.time),
            limits: limits.clone(),
            unpacked: 0,
            text: 0,
            tools: 0,
        }
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Bytes that may still be unpacked.
    pub fn room(&self) -> u64 {
        self.limits.unpacked.saturating_sub(self.unpacked)
    }

    /// Notes bytes that were unpacked.
    pub fn unpacked(&mut self, bytes: usize) -> Result<(), Reason> {
        self.unpacked = self.unpacked.saturating_add(bytes as u64);
        if self.unpacked > self.limits.unpacked {
            Err(Reason::TooLarge)
        } else {
            Ok(())
        }
    }

    /// Bytes of text that may still be given back.
    pub fn text_room(&self) -> usize {
        self.limits.text.saturating_sub(self.text)
    }

    pub fn text(&mut self, bytes: usize) {
        self.text = self.text.saturating_add(bytes);
    }

    /// Notes a call of an outside tool.
    pub fn tool(&mut self) -> Result<(), Reason> {
        self.tools += 1;
        if self.tools > self.limits.tools {
            Err(Reason::TooManyParts)
        } else {
            self.in_time()
        }
    }

    pub fn in_time(&self) -> Result<(), Reason> {
        match self.until {
            Some(until) if Instant::now() > until => Err(Reason::TimedOut),
            _ => Ok(()),
        }
    }
}
