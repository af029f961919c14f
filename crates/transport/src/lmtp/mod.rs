//! Takes mail from a mail server (LMTP, RFC 2033): one answer per recipient, each given after the handler knows its
//! outcome. Everything is bounded; whatever cannot be read is answered and never brings the server down.

mod commands;
mod conversation;
mod lines;
mod stream;

use std::io;
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::{Envelope, Message, Reply};
use conversation::Conversation;
use stream::Stream;

/// How often a waiting thread looks whether it has to stop.
const GLANCE: Duration = Duration::from_millis(200);

/// Where mail comes in: a loopback port or a Unix socket.
#[derive(Debug)]
pub enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener),
}

impl From<TcpListener> for Listener {
    fn from(listener: TcpListener) -> Listener {
        Listener::Tcp(listener)
    }
}

impl From<UnixListener> for Listener {
    fn from(listener: UnixListener) -> Listener {
        Listener::Unix(listener)
    }
}

/// Bounds of what is taken.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a message.
    pub size: u64,
    /// Recipients of a mail; the others are asked to come again (RFC 5321, 4.5.3.1.10).
    pub recipients: usize,
    /// Connections at a time; the others wait.
    pub connections: usize,
    /// Bytes of a message that are kept in memory; larger ones go to a private file.
    pub memory: usize,
    /// Between two reads (RFC 5321, 4.5.3.2 asks for five minutes).
    pub patience: Duration,
    /// The folder of the private files.
    pub spool: PathBuf,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            size: 50 * 1024 * 1024,
            recipients: 1_000,
            connections: 50,
            memory: 1024 * 1024,
            patience: Duration::from_secs(300),
            spool: std::env::temp_dir(),
        }
    }
}

/// Ends [`serve`].
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Not stopped yet.
    pub fn new() -> Stop {
        Stop::default()
    }

    /// No new connections, no new mails; mails that are being handled end first.
    pub fn stop(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether [`Stop::stop`] was called.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// Connections that are open.
#[derive(Default)]
struct Places {
    taken: Mutex<usize>,
    freed: Condvar,
}

impl Places {
    /// Waits a moment for a free place; whether there is one.
    fn wait(&self, most: usize) -> bool {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (taken, _) = self
            .freed
            .wait_timeout_while(taken, GLANCE, |taken| *taken >= most)
            .unwrap_or_else(PoisonError::into_inner);
        *taken < most
    }

    fn change(&self, by: isize) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_add_signed(by);
        self.freed.notify_one();
    }
}

/// Takes mail until `stop`, one thread for each connection. `handler` gets each mail and answers for its recipients,
/// in order: an answer that is missing, or a handler that panics, is "later". `hello` is our name in the greeting.
///
/// # Errors
/// When the listener itself fails.
pub fn serve<H>(
    listener: impl Into<Listener>,
    limits: &Limits,
    stop: &Stop,
    hello: &str,
    handler: H,
) -> io::Result<()>
where
    H: Fn(&Envelope, &Message) -> Vec<Reply> + Sync,
{
    let listener = listener.into();
    listener.prepare()?;
    let places = Places::default();
    let (places, handler) = (&places, &handler);
    std::thread::scope(|scope| {
        while !stop.is_stopped() {
            if !places.wait(limits.connections) || !listener.has_caller(GLANCE)? {
                continue;
            }
            // A caller that left before we looked is no fault of ours.
            let Ok(stream) = listener.accept() else {
                continue;
            };
            places.change(1);
            let talk = move || {
                let conversation = Conversation::new(stream, limits, stop, hello, handler);
                // A line that breaks is the other side's matter: it hands the mail in again.
                let _ = catch_unwind(AssertUnwindSafe(|| conversation.run()));
                places.change(-1);
            };
            if std::thread::Builder::new()
                .name("lmtp".to_owned())
                .spawn_scoped(scope, talk)
                .is_err()
            {
                // No thread now: the caller finds its line closed and comes again.
                places.change(-1);
                std::thread::sleep(GLANCE);
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests;
