//! Connections to Postfix's second listener, kept for the next mail.

use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use transport::smtp::{self, BeforeEnd, Fault, Patience, Sending, Session};
use transport::{Deadline, Envelope, Message};

use super::ways::Plain;

/// Connections at once, the kept ones among them. Each holds a process of Postfix: with more than the second listener
/// may have (`maxproc` in master.cf, docs/guard.md) the others would wait for a greeting until they gave up.
const MOST: usize = 20;

/// Hands mails back to Postfix at `next`. Where all connections are busy, a mail waits for one. A kept one that has
/// gone away in the meantime has certainly sent nothing, so a fresh one takes its place.
pub fn plain(next: SocketAddr, helo: String) -> Plain {
    let sessions = Sessions::default();
    Arc::new(move |envelope, content, before_end, deadline| {
        let load = (envelope, content, before_end);
        let Some(mut place) = sessions.place(deadline) else {
            return unsent(envelope, None);
        };
        let kept = place.session.take();
        let was_kept = kept.is_some();
        let mut sending = try_one(kept, next, &helo, load, deadline);
        let sent_nothing = |sending: &Sending| {
            let mut fates = sending.fates.iter();
            fates.all(|fate| matches!(fate, smtp::Fate::NotSent))
        };
        if was_kept && sent_nothing(&sending.0) {
            sending = try_one(None, next, &helo, load, deadline);
        }
        let (sending, session) = sending;
        // Whether it is still open when the next mail comes is asked then.
        place.session = session.filter(|_| sending.fault.is_none());
        sending
    })
}

/// All connections.
#[derive(Default)]
struct Sessions {
    all: Mutex<All>,
    freed: Condvar,
}

#[derive(Default)]
struct All {
    idle: Vec<Session>,
    /// Idle or in use.
    places: usize,
}

/// One of the places, with the connection that was kept there; it goes back when this is dropped.
struct Place<'a> {
    of: &'a Sessions,
    session: Option<Session>,
}

impl Sessions {
    /// Waits for a place; nothing when the time is over.
    fn place(&self, deadline: Deadline) -> Option<Place<'_>> {
        let mut all = self.all();
        loop {
            let session = all.idle.pop();
            if session.is_none() && all.places < MOST {
                all.places += 1;
            } else if session.is_none() {
                let left = deadline.left();
                if left.is_zero() {
                    return None;
                }
                let waited = self.freed.wait_timeout(all, left);
                (all, _) = waited.unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            return Some(Place { of: self, session });
        }
    }

    fn all(&self) -> MutexGuard<'_, All> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut all = self.of.all();
        match self.session.take() {
            Some(session) => all.idle.push(session),
            None => all.places -= 1,
        }
        drop(all);
        self.of.freed.notify_one();
    }
}

type Load<'a> = (&'a Envelope, (&'a [u8], &'a Message), BeforeEnd<'a>);

fn try_one(
    kept: Option<Session>,
    next: SocketAddr,
    helo: &str,
    (envelope, (head, message), before_end): Load<'_>,
    deadline: Deadline,
) -> (Sending, Option<Session>) {
    let session = match kept {
        Some(mut session) => {
            session.until(deadline);
            Ok(session)
        }
        None => Session::connect(next, helo, &Patience::default(), deadline),
    };
    match session {
        Ok(mut session) => {
            let sending = session.send_noting(envelope, head, message, before_end);
            (sending, Some(session))
        }
        Err(fault) => (unsent(envelope, Some(fault)), None),
    }
}

/// Nobody's mail was sent.
fn unsent(envelope: &Envelope, fault: Option<Fault>) -> Sending {
    Sending {
        fates: vec![smtp::Fate::NotSent; envelope.recipients.len()],
        fault,
        sha256: None,
        bytes: 0,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use transport::{Deadline, Envelope, Message, Recipient, smtp};

    use super::{MOST, plain};

    /// Answers like Postfix, and counts the connections that it has had.
    fn listener() -> (std::net::SocketAddr, Arc<AtomicUsize>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                std::thread::spawn(move || talk(stream.unwrap()));
            }
        });
        (address, count)
    }

    fn talk(mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        stream.write_all(b"220 x\r\n").unwrap();
        while let Some(Ok(line)) = lines.next() {
            let answer = match line.split(' ').next() {
                Some("EHLO") => "250-x\r\n250 PIPELINING\r\n",
                Some("DATA") => "354 go on\r\n",
                Some("MAIL" | "RCPT" | ".") => "250 2.0.0 ok\r\n",
                _ => continue,
            };
            stream.write_all(answer.as_bytes()).unwrap();
        }
    }

    #[test]
    fn fifty_mails_at_once_wait_for_twenty_connections() {
        let (address, count) = listener();
        let plain = plain(address, "guard".to_owned());
        let envelope = Envelope {
            from: Some("a@b.example".to_owned()),
            recipients: vec![Recipient::to("c@d.example")],
            ..Envelope::default()
        };
        let message = Message::of(b"Subject: x\r\n\r\nx\r\n".to_vec());
        std::thread::scope(|scope| {
            for _ in 0..50 {
                scope.spawn(|| {
                    for _ in 0..4 {
                        let deadline = Deadline::after(Duration::from_secs(60));
                        let sending =
                            plain(&envelope, (b"X: y\r\n", &message), &|| Ok(()), deadline);
                        assert!(matches!(sending.fates[..], [smtp::Fate::Taken(_)]));
                    }
                });
            }
        });
        assert!(count.load(Ordering::SeqCst) <= MOST);
    }
}
