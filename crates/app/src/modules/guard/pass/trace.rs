//! The one header that the guard puts above a mail, and by which it knows a mail that comes round.

use super::super::model::MailId;
use super::super::place;
use crate::base::keys::{self, Keys};

/// The header's name. What it says tells nothing of the content.
pub const NAME: &str = "X-Tillit-Guard";
/// Own traces in a mail before it counts as going round: a redirect of received mail may rightly carry one or two.
const OWN: usize = 3;
/// Postfix's own limit is 50 as well (`hopcount_limit`).
const HOPS: usize = 50;

/// The header line with its end. The token is random, so that it tells neither order nor time.
pub fn header(keys: &Keys, mail: MailId, repeat: bool) -> String {
    let token = keys::hex(&keys::salt());
    let seal = seal(keys, &token);
    let mark = if repeat { "; repeat=yes" } else { "" };
    format!("{NAME}: v=1; mail={mail}; token={token}; seal={seal}{mark}\r\n")
}

/// Whether the mail comes round: it carries our own trace too often, or has been through too many servers.
pub fn is_round(keys: &Keys, message: &[u8]) -> bool {
    let (mut own, mut hops) = (0, 0);
    for (name, value) in headers(message) {
        if name.eq_ignore_ascii_case(NAME.as_bytes()) {
            own += usize::from(is_ours(keys, value));
        } else if name.eq_ignore_ascii_case(b"Received") {
            hops += 1;
        }
    }
    own >= OWN || hops >= HOPS
}

fn seal(keys: &Keys, token: &str) -> String {
    keys::hex(&keys.receipt_mac("guard.trace", token.as_bytes())[..16])
}

/// A stranger's header of this name stops nothing.
fn is_ours(keys: &Keys, value: &[u8]) -> bool {
    let text = String::from_utf8_lossy(value);
    let of = |name: &str| {
        text.split(';')
            .find_map(|field| field.trim().strip_prefix(name)?.strip_prefix('='))
            .unwrap_or_default()
            .to_owned()
    };
    let (token, found) = (of("token"), of("seal"));
    !token.is_empty() && found == seal(keys, &token)
}

/// The fields of the head with their line ends, also those that are none; and what stands behind the empty line.
pub fn split(message: &[u8]) -> (Vec<&[u8]>, &[u8]) {
    let fields: Vec<&[u8]> = fields(message).collect();
    let head: usize = fields.iter().map(|field| field.len()).sum();
    let rest = message.get(head..).unwrap_or_default();
    let empty = rest.iter().position(|byte| *byte == b'\n');
    (
        fields,
        rest.get(empty.map_or(rest.len(), |at| at + 1)..)
            .unwrap_or_default(),
    )
}

fn fields(message: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = message;
    std::iter::from_fn(move || {
        let end = header_end(rest);
        let (one, after) = rest.split_at(end);
        rest = after;
        (!one.trim_ascii().is_empty()).then_some(one)
    })
}

/// Names and values of the headers; a folded value keeps its line ends.
pub fn headers(message: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    fields(message).filter_map(|one| {
        let colon = one.iter().position(|byte| *byte == b':')?;
        let (name, value) = one.split_at(colon);
        Some((name.trim_ascii(), value[1..].trim_ascii()))
    })
}

/// Where the header at the beginning ends: behind its last folded line.
fn header_end(rest: &[u8]) -> usize {
    let mut end = 0;
    loop {
        let line = rest[end..].iter().position(|byte| *byte == b'\n');
        end = line.map_or(rest.len(), |at| end + at + 1);
        let folded = rest
            .get(end)
            .is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        if line.is_none() || !folded {
            return end;
        }
    }
}

/// The message id as it is kept; empty where there is none.
pub fn message_id(keys: &Keys, message: &[u8]) -> String {
    let found = headers(message).find(|(name, _)| name.eq_ignore_ascii_case(b"Message-ID"));
    found.map_or_else(String::new, |(_, value)| {
        place::message_id(keys, &String::from_utf8_lossy(value))
    })
}

#[cfg(test)]
mod tests {
    use super::{headers, message_id, split};
    use crate::base::testing::House;

    #[test]
    fn headers_end_at_the_empty_line() {
        let mail = b"Subject: a\r\n b\r\nMessage-ID:\r\n <x@y>\r\n\r\nReceived: no\r\n";
        let names: Vec<&[u8]> = headers(mail).map(|(name, _)| name).collect();
        assert_eq!(names, [b"Subject".as_slice(), b"Message-ID"]);
        let keys = House::sqlite().app.keys.clone();
        assert_eq!(message_id(&keys, mail), "x@y");
        assert_eq!(message_id(&keys, b"\r\n\r\nx"), "");
        let number = message_id(&keys, b"Message-ID: <010180-0008@x>\r\n\r\n");
        assert!(
            !number.is_empty() && !number.contains("010180-0008"),
            "{number}"
        );
        assert_eq!(headers(b"no colon\nA:b").count(), 1);
        assert_eq!(headers(b"").count(), 0);
        let (fields, body) = split(mail);
        assert_eq!((fields.len(), body), (2, b"Received: no\r\n".as_slice()));
        let odd = b"no colon\r\nA:b\r\n";
        assert_eq!(split(odd), (vec![&odd[..10], &odd[10..]], &b""[..]));
    }
}
