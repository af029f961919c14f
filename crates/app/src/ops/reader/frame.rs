//! Frames on a pipe: a tag, a length, bytes. The child's side blocks; the parent's side waits no longer than it
//! may, because it does not trust the other end to read or to write.

use std::io::{self, IoSlice, Read, Write};
use std::os::fd::AsFd;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::pipe::fcntl_setpipe_size;

/// Parent to child: a name and a file.
pub const FILE: u8 = 1;
/// Child to parent: parts. The end of a job.
pub const PARTS: u8 = 2;
/// Child to parent: please run a program outside on these bytes. The first byte says which.
pub const TOOL: u8 = 3;
/// Parent to child: what the program said.
pub const SAID: u8 = 4;
/// Parent to child: it did not. One byte says why.
pub const FAILED: u8 = 5;

const HEAD: usize = 9;
/// Bytes that are made room for before they have come.
const BELIEVED: usize = 4 << 20;

/// Room of a pipe, as much as Linux gives to everybody: with its usual 64 KiB both ends would wake each other sixteen
/// times for a megabyte.
const ROOM: usize = 1 << 20;

/// Makes a pipe ready for this side, which never blocks on it. One that cannot have the room is slower and no worse.
///
/// # Errors
/// The system's own.
pub fn ready(pipe: &impl AsFd) -> io::Result<()> {
    let _ = fcntl_setpipe_size(pipe, ROOM);
    Ok(rustix::io::ioctl_fionbio(pipe, true)?)
}

/// Tag and length.
fn head(tag: u8, length: usize) -> [u8; HEAD] {
    let mut head = [tag; HEAD];
    head[1..].copy_from_slice(&(length as u64).to_le_bytes());
    head
}

fn length(head: &[u8], most: usize) -> io::Result<(u8, usize)> {
    let tag = head.first().copied().unwrap_or_default();
    let length = head
        .get(1..HEAD)
        .and_then(|eight| eight.try_into().ok())
        .map(u64::from_le_bytes)
        .and_then(|length| usize::try_from(length).ok())
        .filter(|length| *length <= most)
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok((tag, length))
}

/// Writes a frame of these slices and waits for the other end. Head and contents leave in one call, so that the
/// other end is woken once.
///
/// # Errors
/// The pipe is closed.
pub fn send(to: &mut impl Write, tag: u8, slices: &[&[u8]]) -> io::Result<()> {
    frame(to, tag, slices, |_| Err(io::ErrorKind::WouldBlock.into()))
}

/// The same before `until`, to a pipe that does not block.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`], or the pipe is closed.
pub fn send_until<W: Write + AsFd>(
    to: &mut W,
    tag: u8,
    slices: &[&[u8]],
    until: Instant,
) -> io::Result<()> {
    frame(to, tag, slices, |to| wait(to, PollFlags::OUT, until))
}

fn frame<W: Write>(
    to: &mut W,
    tag: u8,
    slices: &[&[u8]],
    full: impl Fn(&W) -> io::Result<()>,
) -> io::Result<()> {
    let head = head(tag, slices.iter().map(|slice| slice.len()).sum());
    let mut all = vec![IoSlice::new(&head)];
    all.extend(slices.iter().map(|slice| IoSlice::new(slice)));
    let mut rest = &mut all[..];
    while !rest.is_empty() {
        match to.write_vectored(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => IoSlice::advance_slices(&mut rest, written),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => full(to)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads a frame; `None` at the end of the pipe.
///
/// # Errors
/// A frame that is cut off, or longer than `most`.
pub fn receive(from: &mut impl Read, most: usize) -> io::Result<Option<(u8, Vec<u8>)>> {
    let mut head = [0; HEAD];
    match from.read_exact(&mut head) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let (tag, length) = length(&head, most)?;
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(Some((tag, bytes)))
}

/// Reads a frame before `until`. The pipe does not block.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`], a closed pipe, a frame longer than `most`.
pub fn receive_until<R: Read + AsFd>(
    from: &mut R,
    most: usize,
    until: Instant,
) -> io::Result<(u8, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 32 * 1024];
    let mut wanted = HEAD;
    let mut tag = None;
    wait(from, PollFlags::IN, until)?;
    while bytes.len() < wanted {
        let room = chunk.len().min(wanted - bytes.len());
        // Nothing may follow a frame before it is answered, so reading past the head is safe.
        let room = if tag.is_none() { chunk.len() } else { room };
        match from.read(&mut chunk[..room]) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                wait(from, PollFlags::IN, until)?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if tag.is_none() && bytes.len() >= HEAD {
            let (found, length) = length(&bytes, most)?;
            tag = Some(found);
            wanted = HEAD + length;
            // What is said of the length is believed only so far.
            bytes.reserve(length.min(BELIEVED));
        }
    }
    if bytes.len() > wanted {
        return Err(io::ErrorKind::InvalidData.into());
    }
    bytes.drain(..HEAD);
    Ok((tag.unwrap_or_default(), bytes))
}

fn wait<T: AsFd>(on: &T, flags: PollFlags, until: Instant) -> io::Result<()> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    let timeout = Timespec::try_from(left).map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?;
    let mut fds = [PollFd::new(on, flags)];
    match poll(&mut fds, Some(&timeout)) {
        Ok(0) => Err(io::ErrorKind::TimedOut.into()),
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
