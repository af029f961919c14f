//! The mails of the laboratory: each number says what is in the mail, to whom it goes, and how it must end.

pub const OPEN: &str = "open@elsewhere.example";
pub const COLLEAGUE: &str = "mona@testby.example";
/// Partners whose servers can prove their protection.
pub const PARTNER: &str = "ward@hospital.example";
pub const OTHER_PARTNER: &str = "desk@insurance.example";
/// Nobody knows them, and nothing proves their server.
pub const STRANGER: &str = "stranger@unknown.example";
/// A phone of theirs is registered: the portal can be opened.
pub const CITIZEN: &str = "citizen@post.example";
/// They have asked for letters.
pub const LETTER: &str = "old@letters.example";

/// How it must end for a recipient, as the evidence calls it.
pub const PASSED: &str = "passed";
pub const DELIVERED: &str = "delivered";
pub const STORED: &str = "stored";
pub const HELD: &str = "held";
pub const REFUSED: &str = "refused";
pub const NOT_SENT: &str = "not-sent";

/// Recipients of a mail, and how it must end for each.
pub fn ends(number: usize) -> &'static [(&'static str, &'static str)] {
    match number % 6 {
        0 => &[(OPEN, PASSED), (COLLEAGUE, PASSED)],
        1 => &[(OPEN, PASSED), (LETTER, NOT_SENT), (COLLEAGUE, PASSED)],
        2 => &[(PARTNER, DELIVERED)],
        3 => &[
            (PARTNER, DELIVERED),
            (OTHER_PARTNER, DELIVERED),
            (COLLEAGUE, PASSED),
        ],
        4 => &[(STRANGER, HELD), (CITIZEN, STORED), (COLLEAGUE, PASSED)],
        _ => &[(OPEN, REFUSED)],
    }
}

/// Everything from the mark on.
pub fn text(number: usize) -> String {
    let mark = format!("{number:06}");
    let body = match number % 6 {
        2 | 3 => "Borgerens cpr er 010180-0008.",
        4 => "Borgerens cpr er 010180-0008, og hun har en depression.",
        _ => "The meeting is on Tuesday.\r\n.. dots stay as they are",
    };
    // A mail that comes round: it has been through too many servers.
    let hops = if number % 6 == 5 {
        "Received: from a by b; Mon, 2 Mar 2026 08:00:00 +0000\r\n".repeat(50)
    } else {
        String::new()
    };
    format!(
        "X-Lab: {mark}\r\n{hops}Date: Mon, 2 Mar 2026 08:00:00 +0000\r\nMessage-ID: <{mark}@testby.example>\r\n\
         From: anna@testby.example\r\nSubject: {mark}\r\n\r\n{body}\r\n{}\r\n",
        "x".repeat(1_500)
    )
}
