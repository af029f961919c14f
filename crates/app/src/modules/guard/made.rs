//! Mails as the engine would judge them, for the tests of what comes after.

use detect::{Category, Class, Kind, Strength};

use super::model::{
    Domain, Found, Judged, Level, MailId, Marked, OneFound, Proof, Reason, Recipient, Verdict, Way,
};
use super::place;
use crate::base::App;

/// The text that must be nowhere in the clear.
pub const SECRET: &str = "010180-0008";
pub const SUBJECT: &str = "Om Kalle Anka";

/// One recipient with a verdict.
pub fn verdict(app: &App, address: &str, way: Way, reasons: &[Reason]) -> (Recipient, Verdict) {
    let recipient = Recipient {
        address: address.to_owned(),
        hash: place::address_hash(app, address),
        kind: Domain::Unknown,
    };
    let level = match way {
        Way::Plain => Level::Open,
        Way::Verified => Level::Verified,
        Way::Portal => Level::EndToEnd,
        Way::Letter | Way::Hold | Way::Refuse => Level::HandOver,
    };
    let verdict = Verdict {
        level,
        way,
        rule: "sensitive".to_owned(),
        reasons: reasons.to_vec(),
        answerable: false,
        proof: Proof::PhoneCode,
    };
    (recipient, verdict)
}

/// A mail with one identity number and one matter in it.
pub fn judged(verdicts: Vec<(Recipient, Verdict)>) -> Judged {
    let marked = |found: &str| Marked {
        before: "cpr".to_owned(),
        found: found.to_owned(),
        after: "har fået".to_owned(),
    };
    let one = |kind, category, masked: &str, clear: &str| OneFound {
        kind,
        category,
        strength: Strength::Strong,
        part: "brev.docx".to_owned(),
        masked: marked(masked),
        clear: marked(clear),
    };
    Judged {
        mail: MailId::random(),
        queue_id: "4Z1234567890".to_owned(),
        message_id: "one@testby.example".to_owned(),
        class: Class::Sensitive,
        persons: 1,
        children: false,
        inspected: true,
        found: Found {
            findings: vec![
                one(Kind::Cpr, Category::IdentityNumber, "01••••-•••8", SECRET),
                one(Kind::Matter, Category::Health, "kræft", "kræft"),
            ],
            unread: Vec::new(),
            count: 2,
        },
        verdicts,
    }
}
