//! The ways out for one recipient, and why one was chosen.

use serde::{Deserialize, Serialize};

use super::level::{Level, Proof};

kit::choices! {
    /// What becomes of a mail for one recipient.
    pub enum Way {
        /// Back into Postfix as it was.
        Plain = "plain", "guard-way-plain";
        /// Delivered by the guard itself over verified TLS.
        Verified = "verified", "guard-way-verified";
        /// Kept in the portal for the recipient.
        Portal = "portal", "guard-way-portal";
        /// Not sent: the person has asked for letters.
        Letter = "letter", "guard-way-letter";
        /// Kept for its sender, who decides.
        Hold = "hold", "guard-way-hold";
        /// Not sent; the sender is told the lawful ways.
        Refuse = "refuse", "guard-way-refuse";
    }
}

impl Way {
    /// Whether nothing leaves the house by it.
    pub fn stops(self) -> bool {
        matches!(self, Way::Letter | Way::Hold | Way::Refuse)
    }
}

/// The verdict for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The least protection that is lawful and wished for.
    pub level: Level,
    pub way: Way,
    /// The name of the rule that chose the way (`data/levels.toml`).
    pub rule: String,
    /// Why, strongest first; never empty.
    pub reasons: Vec<Reason>,
    /// May the sender say "it is not sensitive because"? Only where weak findings alone stopped it.
    pub answerable: bool,
    /// What opens it in the portal, at least.
    pub proof: Proof,
}

/// What the sender of a held mail has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Send it, securely.
    Secure,
    /// It is not sensitive, because.
    NotSensitive(String),
}

/// How firmly a country's authorities speak of a floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// They ask for it.
    #[default]
    Asked,
    /// They recommend it; the controller assesses.
    Advised,
}

/// One reason, told to the sender in their language. Holds no content of the mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Reason {
    /// Nothing was found and nobody wished anything.
    Clean,
    /// The content is confidential.
    Confidential,
    /// The content is sensitive.
    Sensitive,
    /// It is about so many different persons.
    Persons { count: u32 },
    /// It is about children.
    Children,
    /// So many parts could not be read; what was not read counts as sensitive.
    NotInspected { parts: u32 },
    /// An identity number stands in an address.
    NumberInAddress,
    /// An identity number stands in the subject or the name of a file, which no encryption hides.
    NumberInSubject,
    /// The recipient has asked for this.
    WishOfRecipient { channel: String },
    /// A person that the mail is about has asked for this.
    WishOfSubject { channel: String },
    /// The country's floor (a key of `data/levels.toml`, with its source there).
    Floor {
        country: String,
        /// Absent in what was stored before the data said it; then every floor was one that authorities ask for.
        #[serde(default)]
        basis: Basis,
    },
    /// Inside the municipality's own servers.
    OwnDomain,
    /// An agreed partner.
    Partner,
    /// The recipient's mail server cannot do what is needed.
    Transport,
    /// The sender has said why it is not sensitive, and the rules allow that answer.
    Answered,
    /// The mail has come round: it is not sent again.
    Loop,
}

impl Reason {
    /// Message with the reason; its arguments are [`Reason::args`].
    pub fn word(&self) -> &'static str {
        match self {
            Reason::Clean => "guard-why-clean",
            Reason::Confidential => "guard-why-confidential",
            Reason::Sensitive => "guard-why-sensitive",
            Reason::Persons { .. } => "guard-why-persons",
            Reason::Children => "guard-why-children",
            Reason::NotInspected { .. } => "guard-why-not-inspected",
            Reason::NumberInAddress => "guard-why-number-in-address",
            Reason::NumberInSubject => "guard-why-number-in-subject",
            Reason::WishOfRecipient { .. } => "guard-why-wish-of-recipient",
            Reason::WishOfSubject { .. } => "guard-why-wish-of-subject",
            Reason::Floor { basis, .. } => match basis {
                Basis::Asked => "guard-why-floor",
                Basis::Advised => "guard-why-floor-advised",
            },
            Reason::OwnDomain => "guard-why-own-domain",
            Reason::Partner => "guard-why-partner",
            Reason::Transport => "guard-why-transport",
            Reason::Answered => "guard-why-answered",
            Reason::Loop => "guard-why-loop",
        }
    }

    /// Arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, kit::words::Arg)> {
        match self {
            Reason::Persons { count } => vec![("count", i64::from(*count).into())],
            Reason::NotInspected { parts } => vec![("count", i64::from(*parts).into())],
            Reason::WishOfRecipient { channel } | Reason::WishOfSubject { channel } => {
                vec![("channel", channel.as_str().into())]
            }
            Reason::Floor { country, .. } => vec![("country", country.as_str().into())],
            _ => Vec::new(),
        }
    }

    /// The channel that a person has wished for, where the reason is a wish.
    pub fn wish(&self) -> Option<&str> {
        match self {
            Reason::WishOfRecipient { channel } | Reason::WishOfSubject { channel } => {
                Some(channel)
            }
            _ => None,
        }
    }
}
