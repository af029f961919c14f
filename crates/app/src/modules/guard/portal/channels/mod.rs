//! National channels: a room for each. Behind every one stands a simulator on this machine until a municipality's
//! agreement and certificate put the real service there: nothing is sent, and no row of one proves anything.
//!
//! A channel is a plain struct of functions; the real one replaces `deliver` and says `simulated: false`. Facts:
//! Digital Post, SDK, Suomi.fi-viestit and SvarUt are described in docs/decisions/0021.

mod simulators;
#[cfg(test)]
mod tests;

use kit::db::Tx;

use super::super::model::MailId;
use super::PARCEL;
use super::store::parcels::{self, ParcelRow};
use crate::base::{App, Problem, audit};

/// To whom a parcel goes.
#[derive(Clone, Copy, Debug)]
pub enum To<'a> {
    /// Somebody by their identity number.
    Person(&'a str),
    /// An office by its functional address.
    Office(&'a str),
}

/// What is to be delivered.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    pub mail: MailId,
    /// The mail address it was meant for: a mail goes to a recipient by a channel once.
    pub recipient: &'a str,
    pub to: To<'a>,
    pub subject: &'a str,
    /// Names of the files.
    pub files: &'a [&'a str],
    pub bytes: usize,
}

kit::choices! {
    /// How a channel took it.
    pub enum Taken {
        /// Into a digital letterbox.
        Digital = "digital";
        /// Printed and posted, because there is no digital letterbox.
        Paper = "paper";
    }
}

impl Taken {
    /// The message of a stored outcome.
    pub fn word(code: &str) -> &'static str {
        match code {
            "paper" => "guard-portal-channel-paper",
            _ => "guard-portal-channel-digital",
        }
    }
}

/// Why a channel does not take a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Not {
    /// It delivers to offices alone.
    NoPersons,
    /// It delivers to persons alone.
    NoOffices,
    /// A kind of file that it does not take.
    FileKind,
    TooLarge,
}

impl Not {
    pub fn word(self) -> &'static str {
        match self {
            Not::NoPersons => "guard-portal-channel-no-persons",
            Not::NoOffices => "guard-portal-channel-no-offices",
            Not::FileKind => "guard-portal-channel-file-kind",
            Not::TooLarge => "guard-portal-channel-too-large",
        }
    }
}

/// One national channel.
pub struct National {
    pub code: &'static str,
    /// Messages: its name, and what it is for.
    pub word: &'static str,
    pub about: &'static str,
    /// Whether a simulator stands behind it.
    pub simulated: bool,
    /// Takes a parcel under a key that makes a repetition harmless; gives the service's reference.
    pub deliver: fn(&Parcel<'_>, key: &str) -> Result<(Taken, String), Not>,
}

/// All of them.
pub const ALL: [National; 4] = [
    National {
        code: "digital-post",
        word: "guard-portal-channel-digital-post",
        about: "guard-portal-channel-digital-post-about",
        simulated: true,
        deliver: simulators::digital_post,
    },
    National {
        code: "suomi-fi",
        word: "guard-portal-channel-suomi-fi",
        about: "guard-portal-channel-suomi-fi-about",
        simulated: true,
        deliver: simulators::suomi_fi,
    },
    National {
        code: "sdk",
        word: "guard-portal-channel-sdk",
        about: "guard-portal-channel-sdk-about",
        simulated: true,
        deliver: simulators::sdk,
    },
    National {
        code: "svarut",
        word: "guard-portal-channel-svarut",
        about: "guard-portal-channel-svarut-about",
        simulated: true,
        deliver: simulators::svarut,
    },
];

/// The channel with this code.
pub fn of_code(code: &str) -> Option<&'static National> {
    static CHANNELS: [National; 4] = ALL;
    CHANNELS.iter().find(|channel| channel.code == code)
}

/// What became of a parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    Now {
        simulated: bool,
        taken: Taken,
    },
    /// It went by this channel before.
    Before,
    Not(Not),
}

/// Hands a parcel to a channel, once, and notes it with the word whether a simulator took it.
///
/// # Errors
/// The database's own.
pub fn send(
    app: &App,
    tx: &Tx<'_>,
    channel: &National,
    parcel: &Parcel<'_>,
) -> Result<Sent, Problem> {
    if parcels::gone(tx, &app.keys, parcel.mail, parcel.recipient, channel.code)? {
        return Ok(Sent::Before);
    }
    let key = app.keys.mark(
        "guard.channel",
        &format!("{} {} {}", parcel.mail, parcel.recipient, channel.code),
    );
    let (taken, reference) = match (channel.deliver)(parcel, &key) {
        Ok(taken) => taken,
        Err(why) => return Ok(Sent::Not(why)),
    };
    let row = ParcelRow {
        channel: channel.code.to_owned(),
        simulated: channel.simulated,
        outcome: taken.code().to_owned(),
        reference,
        at: tx.at(),
    };
    let id = parcels::insert(tx, &app.keys, (parcel.mail, parcel.recipient), &row)?;
    let verb = if channel.simulated {
        "guard.channel-simulated"
    } else {
        "guard.channel"
    };
    audit::changed(tx, verb, PARCEL, id)?;
    Ok(Sent::Now {
        simulated: channel.simulated,
        taken,
    })
}
