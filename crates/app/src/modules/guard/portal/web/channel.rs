//! Handing a message of the portal to a national channel.

use kit::words::Tongue;

use super::super::channels::{self, Parcel, Sent, Taken, To};
use super::super::letter;
use super::super::store::parcels::ParcelRow;
use super::super::store::{messages, people};
use super::sent;
use crate::base::visit::{Answer, Reply, Visit};
use crate::base::{App, Problem, once};

/// A parcel as a page shows it.
pub struct Line {
    pub at: String,
    pub channel: String,
    pub outcome: &'static str,
    pub reference: String,
    pub simulated: bool,
}

pub fn line(w: &Tongue, row: &ParcelRow) -> Line {
    let channel = channels::of_code(&row.channel);
    Line {
        at: w.moment(row.at),
        channel: channel.map_or_else(String::new, |one| w.t(one.word)),
        outcome: Taken::word(&row.outcome),
        reference: row.reference.clone(),
        simulated: row.simulated,
    }
}

/// The channels, each simulator called one.
pub fn choices(w: &Tongue) -> Vec<(String, String)> {
    let line = |one: &channels::National| {
        let name = w.t(one.word);
        let name = if one.simulated {
            format!("{name} ({})", w.t("guard-portal-simulator"))
        } else {
            name
        };
        (one.code.to_owned(), name)
    };
    channels::ALL.iter().map(line).collect()
}

/// To the person whose number is registered, or to the office that the address is.
pub fn send(app: &App, visit: &Visit) -> Answer {
    let message = sent::mine(app, visit)?;
    let channel = channels::of_code(visit.form.text("channel"));
    let channel = channel.ok_or_else(|| Problem::refused(kit::form::CHOICE))?;
    let (content, number) = app.read(|conn| {
        let content = messages::content(conn, &app.keys, message.id)?;
        let number = match people::of_address(conn, &app.keys, &message.recipient)? {
            Some(row) => people::number(conn, &app.keys, row.id)?,
            None => None,
        };
        Ok::<_, Problem>((content, number))
    })?;
    let content = content.ok_or_else(|| Problem::refused("guard-portal-gone"))?;
    let to = match &number {
        Some(number) => To::Person(number),
        None if channel.code == "sdk" => To::Office(&message.recipient),
        None => return Err(Problem::refused("guard-portal-no-number")),
    };
    let shown = letter::read(&content);
    let files: Vec<&str> = shown.parts.iter().map(|part| part.name.as_str()).collect();
    let parcel = Parcel {
        mail: message.mail,
        recipient: &message.recipient,
        to,
        subject: &shown.subject,
        files: &files,
        bytes: content.len(),
    };
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            match channels::send(app, tx, channel, &parcel)? {
                Sent::Not(why) => Err(Problem::refused(why.word())),
                Sent::Now { .. } | Sent::Before => Ok(format!("/guard/portal/{}", message.id)),
            }
        })
    })?;
    Ok(Reply::Redirect(to))
}
