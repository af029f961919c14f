//! The child's side: files come in on standard input, parts go out on standard output.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::os::fd::AsFd;

use extract::{Limits, Reason, Tool, Tools, wire};

use super::{frame, sandbox};

/// What a pipe holds on Linux: a mail comes in by one call.
const PIPE: usize = 64 * 1024;

/// Serves until the parent closes the pipe, within the limits that it was started with. Called first of all in
/// `main`, before anything is opened.
///
/// # Errors
/// The pipe broke.
pub fn serve(limits: &[String]) -> io::Result<()> {
    let limits = Limits::from_words(limits).unwrap_or_default();
    // A panic of a parser is caught per part; its message may quote the file, so it is thrown away.
    std::panic::set_hook(Box::new(|_| ()));
    // The pipes themselves: standard output would look for line feeds in every answer and cut it there.
    let mut pipes = Pipes {
        from: BufReader::with_capacity(PIPE, File::from(io::stdin().as_fd().try_clone_to_owned()?)),
        to: File::from(io::stdout().as_fd().try_clone_to_owned()?),
    };
    sandbox::reader(limits.memory);
    let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX) + 64 * 1024;
    while let Some((tag, job)) = frame::receive(&mut pipes.from, most)? {
        if tag != frame::FILE {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let (name, bytes) = split(&job).ok_or(io::ErrorKind::InvalidData)?;
        let parts = extract::read(name, bytes, &limits, &mut pipes);
        frame::send(&mut pipes.to, frame::PARTS, &[&wire::encode(&parts)])?;
    }
    Ok(())
}

/// A job: the length of the name, the name, the file.
fn split(job: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = job.split_at_checked(4)?;
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    let (name, bytes) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(name).ok()?, bytes))
}

struct Pipes<R, W> {
    from: R,
    to: W,
}

impl<R: Read, W: Write> Tools for Pipes<R, W> {
    fn run(&mut self, tool: Tool, bytes: &[u8]) -> Result<Vec<u8>, Reason> {
        let mut ask = || -> io::Result<Option<(u8, Vec<u8>)>> {
            frame::send(&mut self.to, frame::TOOL, &[&[tool as u8], bytes])?;
            frame::receive(&mut self.from, super::tools::ANSWER)
        };
        match ask() {
            Ok(Some((frame::SAID, said))) => Ok(said),
            Ok(Some((frame::FAILED, why))) => {
                let reason = why
                    .first()
                    .and_then(|index| Reason::ALL.get(usize::from(*index)));
                Err(reason.copied().unwrap_or(Reason::Broken))
            }
            _ => Err(Reason::Crashed),
        }
    }
}
