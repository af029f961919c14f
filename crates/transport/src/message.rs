//! The bytes of a mail, never altered after they came.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::stuffing::Unstuffer;

/// Bytes given out at a time.
const BLOCK: usize = 64 * 1024;

/// A mail's content: in memory when it is small, else in a file without a name, which only this process can open and
/// which is gone with it.
#[derive(Debug)]
pub struct Message {
    stored: Stored,
    len: u64,
    sha256: [u8; 32],
    sound: bool,
}

#[derive(Debug)]
enum Stored {
    Memory(Vec<u8>),
    File(File),
}

impl Message {
    /// A message that was made here.
    pub fn of(bytes: Vec<u8>) -> Message {
        let sound = is_sound(&bytes);
        Message {
            len: bytes.len() as u64,
            sha256: Sha256::digest(&bytes).into(),
            stored: Stored::Memory(bytes),
            sound,
        }
    }

    /// Bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is not a single byte.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// SHA-256 of the whole content.
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    /// Whether every CR and LF stands in a pair and there is no NUL. Other messages are not sent.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// The whole content in memory.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self) -> io::Result<Cow<'_, [u8]>> {
        if let Stored::Memory(bytes) = &self.stored {
            return Ok(Cow::Borrowed(bytes));
        }
        let mut all = Vec::with_capacity(usize::try_from(self.len).unwrap_or_default());
        self.each_block(|block| {
            all.extend_from_slice(block);
            Ok(())
        })?;
        Ok(Cow::Owned(all))
    }

    /// Gives the content out in order, 64 KiB at a time.
    ///
    /// # Errors
    /// When the file cannot be read, and whatever `f` says.
    pub fn each_block(&self, mut f: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        match &self.stored {
            Stored::Memory(bytes) => bytes.chunks(BLOCK).try_for_each(f),
            Stored::File(file) => {
                let mut block = vec![0; BLOCK];
                let mut at = 0;
                while at < self.len {
                    let most = usize::try_from(self.len - at).unwrap_or(BLOCK).min(BLOCK);
                    let piece = block.get_mut(..most).unwrap_or_default();
                    file.read_exact_at(piece, at)?;
                    f(piece)?;
                    at += most as u64;
                }
                Ok(())
            }
        }
    }
}

/// See [`Message::is_sound`].
pub(crate) fn is_sound(bytes: &[u8]) -> bool {
    let mut reader = Unstuffer::new();
    // The sign that ends a content in the protocol may stand in a message, where it is stuffed on its way.
    let mut rest = bytes;
    while let Some(used) = reader.feed(rest, |_| {}) {
        let (bare, nul) = (reader.bare, reader.nul);
        rest = rest.get(used..).unwrap_or_default();
        reader = Unstuffer::new();
        (reader.bare, reader.nul) = (bare, nul);
    }
    // A CR at the end has lost its LF.
    !(reader.bare || reader.nul || bytes.last() == Some(&b'\r'))
}

/// Takes a content as it comes.
#[derive(Debug)]
pub(crate) struct Collector<'a> {
    memory: Vec<u8>,
    file: Option<File>,
    hash: Sha256,
    len: u64,
    most: usize,
    spool: &'a Path,
    failed: Option<io::Error>,
}

impl<'a> Collector<'a> {
    /// More than `most` bytes go to a file in `spool`.
    pub fn new(most: usize, spool: &'a Path) -> Collector<'a> {
        Collector {
            memory: Vec::new(),
            file: None,
            hash: Sha256::new(),
            len: 0,
            most,
            spool,
            failed: None,
        }
    }

    /// A disk that is full is told at the end: the other side may only be answered there.
    pub fn push(&mut self, piece: &[u8]) {
        if self.failed.is_none()
            && let Err(error) = self.write(piece)
        {
            self.failed = Some(error);
            self.memory = Vec::new();
            self.file = None;
        }
    }

    fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.hash.update(piece);
        self.len += piece.len() as u64;
        self.memory.extend_from_slice(piece);
        if self.memory.len() > self.most || (self.file.is_some() && self.memory.len() >= BLOCK) {
            self.spill()?;
        }
        Ok(())
    }

    fn spill(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            self.file = Some(tempfile::tempfile_in(self.spool)?);
            self.most = BLOCK;
        }
        if let Some(file) = &mut self.file {
            file.write_all(&self.memory)?;
            self.memory = Vec::new();
        }
        Ok(())
    }

    /// What was collected; it came from the protocol and is sound.
    pub fn done(mut self) -> io::Result<Message> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        if self.file.is_some() {
            self.spill()?;
        }
        Ok(Message {
            len: self.len,
            sha256: self.hash.finalize().into(),
            stored: match self.file {
                Some(file) => Stored::File(file),
                None => Stored::Memory(self.memory),
            },
            sound: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_and_small_messages_give_the_same_bytes() {
        let bytes: Vec<u8> = (0..300_000u32).map(|n| (n % 251) as u8).collect();
        for most in [1_000_000, 100_000, 0] {
            let folder = std::env::temp_dir();
            let mut collector = Collector::new(most, &folder);
            for piece in bytes.chunks(7_001) {
                collector.push(piece);
            }
            let message = collector.done().unwrap();
            assert_eq!(
                matches!(message.stored, Stored::Memory(_)),
                most == 1_000_000
            );
            assert_eq!(message.bytes().unwrap(), bytes);
            assert_eq!(message.len(), 300_000);
            assert_eq!(message.sha256(), Message::of(bytes.clone()).sha256());
        }
    }

    #[test]
    fn a_place_that_cannot_be_written_is_told_at_the_end() {
        let mut collector = Collector::new(2, Path::new("/nowhere-at-all"));
        collector.push(b"abc");
        collector.push(b"def");
        assert!(collector.done().is_err());
    }

    #[test]
    fn lone_line_ends_are_noted() {
        for sound in [
            &b""[..],
            b"a",
            b"a\r\n",
            b".\r\n",
            b"a\r\n.\r\n\r\n..\r\nb\r\n",
        ] {
            assert!(Message::of(sound.to_vec()).is_sound(), "{sound:?}");
        }
        for not in [&b"a\n"[..], b"\r", b"a\rb\r\n", b"\0", b".\r\na\n", b".\r"] {
            assert!(!Message::of(not.to_vec()).is_sound(), "{not:?}");
        }
    }
}
