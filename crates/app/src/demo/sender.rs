//! The sample sender of the demonstration: hands mail to the guard's port by LMTP (RFC 2033), as Postfix would.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::base::Problem;

/// A mail and its envelope.
pub struct Letter {
    /// What Postfix's long queue id would be.
    pub queue_id: String,
    pub from: String,
    pub to: Vec<String>,
    /// With lines that end with CR LF.
    pub content: String,
}

/// Hands a mail over; one answer per recipient.
///
/// # Errors
/// A line that falls, or a guard that does not take the envelope.
pub fn hand_over(guard: SocketAddr, letter: &Letter) -> Result<Vec<String>, Problem> {
    let line = TcpStream::connect(guard)?;
    line.set_read_timeout(Some(Duration::from_secs(300)))?;
    let mut line = BufReader::new(line);
    expect(&mut line, "", '2')?;
    expect(&mut line, "LHLO localhost\r\n", '2')?;
    expect(
        &mut line,
        &format!("XFORWARD IDENT={}\r\n", letter.queue_id),
        '2',
    )?;
    expect(
        &mut line,
        &format!("MAIL FROM:<{}> BODY=8BITMIME\r\n", letter.from),
        '2',
    )?;
    for to in &letter.to {
        expect(&mut line, &format!("RCPT TO:<{to}>\r\n"), '2')?;
    }
    expect(&mut line, "DATA\r\n", '3')?;
    // RFC 5321, 4.5.2.
    let dotted = format!("\r\n{}", letter.content).replace("\r\n.", "\r\n..");
    let dotted = dotted.get(2..).unwrap_or_default();
    line.get_mut()
        .write_all(format!("{dotted}.\r\n").as_bytes())?;
    let answers = letter.to.iter().map(|_| answer(&mut line)).collect();
    line.get_mut().write_all(b"QUIT\r\n")?;
    answers
}

fn expect(line: &mut BufReader<TcpStream>, text: &str, first: char) -> Result<(), Problem> {
    line.get_mut().write_all(text.as_bytes())?;
    let said = answer(line)?;
    if said.starts_with(first) {
        return Ok(());
    }
    let text = text.trim_end();
    Err(Problem::Outside(format!("demonstration: {text}: {said}")))
}

/// The last line of an answer.
fn answer(line: &mut impl BufRead) -> Result<String, Problem> {
    loop {
        let mut said = String::new();
        if line.read_line(&mut said)? == 0 {
            return Err(Problem::Outside(
                "demonstration: the guard hung up".to_owned(),
            ));
        }
        if said.as_bytes().get(3) != Some(&b'-') {
            return Ok(said.trim_end().to_owned());
        }
    }
}
