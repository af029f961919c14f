//! The choices of a case: the code that is stored and the message that is shown, side by side.

kit::choices! {
    /// What the report is about, in the reporter's own simple choice. It decides which first advice is shown
    /// and nothing else.
    pub enum About {
        WrongRecipient = "wrong_recipient", "incidents-about-wrong-recipient";
        WrongAccess = "wrong_access", "incidents-about-wrong-access";
        Lost = "lost", "incidents-about-lost";
        Published = "published", "incidents-about-published";
        Spoken = "spoken", "incidents-about-spoken";
        Phishing = "phishing", "incidents-about-phishing";
        Technical = "technical", "incidents-about-technical";
        Malware = "malware", "incidents-about-malware";
        Supplier = "supplier", "incidents-about-supplier";
        /// Somebody was contacted in a way they had asked us not to use. A breach of such a wish is a kind of its
        /// own: often no data reach a stranger, and yet it can be dangerous.
        Channel = "channel", "incidents-about-channel";
        /// Nothing has happened yet.
        Risk = "risk", "incidents-about-risk";
        NearMiss = "near_miss", "incidents-about-near-miss";
        Other = "other", "incidents-about-other";
    }
}

impl About {
    /// What to do now: the next safe step, said together with the thanks.
    pub fn advice(self) -> &'static str {
        match self {
            About::WrongRecipient => "incidents-now-wrong-recipient",
            About::WrongAccess => "incidents-now-wrong-access",
            About::Lost => "incidents-now-lost",
            About::Published => "incidents-now-published",
            About::Spoken => "incidents-now-spoken",
            About::Phishing => "incidents-now-phishing",
            About::Technical => "incidents-now-technical",
            About::Malware => "incidents-now-malware",
            About::Supplier => "incidents-now-supplier",
            About::Channel => "incidents-now-channel",
            About::Risk => "incidents-now-risk",
            About::NearMiss => "incidents-now-near-miss",
            About::Other => "incidents-now-other",
        }
    }
}

kit::choices! {
    /// What it turned out to be. All five are good ends of a report.
    pub enum Outcome {
        /// Personal data breach (GDPR article 4(12)).
        Breach = "breach", "incidents-outcome-breach";
        NearMiss = "near_miss", "incidents-outcome-near-miss";
        Observation = "observation", "incidents-outcome-observation";
        FalseAlarm = "false_alarm", "incidents-outcome-false-alarm";
        /// A security incident without personal data.
        Security = "security", "incidents-outcome-security";
    }
}

kit::choices! {
    /// Kinds of breach; one case may be several.
    pub enum Kind {
        Confidentiality = "c", "incidents-kind-c";
        Integrity = "i", "incidents-kind-i";
        Availability = "a", "incidents-kind-a";
    }
}

kit::choices! {
    /// Nature codes of the EDPB common template (v1.0 of 10 June 2026, 3.2); one case may have several.
    pub enum Nature {
        A = "a", "incidents-nature-a";
        B = "b", "incidents-nature-b";
        C = "c", "incidents-nature-c";
        D = "d", "incidents-nature-d";
        E = "e", "incidents-nature-e";
        F = "f", "incidents-nature-f";
        G = "g", "incidents-nature-g";
        H = "h", "incidents-nature-h";
        I = "i", "incidents-nature-i";
        J = "j", "incidents-nature-j";
        K = "k", "incidents-nature-k";
        L = "l", "incidents-nature-l";
        M = "m", "incidents-nature-m";
        N = "n", "incidents-nature-n";
        O = "o", "incidents-nature-o";
        P = "p", "incidents-nature-p";
        Q = "q", "incidents-nature-q";
        R = "r", "incidents-nature-r";
        S = "s", "incidents-nature-s";
        T = "t", "incidents-nature-t";
        U = "u", "incidents-nature-u";
        V = "v", "incidents-nature-v";
        W = "w", "incidents-nature-w";
        X = "x", "incidents-nature-x";
        Y = "y", "incidents-nature-y";
    }
}

kit::choices! {
    /// Main cause.
    pub enum Cause {
        /// A person's mistake. Whether it was without intent says [`Origin`].
        Human = "human", "incidents-cause-human";
        Process = "process", "incidents-cause-process";
        Technical = "technical", "incidents-cause-technical";
        Attack = "attack", "incidents-cause-attack";
        Unknown = "unknown", "incidents-cause-unknown";
    }
}

kit::choices! {
    /// Inside or outside the municipality, deliberate or not (common template 3.2, cause).
    pub enum Origin {
        Internal = "internal", "incidents-origin-internal";
        InternalDeliberate = "internal_deliberate", "incidents-origin-internal-deliberate";
        External = "external", "incidents-origin-external";
        ExternalDeliberate = "external_deliberate", "incidents-origin-external-deliberate";
        Unknown = "unknown", "incidents-origin-unknown";
    }
}

impl Origin {
    pub fn deliberate(self) -> bool {
        matches!(
            self,
            Origin::InternalDeliberate | Origin::ExternalDeliberate
        )
    }
}

kit::choices! {
    /// Who discovered it first.
    pub enum Discoverer {
        Staff = "staff", "incidents-discoverer-staff";
        Processor = "processor", "incidents-discoverer-processor";
        Subject = "subject", "incidents-discoverer-subject";
        /// Somebody else, or nobody knows who.
        Other = "other", "incidents-discoverer-other";
    }
}

kit::choices! {
    /// How many people are concerned. Records are not people.
    pub enum Band {
        One = "1", "incidents-people-1";
        Few = "2_9", "incidents-people-2-9";
        Tens = "10_99", "incidents-people-10-99";
        Hundreds = "100_999", "incidents-people-100-999";
        Thousands = "1000_9999", "incidents-people-1000-9999";
        Many = "10000_plus", "incidents-people-10000-plus";
        Unknown = "unknown", "incidents-people-unknown";
    }
}

impl Band {
    /// The band of an exact or estimated number; 0 is no number that a breach can have.
    pub fn of(people: u64) -> Band {
        match people {
            0 => Band::Unknown,
            1 => Band::One,
            2..=9 => Band::Few,
            10..=99 => Band::Tens,
            100..=999 => Band::Hundreds,
            1000..=9999 => Band::Thousands,
            _ => Band::Many,
        }
    }
}

kit::choices! {
    /// Whether the people concerned were told (GDPR article 34).
    pub enum Told {
        Told = "told", "incidents-told-told";
        /// Article 34(3)(a): unintelligible to others.
        ExemptA = "exempt_a", "incidents-told-exempt-a";
        /// Article 34(3)(b): later measures removed the high risk.
        ExemptB = "exempt_b", "incidents-told-exempt-b";
        /// Article 34(3)(c): disproportionate effort; then a public communication.
        ExemptC = "exempt_c", "incidents-told-exempt-c";
        /// No high risk is likely.
        NotNeeded = "not_needed", "incidents-told-not-needed";
    }
}
