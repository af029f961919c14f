//! Levels of protection, from open to handed over (facts/mail-guard.md §2).

kit::choices! {
    /// How well a mail is protected on its way. A wish or a rule can only raise it.
    pub enum Level {
        /// L0: by whatever transport there is.
        Open = "open", "guard-level-open";
        /// L1: TLS 1.2 or newer to a server whose certificate is good for the MX.
        Forced = "forced", "guard-level-forced";
        /// L2: DANE, an enforced MTA-STS policy, or a pinned partner.
        Verified = "verified", "guard-level-verified";
        /// L3: end to end, or the portal after proof of who opens it.
        EndToEnd = "end-to-end", "guard-level-end-to-end";
        /// L4: Digital Post, paper, by hand.
        HandOver = "hand-over", "guard-level-hand-over";
    }
}

kit::choices! {
    /// What a person must show before the portal opens a mail; the least for a class of content.
    pub enum Proof {
        /// A code to a phone that an employee registered before.
        PhoneCode = "phone-code", "guard-proof-phone-code";
        /// A code in a letter.
        LetterCode = "letter-code", "guard-proof-letter-code";
        /// National electronic identification.
        NationalEid = "national-eid", "guard-proof-national-eid";
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
