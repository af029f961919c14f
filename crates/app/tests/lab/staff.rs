//! What an employee enters before the mails go: who asks for letters, and whose phone is known.

use std::io::{Read, Write};
use std::net::TcpStream;

use tillit::base::App;
use tillit::base::identity::session;
use tillit::base::organisation::PersonId;

use super::mails::{CITIZEN, LETTER};

/// Through the program's own forms.
pub fn enter(app: &App, port: u16, anna: PersonId) {
    let secret = session::begin(app, anna).unwrap();
    let citizen = format!("address={CITIZEN}&phone=%2B4520000000&number=&lang=da&known_by=seen");
    post(port, &secret, "/guard/recipients", &citizen);
    let wish = format!(
        "number=&addresses={LETTER}&channel=letter&source=phone&lang=da&note=&wished=&day={}",
        app.today()
    );
    post(port, &secret, "/guard/wishes/new", &wish);
}

fn post(port: u16, secret: &str, path: &str, fields: &str) {
    let body = format!(
        "once=00000000-0000-4000-8000-{:012x}&{fields}",
        fields.len()
    );
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\nCookie: {}={secret}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        session::COOKIE,
        body.len()
    );
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    line.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{path}: {answer}");
}
