//! Mail handed in by the mail server beside us (LMTP, RFC 2033). One answer per recipient, each given after what it
//! confirms is durable; everything is bounded; whatever cannot be read is answered and never brings the server down.

mod session;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::base::{App, Problem};
use session::{Next, Session};

/// A mail as it was handed in.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// `MAIL FROM`, empty for a message about a message.
    pub from: String,
    pub content: Vec<u8>,
}

/// Takes one mail; called again for the same mail after a lost answer.
pub type Takes = fn(&App, &Envelope) -> Result<(), Problem>;

/// Connections at a time; a mail server keeps a few.
const CONNECTIONS: usize = 8;
/// Between two lines (RFC 5321, 4.5.3.2 asks for five minutes).
const PATIENCE: Duration = Duration::from_secs(300);
/// A command line (RFC 5321, 4.5.3.1.4, with room for extensions).
const LINE: u64 = 4_096;
/// What stands around attachments of the largest allowed size, which mail makes a third longer.
fn most(app: &App) -> usize {
    app.config.limits.upload / 3 * 4 + 1024 * 1024
}

/// Listens until the program stops.
pub async fn serve(app: App, address: SocketAddr, takes: Takes) {
    match TcpListener::bind(address).await {
        Ok(listener) => listen(app, listener, takes).await,
        Err(error) => tracing::error!(%address, %error, "mail cannot be taken"),
    }
}

/// The same on a socket that is open already.
pub async fn listen(app: App, listener: TcpListener, takes: Takes) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let app = app.clone();
                tokio::spawn(async move {
                    // A line that breaks is the other side's matter: it hands the mail in again.
                    let _ = converse(&app, stream, takes).await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a mail connection could not be taken");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

async fn converse(app: &App, stream: TcpStream, takes: Takes) -> std::io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading);
    let mut session = Session::new(app.config.report.addresses.clone(), most(app));
    writing.write_all(b"220 tillit LMTP\r\n").await?;
    loop {
        let mut line = Vec::new();
        let mut bounded = (&mut lines).take(LINE);
        let read = bounded.read_until(b'\n', &mut line);
        let count = tokio::time::timeout(PATIENCE, read).await??;
        if count == 0 {
            return Ok(());
        }
        let whole = line.ends_with(b"\n");
        if !whole {
            skip_line(&mut lines).await?;
        }
        let (answer, next) = session.line(&line, whole);
        writing.write_all(answer.as_bytes()).await?;
        match next {
            Next::Line => {}
            Next::Quit => return part(lines, writing).await,
            Next::Data => {
                let content = content(&mut lines, most(app)).await?;
                let (envelope, recipients) = session.ended(content);
                let answer = match envelope {
                    Some(envelope) => hand_over(app, envelope, takes).await,
                    None => "552 5.3.4 Message too big\r\n",
                };
                writing
                    .write_all(answer.repeat(recipients).as_bytes())
                    .await?;
            }
        }
    }
}

/// Ends the conversation so that the other side still reads the last answer: what it has sent beyond is read away.
async fn part(lines: Lines, mut writing: OwnedWriteHalf) -> std::io::Result<()> {
    writing.shutdown().await?;
    let (mut lines, mut away) = (lines.take(64 * 1024), tokio::io::sink());
    let rest = tokio::io::copy(&mut lines, &mut away);
    tokio::time::timeout(Duration::from_secs(5), rest)
        .await?
        .map(|_| ())
}

/// On a thread of its own, so that a fault in it ends that thread alone. The answer comes after the commit.
async fn hand_over(app: &App, envelope: Envelope, takes: Takes) -> &'static str {
    let app = app.clone();
    let work = tokio::task::spawn_blocking(move || takes(&app, &envelope));
    match work.await {
        Ok(Ok(())) => "250 2.0.0 Taken\r\n",
        Ok(Err(problem)) => {
            tracing::error!(problem = problem.plain(), "a mail could not be taken");
            "451 4.3.0 Try again later\r\n"
        }
        Err(_) => "451 4.3.0 Try again later\r\n",
    }
}

type Lines = BufReader<OwnedReadHalf>;

/// Reads what is left of a line that is too long.
async fn skip_line(lines: &mut Lines) -> std::io::Result<()> {
    loop {
        let mut rest = Vec::new();
        let mut bounded = (&mut *lines).take(LINE);
        let read = bounded.read_until(b'\n', &mut rest);
        let count = tokio::time::timeout(PATIENCE, read).await??;
        if count == 0 || rest.ends_with(b"\n") {
            return Ok(());
        }
    }
}

/// The content up to the line with a single dot, without the dots that the protocol has put in. `None` when it is
/// larger than `most`: it is read to its end all the same, so that the other side hears why.
async fn content(lines: &mut Lines, most: usize) -> std::io::Result<Option<Vec<u8>>> {
    let (mut content, mut large, mut begins) = (Vec::new(), false, true);
    loop {
        let mut line = Vec::new();
        let mut bounded = (&mut *lines).take(LINE);
        let read = bounded.read_until(b'\n', &mut line);
        let count = tokio::time::timeout(PATIENCE, read).await??;
        if count == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if begins && (line == b".\r\n" || line == b".\n") {
            return Ok((!large).then_some(content));
        }
        let stuffed = begins && line.first() == Some(&b'.');
        begins = line.ends_with(b"\n");
        if content.len() + line.len() > most {
            large = true;
            content = Vec::new();
        }
        if !large {
            content.extend_from_slice(&line[usize::from(stuffed)..]);
        }
    }
}

#[cfg(test)]
mod tests;
