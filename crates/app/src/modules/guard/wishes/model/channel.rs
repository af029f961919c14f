//! What may be wished, and how it reached us.

use super::super::super::model::{Channel, Level};

/// The way that somebody asked for; the guard obeys all but the last ([`Channel`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Paper only.
    Letter,
    /// Encrypted only. Whoever says so has seldom meant the wire alone, so the strictest reading holds: the portal.
    Encrypted,
    /// Only to one address.
    Address,
    /// Plain mail, please. A person can't waive what the law asks of the sender (IMY; GDPR art. 32): noted, answered,
    /// not obeyed.
    Open,
}

impl Asked {
    pub const ALL: [Asked; 4] = [Asked::Letter, Asked::Encrypted, Asked::Address, Asked::Open];

    /// The form that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Asked::Letter => "letter",
            Asked::Encrypted => "encrypted",
            Asked::Address => "address",
            Asked::Open => "open",
        }
    }

    pub fn parse(code: &str) -> Option<Asked> {
        Asked::ALL.into_iter().find(|one| one.code() == code)
    }

    pub fn word(self) -> &'static str {
        match self {
            Asked::Letter => "guard-wishes-channel-letter",
            Asked::Encrypted => "guard-wishes-channel-encrypted",
            Asked::Address => "guard-wishes-channel-address",
            Asked::Open => "guard-wishes-channel-open",
        }
    }

    /// What the guard obeys of it; `None` for less than the law asks.
    pub fn channel(self) -> Option<Channel> {
        match self {
            Asked::Letter => Some(Channel::Letter),
            Asked::Encrypted => Some(Channel::Encrypted),
            Asked::Address => Some(Channel::Address),
            Asked::Open => None,
        }
    }

    /// What it asks at least. To another address than the wished one nothing may go by mail at all.
    pub fn level(self) -> Level {
        match self {
            Asked::Letter | Asked::Address => Level::HandOver,
            Asked::Encrypted => Level::EndToEnd,
            Asked::Open => Level::Open,
        }
    }
}

/// How a wish reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Letter,
    Phone,
    Meeting,
    Mail,
    /// The person, signed in to the portal.
    Portal,
    /// An official register, such as Norway's of contact and reservation.
    Register,
}

impl Source {
    pub const ALL: [Source; 6] = [
        Source::Letter,
        Source::Phone,
        Source::Meeting,
        Source::Mail,
        Source::Portal,
        Source::Register,
    ];
    /// What a person of ours may choose.
    pub const TYPED: [Source; 5] = [
        Source::Letter,
        Source::Phone,
        Source::Meeting,
        Source::Mail,
        Source::Register,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Source::Letter => "letter",
            Source::Phone => "phone",
            Source::Meeting => "visit",
            Source::Mail => "mail",
            Source::Portal => "portal",
            Source::Register => "register",
        }
    }

    pub fn parse(code: &str) -> Option<Source> {
        Source::ALL.into_iter().find(|one| one.code() == code)
    }

    pub fn word(self) -> &'static str {
        match self {
            Source::Letter => "guard-wishes-source-letter",
            Source::Phone => "guard-wishes-source-phone",
            Source::Meeting => "guard-wishes-source-visit",
            Source::Mail => "guard-wishes-source-mail",
            Source::Portal => "guard-wishes-source-portal",
            Source::Register => "guard-wishes-source-register",
        }
    }
}
