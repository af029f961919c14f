//! What may be wished, and how it reached us.

use super::super::super::model::{Channel, Level};

kit::choices! {
    /// The way that somebody asked for; the guard obeys all but the last ([`Channel`]).
    pub enum Asked {
        /// Paper only.
        Letter = "letter", "guard-wishes-channel-letter";
        /// Encrypted only. Whoever says so has seldom meant the wire alone, so the strictest reading holds: the portal.
        Encrypted = "encrypted", "guard-wishes-channel-encrypted";
        /// Only to one address.
        Address = "address", "guard-wishes-channel-address";
        /// Plain mail, please. A person can't waive what the law asks of the sender (IMY; GDPR art. 32): noted, answered,
        /// not obeyed.
        Open = "open", "guard-wishes-channel-open";
    }
}

impl Asked {
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

kit::choices! {
    /// How a wish reached us.
    pub enum Source {
        Letter = "letter", "guard-wishes-source-letter";
        Phone = "phone", "guard-wishes-source-phone";
        Meeting = "visit", "guard-wishes-source-visit";
        Mail = "mail", "guard-wishes-source-mail";
        /// The person, signed in to the portal.
        Portal = "portal", "guard-wishes-source-portal";
        /// An official register, such as Norway's of contact and reservation.
        Register = "register", "guard-wishes-source-register";
    }
}

impl Source {
    /// What a person of ours may choose.
    pub const TYPED: [Source; 5] = [
        Source::Letter,
        Source::Phone,
        Source::Meeting,
        Source::Mail,
        Source::Register,
    ];
}
