//! A mail server on loopback that takes everything and keeps nothing.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// Of one line at a time; the rest is the next one.
const LINE: u64 = 64 * 1024;

/// Listens until the program ends.
pub fn start() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    std::thread::Builder::new()
        .name("receiver".to_owned())
        .spawn(move || {
            for line in listener.incoming().flatten() {
                // A line that falls is the sender's matter.
                std::thread::spawn(move || converse(line));
            }
        })?;
    Ok(address)
}

fn converse(line: TcpStream) -> io::Result<()> {
    line.set_read_timeout(Some(Duration::from_secs(300)))?;
    let mut line = BufReader::new(line);
    line.get_mut().write_all(b"220 simulated receiver\r\n")?;
    let mut said = Vec::new();
    while read_line(&mut line, &mut said)? {
        let verb = said.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match verb.as_slice() {
            b"EHLO" => {
                b"250-simulated receiver\r\n250-PIPELINING\r\n250-SMTPUTF8\r\n250 8BITMIME\r\n"
            }
            b"DATA" => {
                line.get_mut().write_all(b"354 go\r\n")?;
                away(&mut line)?;
                b"250 2.0.0 Simulated\r\n"
            }
            b"QUIT" => return line.get_mut().write_all(b"221 2.0.0 Bye\r\n"),
            _ => b"250 2.0.0 Ok\r\n",
        };
        line.get_mut().write_all(answer)?;
    }
    Ok(())
}

/// Reads a content to its end and forgets it.
fn away(line: &mut impl BufRead) -> io::Result<()> {
    let (mut said, mut begins) = (Vec::new(), true);
    while read_line(line, &mut said)? {
        if begins && said == b".\r\n" {
            return Ok(());
        }
        begins = said.ends_with(b"\n");
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

fn read_line(line: &mut impl BufRead, said: &mut Vec<u8>) -> io::Result<bool> {
    said.clear();
    Ok(line.by_ref().take(LINE).read_until(b'\n', said)? > 0)
}
