//! Hands mail in to Postfix, as staff do.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

/// Sends one mail to Postfix; true when it was taken.
pub fn send(port: u16, to: &[&str], content: &str) -> bool {
    let deliver = || -> Option<()> {
        let mut line = TcpStream::connect(("127.0.0.1", port)).ok()?;
        let mut lines = BufReader::new(line.try_clone().ok()?);
        let mut say = |line: &mut TcpStream, text: &str, wanted: char| -> Option<()> {
            line.write_all(text.as_bytes()).ok()?;
            loop {
                let mut said = String::new();
                if lines.read_line(&mut said).ok()? == 0 {
                    return None;
                }
                if said.as_bytes().get(3) != Some(&b'-') {
                    return said.starts_with(wanted).then_some(());
                }
            }
        };
        say(&mut line, "", '2')?;
        say(&mut line, "EHLO lab\r\n", '2')?;
        say(&mut line, "MAIL FROM:<anna@testby.example>\r\n", '2')?;
        for to in to {
            say(&mut line, &format!("RCPT TO:<{to}>\r\n"), '2')?;
        }
        say(&mut line, "DATA\r\n", '3')?;
        say(&mut line, &format!("{content}.\r\n"), '2')
    };
    deliver().is_some()
}
