//! `tillit guard check`: is the set-up whole, from Postfix through the guard and back. Changes nothing but one
//! probe, which the guard answers itself.

mod listener;
mod settings;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use kit::words::Arg;
use transport::{Deadline, dns};

use super::{PROBE, recipient_hash, store};
use crate::base::config::Outgoing;
use crate::base::{App, Problem, keys, organisation};

const PATIENCE: Duration = Duration::from_secs(5);
/// A queue that is empty hands a mail over at once.
const PROBE_TAKES: Duration = Duration::from_secs(30);

/// One thing that was looked at: `word` says what was found, `mend` what to do about it.
#[derive(Clone, Debug)]
pub struct Checked {
    pub bad: bool,
    pub word: &'static str,
    pub mend: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

fn good(word: &'static str, what: impl ToString) -> Checked {
    Checked {
        bad: false,
        word,
        mend: "",
        args: vec![("what", what.to_string().into())],
    }
}

fn bad(word: &'static str, mend: &'static str, what: impl ToString) -> Checked {
    Checked {
        bad: true,
        mend,
        ..good(word, what)
    }
}

/// Looks at everything; `submit` is where Postfix takes mail from the staff, usually `127.0.0.1:25`.
///
/// # Errors
/// The database's own.
pub fn check(app: &App, submit: SocketAddr) -> Result<Vec<Checked>, Problem> {
    let Some(guard) = app.config.outgoing.clone().filter(|g| g.listen.is_some()) else {
        return Ok(vec![bad("guard-check-off", "guard-check-off-mend", "")]);
    };
    let mut found = vec![mode(&guard), at_home(app)?];
    found.push(resolver(&guard));
    found.push(handed_over(&guard));
    found.push(taken_back(&guard));
    found.extend(closed(guard.next.port()));
    found.extend(settings::look(&guard));
    found.push(probe(app, submit)?);
    Ok(found)
}

fn mode(guard: &Outgoing) -> Checked {
    if guard.only_note {
        good("guard-check-notes", "")
    } else {
        good("guard-check-guards", "")
    }
}

/// Evidence belongs to a board: before there is one no mail can be taken, and every one waits in Postfix.
fn at_home(app: &App) -> Result<Checked, Problem> {
    let boards = app.read(|conn| organisation::controllers(conn, app.today(), app.today()))?;
    Ok(match boards.len() {
        0 => bad("guard-check-no-board", "guard-check-no-board-mend", ""),
        count => good("guard-check-board", count),
    })
}

/// What it says of signatures must be worth something (RFC 7672, 2.1.1).
fn resolver(guard: &Outgoing) -> Checked {
    let (word, mend) = ("guard-check-no-resolver", "guard-check-no-resolver-mend");
    let fit = dns::Resolver::new(guard.resolver)
        .map_err(|fault| fault.to_string())
        .and_then(|resolver| {
            let checked = resolver.check(None, Deadline::after(2 * PATIENCE));
            checked.map_err(|unfit| format!("{}: {unfit}", guard.resolver))
        });
    match fit {
        Ok(()) => good("guard-check-resolver", guard.resolver),
        Err(why) => bad(word, mend, why),
    }
}

/// The guard's own address answers.
fn handed_over(guard: &Outgoing) -> Checked {
    let listen = guard.listen.clone().unwrap_or_default();
    let (word, mend) = ("guard-check-no-listener", "guard-check-no-listener-mend");
    let greeting = match listen.strip_prefix("unix:") {
        Some(path) => std::os::unix::net::UnixStream::connect(path)
            .map_err(|error| error.to_string())
            .and_then(|line| first_line(&line)),
        None => tcp(&listen).and_then(|line| first_line(&line)),
    };
    match greeting {
        Ok(line) if line.starts_with("220") => good("guard-check-listener", listen),
        Ok(line) => bad(word, mend, format!("{listen}: {line}")),
        Err(why) => bad(word, mend, format!("{listen}: {why}")),
    }
}

/// Postfix's second listener takes a mail for a probe, up to its content: it is asked all that comes before and then
/// told to forget it. Whoever only greets takes nothing back.
fn taken_back(guard: &Outgoing) -> Checked {
    let (word, mend) = ("guard-check-no-next", "guard-check-no-next-mend");
    let to = format!("{}@{PROBE}", keys::hex(&keys::salt()));
    let hello = format!("EHLO {}\r\n", guard.hello);
    let rcpt = format!("RCPT TO:<{to}>\r\n");
    let talk = [
        (hello.as_str(), '2'),
        ("MAIL FROM:<>\r\n", '2'),
        (&rcpt, '2'),
        ("RSET\r\n", '2'),
        ("QUIT\r\n", '2'),
    ];
    match converse(guard.next, &talk) {
        Ok(()) => good("guard-check-next", guard.next),
        Err(why) => bad(word, mend, format!("{}: {why}", guard.next)),
    }
}

/// Whoever can reach the second listener passes mail by the guard: it must be bound to loopback alone. The kernel's
/// own list says so for every address at once, where connecting would try only those one thinks of.
fn closed(port: u16) -> Vec<Checked> {
    let all = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .flat_map(|text| listening(&text));
    closed_among(all, port)
}

fn closed_among(all: impl Iterator<Item = SocketAddr>, port: u16) -> Vec<Checked> {
    let here: Vec<SocketAddr> = all.filter(|address| address.port() == port).collect();
    let open: Vec<Checked> = here
        .iter()
        .filter(|address| !is_loopback(**address))
        .map(|address| bad("guard-check-open", "guard-check-open-mend", address))
        .collect();
    match (here.is_empty(), open.is_empty()) {
        // Of a listener that is not there nothing is known.
        (true, _) => vec![bad("guard-check-unknown", "guard-check-no-next-mend", port)],
        (false, true) => vec![good("guard-check-closed", port)],
        (false, false) => open,
    }
}

fn is_loopback(address: SocketAddr) -> bool {
    match address {
        SocketAddr::V4(v4) => v4.ip().is_loopback(),
        SocketAddr::V6(v6) => {
            let mapped = v6.ip().to_ipv4_mapped();
            mapped.map_or(v6.ip().is_loopback(), |v4| v4.is_loopback())
        }
    }
}

/// Addresses in state LISTEN (0A) of the kernel's table; its words are hexadecimal in the machine's own order.
fn listening(table: &str) -> Vec<SocketAddr> {
    table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split_whitespace().skip(1);
            let local = fields.next()?;
            (fields.nth(1)? == "0A").then(|| kernel_address(local))?
        })
        .collect()
}

fn kernel_address(text: &str) -> Option<SocketAddr> {
    let (ip, port) = text.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok()?;
    let words: Vec<u8> = ip
        .as_bytes()
        .chunks(8)
        .map(|word| u32::from_str_radix(std::str::from_utf8(word).ok()?, 16).ok())
        .collect::<Option<Vec<u32>>>()?
        .into_iter()
        .flat_map(u32::to_ne_bytes)
        .collect();
    if let Ok(four) = <[u8; 4]>::try_from(words.as_slice()) {
        return Some(SocketAddr::from((Ipv4Addr::from(four), port)));
    }
    let sixteen = <[u8; 16]>::try_from(words.as_slice()).ok()?;
    Some(SocketAddr::from((Ipv6Addr::from(sixteen), port)))
}

/// A mail to nobody goes in where the staff's mail goes in; the guard must see it. It never leaves.
fn probe(app: &App, submit: SocketAddr) -> Result<Checked, Problem> {
    let to = format!("{}@{PROBE}", keys::hex(&keys::salt()));
    let began = app.now();
    let hello = app
        .config
        .outgoing
        .as_ref()
        .map_or("localhost", |g| g.hello.as_str());
    let (word, mend) = ("guard-check-probe-lost", "guard-check-probe-lost-mend");
    if let Err(why) = hand_in(submit, hello, &to) {
        return Ok(bad(word, mend, format!("{submit}: {why}")));
    }
    let hash = recipient_hash(app, &to);
    let started = Instant::now();
    while started.elapsed() < PROBE_TAKES {
        if app.read(|conn| store::has_ended(conn, &hash, began))? {
            let took = format!("{} ms", started.elapsed().as_millis());
            return Ok(good("guard-check-probe", took));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(bad(word, mend, submit))
}

fn hand_in(submit: SocketAddr, hello: &str, to: &str) -> Result<(), String> {
    let mail = format!(
        "From: Tillit <>\r\nTo: <{to}>\r\nSubject: tillit guard check\r\nMIME-Version: 1.0\r\n\r\nA probe.\r\n.\r\n"
    );
    let rcpt = format!("RCPT TO:<{to}>\r\n");
    let ehlo = format!("EHLO {hello}\r\n");
    let talk = [
        (ehlo.as_str(), '2'),
        ("MAIL FROM:<>\r\n", '2'),
        (&rcpt, '2'),
        ("DATA\r\n", '3'),
        (&mail, '2'),
        ("QUIT\r\n", '2'),
    ];
    converse(submit, &talk)
}

/// Says one after the other, each with the digit that its answer must begin with.
fn converse(address: SocketAddr, talk: &[(&str, char)]) -> Result<(), String> {
    let mut line = tcp(&address.to_string())?;
    let mut answers = BufReader::new(line.try_clone().map_err(|e| e.to_string())?);
    expect(&mut answers, '2')?;
    for (said, wanted) in talk {
        line.write_all(said.as_bytes()).map_err(|e| e.to_string())?;
        expect(&mut answers, *wanted)?;
    }
    Ok(())
}

/// Reads one answer, of several lines perhaps; an error is what the server said.
fn expect(answers: &mut impl BufRead, first: char) -> Result<(), String> {
    loop {
        let mut line = String::new();
        let read = answers.read_line(&mut line).map_err(|e| e.to_string())?;
        if read == 0 {
            return Err("the line was closed".to_owned());
        }
        if line.as_bytes().get(3) != Some(&b'-') {
            let right = line.starts_with(first);
            return if right {
                Ok(())
            } else {
                Err(line.trim_end().to_owned())
            };
        }
    }
}

fn tcp(address: &str) -> Result<TcpStream, String> {
    let address: SocketAddr = address.parse().map_err(|_| "no address".to_owned())?;
    let line = TcpStream::connect_timeout(&address, PATIENCE).map_err(|e| e.to_string())?;
    line.set_read_timeout(Some(PATIENCE))
        .map_err(|e| e.to_string())?;
    Ok(line)
}

fn first_line<R>(line: &R) -> Result<String, String>
where
    for<'a> &'a R: std::io::Read,
{
    let mut text = String::new();
    BufReader::new(line)
        .read_line(&mut text)
        .map_err(|e| e.to_string())?;
    Ok(text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{SocketAddr, TcpListener};

    use super::{closed_among, is_loopback, listening, taken_back};
    use crate::base::config::Outgoing;

    /// Greets, and then gives one answer after the other.
    fn listener(answers: &'static [&'static str]) -> Outgoing {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let next = socket.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut line, _) = socket.accept().unwrap();
            let mut said = BufReader::new(line.try_clone().unwrap());
            for answer in answers {
                let _ = line.write_all(format!("{answer}\r\n").as_bytes());
                let _ = said.read_line(&mut String::new());
            }
        });
        Outgoing {
            next,
            ..Outgoing::default()
        }
    }

    #[test]
    fn a_second_listener_takes_mail_and_does_not_only_greet() {
        let whole = listener(&[
            "220 a",
            "250-a\r\n250 b",
            "250 c",
            "250 d",
            "250 e",
            "221 f",
        ]);
        assert!(!taken_back(&whole).bad);
        let joke = listener(&["220 I am an open IMAP joke", "* BAD what"]);
        assert!(taken_back(&joke).bad);
        let filters = listener(&["220 a", "250 b", "250 c", "554 5.7.1 Relay access denied"]);
        let refused = taken_back(&filters);
        assert!(refused.bad && format!("{refused:?}").contains("Relay access denied"));
    }

    #[test]
    fn of_a_listener_that_is_not_there_nothing_is_said_to_be_closed() {
        let at = |text: &str| text.parse::<SocketAddr>().unwrap();
        let local = [at("127.0.0.1:10026"), at("0.0.0.0:25")];
        let bad = |all: &[SocketAddr], port| {
            let found = closed_among(all.iter().copied(), port);
            (found[0].bad, found[0].word)
        };
        assert_eq!(bad(&local, 10026), (false, "guard-check-closed"));
        assert_eq!(bad(&local, 10027), (true, "guard-check-unknown"));
        assert_eq!(bad(&local, 25), (true, "guard-check-open"));
    }

    #[test]
    fn the_kernel_says_who_listens_where() {
        let table = "  sl  local_address rem_address   st tx_queue\n\
            0: 0100007F:272A 00000000:0000 0A 00000000:00000000\n\
            1: 00000000:272A 00000000:0000 0A 00000000:00000000\n\
            2: 0100007F:1F90 0100007F:9999 01 00000000:00000000\n";
        let found = listening(table);
        assert_eq!(found.len(), 2);
        assert!(is_loopback(found[0]));
        assert!(!is_loopback(found[1]));
        assert_eq!(found[0].port(), 10026);
        let six = "head\n0: 00000000000000000000000001000000:272A 0:0 0A x\n\
            1: 0000000000000000FFFF00000100007F:272A 0:0 0A x\n\
            2: 00000000000000000000000000000000:272A 0:0 0A x\n";
        let loopback: Vec<bool> = listening(six).into_iter().map(is_loopback).collect();
        assert_eq!(loopback, [true, true, false]);
        assert!(listening("x\ny\n0: ZZ:1 0 0A").is_empty());
    }
}
