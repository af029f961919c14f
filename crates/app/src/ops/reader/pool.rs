//! Children that read, kept ready. A child that dies, lies or takes too long is killed, and what it was reading
//! is *not inspected*, with the reason.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use extract::{Content, Kind, Limits, Part, Reason, Tool, wire};

use super::nearby::Nearby;
use super::{frame, tools};

/// A child ends after so many files, so that what one file left behind in it does not stay.
const JOBS: u32 = 512;
/// A child that read more than this gives its memory back by ending.
const HEAVY: usize = 8 << 20;
/// A child that was busy for so long ends as well; its own limit of CPU is beyond anything that this allows.
const BUSY: Duration = Duration::from_secs(60);

/// Children that read files, at most so many at once.
pub struct Pool {
    program: PathBuf,
    limits: Limits,
    most: usize,
    /// Beyond its own limit a child gets this long to say what it has.
    pub grace: Duration,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Worker>,
    alive: usize,
}

struct Worker {
    child: Child,
    to: ChildStdin,
    from: ChildStdout,
    nearby: Option<Nearby>,
    jobs: u32,
    busy: Duration,
}

impl Pool {
    /// An empty pool of children that are `program read LIMITS`: the first starts with the first file, or with
    /// [`Pool::warm`].
    pub fn new(program: PathBuf, limits: Limits, most: usize) -> Pool {
        Pool {
            program,
            limits,
            most: most.max(1),
            grace: Duration::from_secs(5),
            state: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Starts a child if none waits, so that the first file does not.
    pub fn warm(&self) {
        let mut state = self.state();
        if state.alive == 0
            && let Ok(worker) = self.start()
        {
            state.alive += 1;
            state.idle.push(worker);
        }
    }

    /// Reads a file in a child. Always answers, and never later than the limit and a little grace.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Vec<Part> {
        if bytes.len() as u64 > self.limits.bytes {
            return not(name, Reason::TooLarge);
        }
        let whole = self.limits.time + self.grace;
        let mut worker = match self.take(Instant::now() + whole) {
            Ok(worker) => worker,
            Err(reason) => return not(name, reason),
        };
        let begun = Instant::now();
        let outcome = worker.job(self, name, bytes, begun + whole);
        worker.busy += begun.elapsed();
        match outcome {
            Ok(parts) => {
                let text: usize = parts.iter().filter_map(Part::text).map(str::len).sum();
                let heavy = bytes.len() + text > HEAVY;
                let spent = heavy || worker.jobs >= JOBS || worker.busy > BUSY;
                self.give_back((!spent).then_some(worker));
                parts
            }
            Err(error) => {
                drop(worker);
                self.give_back(None);
                match error.kind() {
                    io::ErrorKind::TimedOut => not(name, Reason::TimedOut),
                    _ => not(name, Reason::Crashed),
                }
            }
        }
    }

    /// A child that is free, or a new one; waits for one until then.
    fn take(&self, until: Instant) -> Result<Worker, Reason> {
        let mut state = self.state();
        loop {
            if let Some(mut worker) = state.idle.pop() {
                // It may have been ended from outside while it waited.
                if matches!(worker.child.try_wait(), Ok(None)) {
                    return Ok(worker);
                }
                state.alive -= 1;
                continue;
            }
            if state.alive < self.most {
                state.alive += 1;
                drop(state);
                return self.start().map_err(|_| {
                    self.gone();
                    Reason::Crashed
                });
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Reason::TimedOut);
            }
            state = match self.freed.wait_timeout(state, left) {
                Ok((state, _)) => state,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }

    /// Puts a child back; for one that ended, the next is started ahead while somebody reads its answer.
    fn give_back(&self, worker: Option<Worker>) {
        match worker.map_or_else(|| self.start(), Ok) {
            Ok(worker) => {
                self.state().idle.push(worker);
                self.freed.notify_one();
            }
            Err(_) => self.gone(),
        }
    }

    fn gone(&self) {
        let mut state = self.state();
        state.alive = state.alive.saturating_sub(1);
        drop(state);
        self.freed.notify_one();
    }

    fn start(&self) -> io::Result<Worker> {
        Worker::start(&self.program, &self.limits)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Worker {
    fn start(program: &Path, limits: &Limits) -> io::Result<Worker> {
        let mut child = Command::new(program)
            .arg("read")
            .args(limits.to_words())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl-C in the terminal is for the parent, which says what was finished.
            .process_group(0)
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let Some((to, from)) = pipes else {
            let _ = child.kill();
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        frame::ready(&to)?;
        frame::ready(&from)?;
        Ok(Worker {
            nearby: Nearby::of(&child),
            child,
            to,
            from,
            jobs: 0,
            busy: Duration::ZERO,
        })
    }

    fn job(
        &mut self,
        pool: &Pool,
        name: &str,
        bytes: &[u8],
        until: Instant,
    ) -> io::Result<Vec<Part>> {
        self.jobs += 1;
        if let Some(nearby) = &mut self.nearby {
            nearby.for_file(bytes.len());
        }
        let length = u32::try_from(name.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        let length = length.to_le_bytes();
        let job = [&length[..], name.as_bytes(), bytes];
        frame::send_until(&mut self.to, frame::FILE, &job, until)?;
        // Text, places of cells, paths: three times the text is more than any of our own readers gives.
        let most = pool
            .limits
            .text
            .saturating_mul(3)
            .max(usize::try_from(pool.limits.unpacked).unwrap_or(usize::MAX));
        loop {
            let (tag, answer) = frame::receive_until(&mut self.from, most, until)?;
            match tag {
                frame::PARTS => {
                    return wire::decode(&answer).ok_or_else(|| io::ErrorKind::InvalidData.into());
                }
                frame::TOOL => self.tool(&pool.program, &answer, until)?,
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
    }

    fn tool(&mut self, own: &Path, asked: &[u8], until: Instant) -> io::Result<()> {
        let (which, bytes) = asked.split_first().ok_or(io::ErrorKind::InvalidData)?;
        let tool = [Tool::PdfText, Tool::PdfPages, Tool::Ocr]
            .into_iter()
            .find(|tool| *tool as u8 == *which)
            .ok_or(io::ErrorKind::InvalidData)?;
        let (tag, answer) = match tools::run(own, tool, bytes, until) {
            Ok(said) => (frame::SAID, said),
            Err(reason) => {
                let index = Reason::ALL
                    .iter()
                    .position(|known| *known == reason)
                    .unwrap_or_default();
                (frame::FAILED, vec![index as u8])
            }
        };
        frame::send_until(&mut self.to, tag, &[&answer], until)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn not(name: &str, reason: Reason) -> Vec<Part> {
    vec![Part {
        path: name.to_owned(),
        kind: Kind::File,
        content: Content::NotInspected(reason),
    }]
}
