//! The guard at work in the demonstration: a sample sender hands invented mails to the real guard by LMTP on a
//! loopback port, weeks of a trial run first. The own mail server and the receivers are simulated, on loopback ports
//! too (`guard/pass/simulated.rs`).

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use kit::clock::{Day, Moment};
use serde::Deserialize;

use super::chance::Chance;
use super::data::Data;
use super::sender::{Letter, hand_over};
use super::{SEED, hand, stage};
use crate::base::config::Outgoing;
use crate::base::organisation;
use crate::base::{Actor, App, Problem};
use crate::modules::guard;

/// See demo/mails.toml.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mails {
    trial_until: i32,
    own: Vec<String>,
    partners: Vec<String>,
    phone: Vec<Phone>,
    wish: Vec<Wish>,
    mail: Vec<Sample>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phone {
    address: String,
    phone: String,
    known_by: String,
    lang: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    addresses: String,
    number: String,
    channel: String,
    source: String,
    lang: String,
    note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    days: Vec<i32>,
    /// Part of the cast.
    from: String,
    to: Vec<String>,
    subject: String,
    text: String,
    #[serde(default)]
    attachment: Option<String>,
    /// The sender's decision on a held mail.
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    reason: String,
}

/// What happens.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Phones and wishes are registered.
    Register,
    /// One of the mails leaves; `turn` counts how often it did before.
    Send {
        mail: usize,
        turn: usize,
        trial: bool,
    },
}

impl Mails {
    /// # Errors
    /// The file is wrong.
    pub fn read() -> Result<Mails, Problem> {
        toml::from_str(include_str!("../../../../demo/mails.toml"))
            .map_err(|error| Problem::Outside(format!("demo/mails: {error}")))
    }
}

/// The guard as the municipality has configured it. Nobody's Postfix is there: the sample sender hands mail to it.
///
/// # Errors
/// The file is wrong.
pub fn outgoing(listen: SocketAddr) -> Result<Outgoing, Problem> {
    let mails = Mails::read()?;
    Ok(Outgoing {
        listen: Some(listen.to_string()),
        only_note: false,
        own_domains: mails.own,
        partners: mails.partners,
        ..Outgoing::default()
    })
}

/// Everything that is sent, on working days.
pub fn all(app: &App, data: &Data, now: Moment) -> Vec<(Moment, Step)> {
    let mails = &data.mails;
    let today = app.zone.day_of(now);
    let mut chance = Chance::of(SEED, "mails");
    let oldest = mails.mail.iter().flat_map(|mail| &mail.days).max();
    let begin = worked(today, oldest.copied().unwrap_or(0) + 7);
    let mut steps = vec![(moment(app, begin, 8 * 60), Step::Register)];
    for (mail, sample) in mails.mail.iter().enumerate() {
        for (turn, days) in sample.days.iter().enumerate() {
            let minute = chance.between(8 * 60, 16 * 60);
            let at = moment(app, worked(today, *days), minute);
            let trial = *days > mails.trial_until;
            steps.push((at, Step::Send { mail, turn, trial }));
        }
    }
    steps
}

/// So many days ago, or the Friday before.
fn worked(today: Day, days: i32) -> Day {
    let day = today.plus_days(-days);
    day.plus_days(-(i32::from(day.weekday()) - 5).max(0))
}

fn moment(app: &App, day: Day, minute: i64) -> Moment {
    app.zone.start_of(day).plus_minutes(minute)
}

/// The guard of the trial run, and the one that guards.
pub struct Guards {
    trial: Guard,
    guarding: Guard,
}

/// A guard that takes mail at an address of this machine, as long as it is there.
struct Guard {
    engine: Arc<guard::Engine>,
    address: SocketAddr,
    listening: Option<guard::Listening>,
}

impl Guard {
    fn start(app: &App) -> Result<Guard, Problem> {
        let engine = Arc::new(guard::engine(app)?);
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let outgoing = app.config.outgoing.clone().unwrap_or_default();
        let listening = guard::start(Arc::clone(&engine), listener.into(), &outgoing)?;
        Ok(Guard {
            engine,
            address,
            listening: Some(listening),
        })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.stop();
        }
    }
}

impl Guards {
    /// # Errors
    /// The rules cannot be read.
    pub fn new(app: &App) -> Result<Guards, Problem> {
        let mut config = app.config.as_ref().clone();
        if let Some(outgoing) = &mut config.outgoing {
            outgoing.only_note = true;
        }
        let trial = App {
            config: Arc::new(config),
            ..app.clone()
        };
        Ok(Guards {
            trial: Guard::start(&trial)?,
            guarding: Guard::start(app)?,
        })
    }

    /// # Errors
    /// A mail that has to wait: the demonstration would be wrong.
    pub fn play(&self, app: &App, mails: &Mails, step: Step) -> Result<(), Problem> {
        let Step::Send { mail, turn, trial } = step else {
            return register(app, mails);
        };
        let sample = &mails.mail[mail];
        let part = stage::PARTS.iter().position(|one| one.word == sample.from);
        let sender = stage::actor(app, part.ok_or(Problem::NotFound)?, app.now())?;
        let number = mail * 100 + turn;
        let letter = made(app, &sender, number, sample)?;
        let waiting = held(app, &sender)?;
        let guard = if trial { &self.trial } else { &self.guarding };
        for reply in hand_over(guard.address, &letter)? {
            if !reply.starts_with('2') {
                let subject = &sample.subject;
                return Err(Problem::Outside(format!("demo/mails {subject}: {reply}")));
            }
        }
        let new = held(app, &sender)?;
        match (
            &sample.answer,
            new.iter().find(|href| !waiting.contains(href)),
        ) {
            (Some(answer), Some(href)) => self.decide(app, &sender, sample, answer, href),
            _ => Ok(()),
        }
    }

    /// The sender decides a little later, and the mail goes on.
    fn decide(
        &self,
        app: &App,
        sender: &Actor,
        sample: &Sample,
        answer: &str,
        href: &str,
    ) -> Result<(), Problem> {
        app.clock.put(app.now().plus_minutes(11));
        let fields = [
            ("answer", answer.to_owned()),
            ("why", sample.why.clone()),
            ("reason", sample.reason.clone()),
        ];
        hand::post(app, sender, href, &fields)?;
        let id = href.rsplit('/').next().and_then(guard::held::HeldId::parse);
        guard::send(&self.guarding.engine, id.ok_or(Problem::NotFound)?, false).map(|_| ())
    }
}

/// Paths of the mails that wait for the sender.
fn held(app: &App, sender: &Actor) -> Result<Vec<String>, Problem> {
    let w = app.tongue(kit::words::Lang::En);
    let due = app.read(|conn| guard::held::due(app, conn, sender, &w))?;
    Ok(due.into_iter().map(|due| due.link.href).collect())
}

fn register(app: &App, mails: &Mails) -> Result<(), Problem> {
    let employee = stage::actor(app, 0, app.now())?;
    for phone in &mails.phone {
        let fields = [
            ("address", phone.address.clone()),
            ("phone", phone.phone.clone()),
            ("known_by", phone.known_by.clone()),
            ("lang", phone.lang.clone()),
        ];
        hand::post(app, &employee, "/guard/recipients", &fields)?;
    }
    for wish in &mails.wish {
        let fields = [
            ("number", wish.number.clone()),
            ("addresses", wish.addresses.clone()),
            ("channel", wish.channel.clone()),
            ("source", wish.source.clone()),
            ("lang", wish.lang.clone()),
            ("note", wish.note.clone()),
            ("day", app.today().to_string()),
        ];
        hand::post(app, &employee, "/guard/wishes/new", &fields)?;
    }
    Ok(())
}

/// A mail as the own mail server would hand it over.
fn made(app: &App, sender: &Actor, number: usize, sample: &Sample) -> Result<Letter, Problem> {
    let person = sender.person().ok_or(Problem::NotFound)?;
    let person = app
        .read(|conn| organisation::person(conn, person))?
        .ok_or(Problem::NotFound)?;
    let from = person.email.clone().unwrap_or_default();
    let head = format!(
        "From: =?utf-8?B?{}?= <{from}>\r\nTo: {}\r\nSubject: =?utf-8?B?{}?=\r\n\
         Message-ID: <demo-{number}@lumivirta.example>\r\nMIME-Version: 1.0\r\n",
        base64(person.name().as_bytes()),
        sample.to.join(", "),
        base64(sample.subject.as_bytes()),
    );
    Ok(Letter {
        queue_id: format!("4demo{number:06}"),
        from,
        to: sample.to.clone(),
        content: written(&head, sample),
    })
}

fn written(head: &str, sample: &Sample) -> String {
    let text = sample.text.trim().replace('\n', "\r\n");
    let plain = format!(
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    );
    let Some(name) = &sample.attachment else {
        return format!("{head}{plain}");
    };
    format!(
        "{head}Content-Type: multipart/mixed; boundary=\"demo\"\r\n\r\n--demo\r\n{plain}--demo\r\n\
         Content-Type: application/zip; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--demo--\r\n",
        base64(&locked())
    )
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// The head of an archive with a password on its only file: nobody can look into it.
fn locked() -> Vec<u8> {
    let name = b"poytakirja.docx";
    let mut zip = b"PK\x03\x04\x14\x00\x01\x00\x00\x00".to_vec();
    zip.extend([0; 16]);
    zip.extend((name.len() as u16).to_le_bytes());
    zip.extend([0, 0]);
    zip.extend(name);
    zip.extend([0x5a; 32]);
    zip
}
