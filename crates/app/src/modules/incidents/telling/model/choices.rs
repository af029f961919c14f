//! The closed choices of the common template, as sets of a code that is stored and a message that is shown.

/// One answer that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub code: &'static str,
    pub word: &'static str,
    /// The template's `(i)`: offered only while the notification is incomplete.
    pub open: bool,
}

pub type Choices = &'static [Choice];

macro_rules! choices {
    ($($(#[$about:meta])* $name:ident { $($code:literal $(($open:ident))? $word:literal;)+ })+) => {
        $($(#[$about])* pub const $name: Choices = &[
            $(Choice { code: $code, word: $word, open: choices!(@ $($open)?) },)+
        ];)+
    };
    (@ i) => { true };
    (@) => { false };
}

choices! {
    YES_NO { "yes" "incidents-yes"; "no" "incidents-no"; }
    YES_NO_OPEN { "yes" "incidents-yes"; "no" "incidents-no"; "tbd" (i) "incidents-telling-tbd"; }
    SECTOR { "public" "incidents-telling-sector-public"; "private" "incidents-telling-sector-private"; }
    FUNCTION {
        "dpo" "incidents-telling-function-dpo";
        "legal" "incidents-telling-function-legal";
        "other" "incidents-telling-other";
    }
    PARTY {
        "processor" "incidents-telling-party-processor";
        "joint" "incidents-telling-party-joint";
        "other" "incidents-telling-other";
    }
    /// 3.1: the shape of the time of the breach.
    OCCURRED {
        "day" "incidents-telling-occurred-day";
        "range" "incidents-telling-occurred-range";
        "ongoing" "incidents-telling-occurred-ongoing";
        "cannot" "incidents-telling-cannot";
        "tbd" (i) "incidents-telling-tbd";
    }
    DISCOVERED {
        "own" "incidents-telling-discovered-own";
        "processor" "incidents-discoverer-processor";
        "subject" "incidents-discoverer-subject";
        "external" "incidents-telling-discovered-external";
        "press" "incidents-telling-discovered-press";
        "other" "incidents-telling-other";
    }
    /// 3.2: the three kinds; several.
    KINDS { "c" "incidents-kind-c"; "i" "incidents-kind-i"; "a" "incidents-kind-a"; }
    DISCLOSURE {
        "disclosed" "incidents-telling-c-disclosed";
        "likely" "incidents-telling-c-likely";
        "evidence_not" "incidents-telling-c-evidence-not";
        "not_assessable" "incidents-telling-not-assessable";
        "tbd" (i) "incidents-telling-tbd";
    }
    UNINTELLIGIBLE {
        "yes" "incidents-yes";
        "circumventable" "incidents-telling-u-circumventable";
        "no" "incidents-no";
        "not_assessable" "incidents-telling-not-assessable";
        "tbd" (i) "incidents-telling-tbd";
    }
    INTEGRITY {
        "no_sign" "incidents-telling-i-no-sign";
        "recoverable" "incidents-telling-i-recoverable";
        "not_recoverable" "incidents-telling-i-not-recoverable";
    }
    AVAILABILITY {
        "temporary" "incidents-telling-a-temporary";
        "permanent" "incidents-telling-a-permanent";
        "not_determined" "incidents-telling-a-not-determined";
    }
    /// 3.2: the nature codes; the same as the assessment's.
    NATURES {
        "a" "incidents-nature-a"; "b" "incidents-nature-b"; "c" "incidents-nature-c"; "d" "incidents-nature-d";
        "e" "incidents-nature-e"; "f" "incidents-nature-f"; "g" "incidents-nature-g"; "h" "incidents-nature-h";
        "i" "incidents-nature-i"; "j" "incidents-nature-j"; "k" "incidents-nature-k"; "l" "incidents-nature-l";
        "m" "incidents-nature-m"; "n" "incidents-nature-n"; "o" "incidents-nature-o"; "p" "incidents-nature-p";
        "q" "incidents-nature-q"; "r" "incidents-nature-r"; "s" "incidents-nature-s"; "t" "incidents-nature-t";
        "u" "incidents-nature-u"; "v" "incidents-nature-v"; "w" "incidents-nature-w"; "x" (i) "incidents-nature-x";
        "y" "incidents-nature-y";
    }
    CAUSE {
        "internal" "incidents-origin-internal";
        "internal_deliberate" "incidents-origin-internal-deliberate";
        "external" "incidents-origin-external";
        "external_deliberate" "incidents-origin-external-deliberate";
        "unknown" "incidents-origin-unknown";
        "tbd" (i) "incidents-telling-tbd";
    }
    /// The Danish authority's own incident types (facts § 7); a breach may have several or none.
    DANISH {
        "physical" "incidents-telling-dk-physical";
        "unintended" "incidents-telling-dk-unintended";
        "accidents" "incidents-telling-dk-accidents";
        "faults" "incidents-telling-dk-faults";
        "outages" "incidents-telling-dk-outages";
        "interception" "incidents-telling-dk-interception";
        "malicious" "incidents-telling-dk-malicious";
        "legal" "incidents-telling-dk-legal";
        "other" "incidents-telling-dk-other";
        "unknown" "incidents-telling-dk-unknown";
    }
    /// 3.3: groups of people; several.
    GROUPS {
        "customers" "incidents-telling-g-customers";
        "employees" "incidents-telling-g-employees";
        "military_police" "incidents-telling-g-military-police";
        "minors" "incidents-telling-g-minors";
        "patients" "incidents-telling-g-patients";
        "students" "incidents-telling-g-students";
        "subscribers" "incidents-telling-g-subscribers";
        "users" "incidents-telling-g-users";
        "vulnerable" "incidents-telling-g-vulnerable";
        "others" "incidents-telling-others";
        "not_known" (i) "incidents-telling-not-known";
    }
    /// 3.4: kinds of data; several.
    RECORDS {
        "basic" "incidents-telling-r-basic";
        "contact" "incidents-telling-r-contact";
        "biometric" "incidents-telling-r-biometric";
        "criminal" "incidents-telling-r-criminal";
        "political" "incidents-telling-r-political";
        "ethnic" "incidents-telling-r-ethnic";
        "religious" "incidents-telling-r-religious";
        "sex_life" "incidents-telling-r-sex-life";
        "trade_union" "incidents-telling-r-trade-union";
        "genetic" "incidents-telling-r-genetic";
        "health" "incidents-telling-r-health";
        "economic" "incidents-telling-r-economic";
        "employment_health" "incidents-telling-r-employment-health";
        "identity_number" "incidents-telling-r-identity-number";
        "location" "incidents-telling-r-location";
        "official_documents" "incidents-telling-r-official-documents";
        "payment" "incidents-telling-r-payment";
        "profile" "incidents-telling-r-profile";
        "credentials" "incidents-telling-r-credentials";
        "others" "incidents-telling-others";
        "not_known" (i) "incidents-telling-not-known";
    }
    /// 3.5: measures that were there before; several.
    BEFORE {
        "pseudonymisation" "incidents-telling-m-pseudonymisation";
        "backup" "incidents-telling-m-backup";
        "encryption" "incidents-telling-m-encryption";
        "policies" "incidents-telling-m-policies";
        "training" "incidents-telling-m-training";
        "incident_log" "incidents-telling-m-incident-log";
        "access_levels" "incidents-telling-m-access-levels";
        "logical_access" "incidents-telling-m-logical-access";
        "audits" "incidents-telling-m-audits";
        "physical_access" "incidents-telling-m-physical-access";
        "updates" "incidents-telling-m-updates";
        "other" "incidents-telling-other";
    }
    /// 4: measures against recurrence: those of 3.5 and three more.
    AGAINST {
        "pseudonymisation" "incidents-telling-m-pseudonymisation";
        "backup" "incidents-telling-m-backup";
        "encryption" "incidents-telling-m-encryption";
        "policies" "incidents-telling-m-policies";
        "training" "incidents-telling-m-training";
        "incident_log" "incidents-telling-m-incident-log";
        "access_levels" "incidents-telling-m-access-levels";
        "logical_access" "incidents-telling-m-logical-access";
        "audits" "incidents-telling-m-audits";
        "physical_access" "incidents-telling-m-physical-access";
        "updates" "incidents-telling-m-updates";
        "anonymisation" "incidents-telling-m-anonymisation";
        "process_change" "incidents-telling-m-process-change";
        "erasure" "incidents-telling-m-erasure";
        "other" "incidents-telling-other";
    }
    /// 4: what it may do to people; several.
    IMPACTS {
        "loss_of_control" "incidents-telling-x-loss-of-control";
        "limited_rights" "incidents-telling-x-limited-rights";
        "discrimination" "incidents-telling-x-discrimination";
        "identity_theft" "incidents-telling-x-identity-theft";
        "fraud" "incidents-telling-x-fraud";
        "financial_loss" "incidents-telling-x-financial-loss";
        "reversed_pseudonymisation" "incidents-telling-x-reversed-pseudonymisation";
        "reputation" "incidents-telling-x-reputation";
        "professional_secrecy" "incidents-telling-x-professional-secrecy";
        "disclosure" "incidents-telling-x-disclosure";
        "disadvantage" "incidents-telling-x-disadvantage";
        "harm" "incidents-telling-x-harm";
        "property" "incidents-telling-x-property";
        "other" "incidents-telling-other";
    }
    SEVERITY {
        "minor" "incidents-telling-s-minor";
        "moderate" "incidents-telling-s-moderate";
        "severe" "incidents-telling-s-severe";
    }
    RISK {
        "high" "incidents-telling-risk-high";
        "not_high" "incidents-telling-risk-not-high";
        "unlikely" "incidents-telling-risk-unlikely";
        "more" (i) "incidents-telling-risk-more";
    }
    /// 5: whether the people concerned are told.
    INFORMED {
        "informed" "incidents-telling-informed-yes";
        "will" "incidents-telling-informed-will";
        "not_decided" (i) "incidents-telling-informed-not-decided";
        "not_high_risk" "incidents-telling-informed-not-high-risk";
        "exempt" "incidents-telling-informed-exempt";
    }
    /// Article 34(3).
    EXEMPTIONS {
        "a" "incidents-telling-exempt-a";
        "b" "incidents-telling-exempt-b";
        "c" "incidents-telling-exempt-c";
    }
    EXTENT { "all" "incidents-telling-extent-all"; "part" "incidents-telling-extent-part"; }
    MEANS {
        "individual" "incidents-telling-means-individual";
        "public" "incidents-telling-means-public";
        "other" "incidents-telling-other";
    }
    ATTACHMENTS {
        "message" "incidents-telling-t-message";
        "risk" "incidents-telling-t-risk";
        "forensic" "incidents-telling-t-forensic";
        "ransom" "incidents-telling-t-ransom";
        "phishing" "incidents-telling-t-phishing";
        "procedure" "incidents-telling-t-procedure";
        "deletion" "incidents-telling-t-deletion";
        "wrong_recipients" "incidents-telling-t-wrong-recipients";
        "tip" "incidents-telling-t-tip";
        "other" "incidents-telling-other";
    }
    /// How sure a number is.
    COUNTS {
        "exact" "incidents-telling-count-exact";
        "approximate" "incidents-telling-count-approximate";
        "cannot" "incidents-telling-cannot";
        "tbd" (i) "incidents-telling-tbd";
    }
}

/// The choice with this code.
pub fn find(set: Choices, code: &str) -> Option<&'static Choice> {
    set.iter().find(|choice| choice.code == code)
}

/// What a form offers: the open answers only while the notification is incomplete.
pub fn offered(set: Choices, incomplete: bool) -> impl Iterator<Item = &'static Choice> {
    set.iter().filter(move |choice| incomplete || !choice.open)
}
