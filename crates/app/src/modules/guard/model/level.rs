//! Levels of protection, from open to handed over (facts/mail-guard.md §2).

/// How well a mail is protected on its way. A wish or a rule can only raise it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// L0: by whatever transport there is.
    Open,
    /// L1: TLS 1.2 or newer to a server whose certificate is good for the MX.
    Forced,
    /// L2: DANE, an enforced MTA-STS policy, or a pinned partner.
    Verified,
    /// L3: end to end, or the portal after proof of who opens it.
    EndToEnd,
    /// L4: Digital Post, paper, by hand.
    HandOver,
}

impl Level {
    pub const ALL: [Level; 5] = [
        Level::Open,
        Level::Forced,
        Level::Verified,
        Level::EndToEnd,
        Level::HandOver,
    ];

    /// The form that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Level::Open => "open",
            Level::Forced => "forced",
            Level::Verified => "verified",
            Level::EndToEnd => "end-to-end",
            Level::HandOver => "hand-over",
        }
    }

    pub fn parse(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Message with its name.
    pub fn word(self) -> &'static str {
        match self {
            Level::Open => "guard-level-open",
            Level::Forced => "guard-level-forced",
            Level::Verified => "guard-level-verified",
            Level::EndToEnd => "guard-level-end-to-end",
            Level::HandOver => "guard-level-hand-over",
        }
    }
}

/// What a person must show before the portal opens a mail; the least for a class of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// A code to a phone that an employee registered before.
    PhoneCode,
    /// A code in a letter.
    LetterCode,
    /// National electronic identification.
    NationalEid,
}

impl Proof {
    pub const ALL: [Proof; 3] = [Proof::PhoneCode, Proof::LetterCode, Proof::NationalEid];

    /// The form that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Proof::PhoneCode => "phone-code",
            Proof::LetterCode => "letter-code",
            Proof::NationalEid => "national-eid",
        }
    }

    pub fn parse(code: &str) -> Option<Proof> {
        Proof::ALL.into_iter().find(|proof| proof.code() == code)
    }

    /// Message with its name.
    pub fn word(self) -> &'static str {
        match self {
            Proof::PhoneCode => "guard-proof-phone-code",
            Proof::LetterCode => "guard-proof-letter-code",
            Proof::NationalEid => "guard-proof-national-eid",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, Proof};

    #[test]
    fn codes_read_back_and_levels_rise() {
        for level in Level::ALL {
            assert_eq!(Level::parse(level.code()), Some(level));
        }
        for proof in Proof::ALL {
            assert_eq!(Proof::parse(proof.code()), Some(proof));
        }
        assert!(Level::ALL.is_sorted());
    }
}
