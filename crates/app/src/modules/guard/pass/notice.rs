//! The portal's own notice, when it comes by: it goes out plainly. A wish that sent it into the portal would make a notice
//! of the notice for ever. Known is what the program has written, byte for byte; what stands round it (headers of
//! servers on the way, or whatever somebody has added to a copy) is judged as that of any mail.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kit::mail::Letter;
use mail_parser::MessageParser;
use transport::Envelope;

use super::super::decide;
use super::super::model::Class;
use super::super::portal;
use super::{Engine, trace};
use crate::base::findings::{self, detector};
use crate::base::keys::Keys;

/// What the notice says itself: its mark binds the subject and the text, and the others say how that is coded.
const ITS_OWN: [&str; 4] = [
    portal::HEADER,
    "Subject",
    "Content-Type",
    "Content-Transfer-Encoding",
];
/// Bytes of a notice's body; it is some lines long.
const LONGEST: usize = 16 * 1024;
const TYPES: [&str; 2] = ["text/plain", "text/plain; charset=utf-8"];

/// Those recipients for whom the mail is a notice and nothing else.
pub fn recipients(engine: &Engine, envelope: &Envelope, message: &[u8]) -> Vec<String> {
    // Nearly no mail has the header, and without it nothing has to be read.
    let is = |name: &[u8]| name.eq_ignore_ascii_case(portal::HEADER.as_bytes());
    if !trace::headers(message).any(|(name, _)| is(name)) {
        return Vec::new();
    }
    let (fields, body) = trace::split(message);
    let (own, round): (Vec<&[u8]>, Vec<&[u8]>) = fields.into_iter().partition(|one| is_own(one));
    let read = || Said::read(&own, body);
    let Some(said) = catch_unwind(AssertUnwindSafe(read)).ok().flatten() else {
        return Vec::new();
    };
    let all = envelope.recipients.iter().map(|to| to.address.as_str());
    let known = all.filter(|to| said.is_for(&engine.app.keys, to));
    let known: Vec<String> = known.map(str::to_owned).collect();
    if known.is_empty() || !is_clean(engine, &round) {
        return Vec::new();
    }
    known
}

fn is_own(field: &[u8]) -> bool {
    trace::headers(field).any(|(name, _)| {
        let is = |own: &&str| name.eq_ignore_ascii_case(own.as_bytes());
        ITS_OWN.iter().any(is)
    })
}

/// What a notice says, read from a mail that is written as the program writes one.
struct Said {
    mark: String,
    subject: String,
    text: String,
}

impl Said {
    /// `None` where these fields and this body are not how the program writes it.
    fn read(own: &[&[u8]], body: &[u8]) -> Option<Said> {
        if body.len() > LONGEST {
            return None;
        }
        let whole = [own.concat().as_slice(), b"\r\n", body].concat();
        let mail = MessageParser::default().parse(&whole)?;
        let (subject, text) = (mail.subject()?.to_owned(), mail.body_text(0)?.into_owned());
        let sent = as_sent(&subject, &text)?;
        let coded = value(own, "Content-Transfer-Encoding").unwrap_or("7bit");
        let same = TYPES.contains(&value(own, "Content-Type")?)
            && coded == sent.coded
            && lines(body).eq(lines(&sent.body));
        value(own, "Subject")?;
        let mark = value(own, portal::HEADER)?.to_owned();
        same.then_some(Said {
            mark,
            subject,
            text,
        })
    }

    /// Whether it is the notice to this recipient.
    fn is_for(&self, keys: &Keys, to: &str) -> bool {
        portal::is_marked(keys, &self.mark, to, &self.subject, &self.text)
    }
}

/// The value of a field that stands there once: the same twice is read in two ways.
fn value<'a>(own: &[&'a [u8]], name: &str) -> Option<&'a str> {
    let all = own.iter().flat_map(|field| trace::headers(field));
    let mut found = all.filter(|(of, _)| of.eq_ignore_ascii_case(name.as_bytes()));
    let (_, text) = found.next().filter(|_| found.next().is_none())?;
    std::str::from_utf8(text).ok()
}

/// How the program writes a text into a mail.
struct Sent {
    coded: String,
    body: Vec<u8>,
}

fn as_sent(subject: &str, text: &str) -> Option<Sent> {
    let letter = Letter {
        to: "a@b.invalid".to_owned(),
        subject: subject.to_owned(),
        text: text.to_owned(),
        lang: "en",
    };
    let whole = kit::mail::composed(&letter, "a@b.invalid", &[]).ok()?;
    let (_, body) = trace::split(&whole);
    let coded = trace::headers(&whole)
        .find(|(name, _)| name.eq_ignore_ascii_case(b"Content-Transfer-Encoding"))
        .map_or("7bit".to_owned(), |(_, value)| {
            String::from_utf8_lossy(value).into_owned()
        });
    Some(Sent {
        coded,
        body: body.to_vec(),
    })
}

/// Line ends and the spaces before them may change on the way.
fn lines(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    let body = body.trim_ascii_end();
    body.split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end)
}

/// Whether nothing is found in the fields that the notice has not said itself.
fn is_clean(engine: &Engine, round: &[&[u8]]) -> bool {
    let head = [round.concat().as_slice(), b"\r\n"].concat();
    let app = &engine.app;
    let inspection = findings::inspect((app.reader)("mail.eml", &head), detector(), &engine.policy);
    let facts = decide::facts(&inspection, &engine.policy, app.today());
    facts.all.class == Class::Open && facts.numbers.is_empty() && facts.unread == 0
}
