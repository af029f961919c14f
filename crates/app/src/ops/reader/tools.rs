//! Programs of the system: poppler for PDF, Tesseract for pictures. Each run is a child that puts up its own
//! walls and then becomes the program.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use extract::{Reason, Tool};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{frame, sandbox};

/// Bytes that a program may answer with.
pub const ANSWER: usize = 96 << 20;
/// One page of a picture takes about two seconds here; a large one ten.
const PATIENCE: Duration = Duration::from_secs(30);
const MEMORY: u64 = 2 << 30;
/// Poppler makes and drops a small piece for every letter. Kept at hand by the C library instead of being joined and
/// divided again, they cost a fifth less of the whole run; memory that is fetched in large steps saves some 2 %. A
/// library that does not know the words passes them over.
const ALLOCATOR: &str = "glibc.malloc.tcache_count=10000:glibc.malloc.top_pad=16777216";

/// Where the programs are, looked for once.
pub static PDF_TEXT: LazyLock<Option<PathBuf>> = LazyLock::new(|| find("pdftotext"));
pub static PDF_PAGES: LazyLock<Option<PathBuf>> = LazyLock::new(|| find("pdftoppm"));
pub static OCR: LazyLock<Option<PathBuf>> = LazyLock::new(|| find("tesseract"));
/// The Nordic languages and English, as far as they are installed.
static LANGUAGES: LazyLock<Option<String>> = LazyLock::new(languages);

/// Only the system's own folders: what a user put on the path is not run.
fn find(name: &str) -> Option<PathBuf> {
    ["/usr/bin", "/usr/local/bin", "/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file())
}

fn languages() -> Option<String> {
    let said = Command::new(OCR.as_ref()?)
        .arg("--list-langs")
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let there: Vec<&str> = ["dan", "fin", "nor", "swe", "eng"]
        .into_iter()
        .filter(|code| text.lines().any(|line| line.trim() == *code))
        .collect();
    (!there.is_empty()).then(|| there.join("+"))
}

/// Program and arguments; the file comes on standard input, the answer leaves on standard output.
fn command(tool: Tool) -> Result<(PathBuf, Vec<String>), Reason> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match tool {
        Tool::PdfText => {
            let program = PDF_TEXT.clone().ok_or(Reason::NoPdfReader)?;
            Ok((program, words(&["-q", "-enc", "UTF-8", "-", "-"])))
        }
        Tool::PdfPages => {
            let program = PDF_PAGES.clone().ok_or(Reason::NoOcr)?;
            OCR.as_ref().ok_or(Reason::NoOcr)?;
            Ok((
                program,
                words(&["-q", "-gray", "-r", "200", "-l", "20", "-"]),
            ))
        }
        Tool::Ocr => {
            let program = OCR.clone().ok_or(Reason::NoOcr)?;
            let languages = LANGUAGES.clone().ok_or(Reason::NoOcr)?;
            Ok((program, words(&["stdin", "stdout", "-l", &languages])))
        }
    }
}

/// Runs a program on these bytes, started by `own read-with`, which is this program.
///
/// # Errors
/// It is not installed, it failed, it took too long, or it answered too much.
pub fn run(own: &Path, tool: Tool, bytes: &[u8], until: Instant) -> Result<Vec<u8>, Reason> {
    let (program, arguments) = command(tool)?;
    let mut child = Command::new(own)
        .arg("read-with")
        .arg(program)
        .args(arguments)
        .env_clear()
        .env("OMP_THREAD_LIMIT", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("GLIBC_TUNABLES", ALLOCATOR)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(|_| Reason::Crashed)?;
    let said = talk(&mut child, bytes, until.min(Instant::now() + PATIENCE));
    if said.is_err() {
        let _ = child.kill();
    }
    match (child.wait(), said) {
        (_, Err(reason)) => Err(reason),
        (Ok(status), Ok(said)) if status.success() => Ok(said),
        // poppler: 1 when it cannot be opened, 3 when a password or permission is missing.
        (Ok(status), Ok(_)) if status.code() == Some(3) => Err(Reason::Encrypted),
        (Ok(status), Ok(_)) if status.code().is_some() => Err(Reason::Broken),
        _ => Err(Reason::Crashed),
    }
}

/// Feeds and reads at once: a program that writes before it has read everything would block.
fn talk(child: &mut Child, bytes: &[u8], until: Instant) -> Result<Vec<u8>, Reason> {
    let (Some(to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Reason::Crashed);
    };
    frame::ready(&to).map_err(|_| Reason::Crashed)?;
    frame::ready(&from).map_err(|_| Reason::Crashed)?;
    let (mut rest, mut said, mut chunk) = (bytes, Vec::new(), vec![0; 64 * 1024]);
    let mut to = Some(to);
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let timeout = Timespec::try_from(left).map_err(|_| Reason::TimedOut)?;
        if left.is_zero() || !ready(&from, to.as_ref(), &timeout)? {
            return Err(Reason::TimedOut);
        }
        if let Some(pipe) = &mut to {
            match pipe.write(rest) {
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                // It has seen enough, or ended: its status will say.
                Err(_) => rest = &[],
            }
        }
        if rest.is_empty() {
            // A closed pipe tells the program that this was all.
            to = None;
        }
        match from.read(&mut chunk) {
            Ok(0) => return Ok(said),
            Ok(read) => said.extend_from_slice(chunk.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => return Err(Reason::Crashed),
        }
        if said.len() > ANSWER {
            return Err(Reason::TooLarge);
        }
    }
}

/// Waits until one of the pipes may be used; false when the time is up.
fn ready(
    from: &impl std::os::fd::AsFd,
    to: Option<&std::process::ChildStdin>,
    timeout: &Timespec,
) -> Result<bool, Reason> {
    let mut fds = vec![PollFd::new(from, PollFlags::IN)];
    if let Some(to) = to {
        fds.push(PollFd::new(to, PollFlags::OUT));
    }
    match poll(&mut fds, Some(timeout)) {
        Ok(0) => Ok(false),
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(true),
        Err(_) => Err(Reason::Crashed),
    }
}

/// The child of [`run`]: walls, then the program in its place. Comes back only when that fails.
pub fn become_program(arguments: &[String]) -> io::Error {
    let Some((program, rest)) = arguments.split_first() else {
        return io::ErrorKind::InvalidInput.into();
    };
    sandbox::program(MEMORY, PATIENCE.as_secs());
    Command::new(OsStr::new(program)).args(rest).exec()
}
