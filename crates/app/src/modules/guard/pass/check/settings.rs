//! Postfix's own settings beside those that docs/guard.md asks for.

use std::process::Command;

use super::{Checked, bad, good, listener};
use crate::base::config::Outgoing;

/// Postfix's settings, asked of Postfix itself: those of main.cf, then those of master.cf.
pub(super) fn look(guard: &Outgoing) -> Vec<Checked> {
    let (word, mend) = ("guard-check-no-postfix", "guard-check-no-postfix-mend");
    // `-x`: what a setting takes over from another one is said.
    let asked = (postconf("-x"), postconf("-M"), postconf("-P"));
    let (Some(all), Some(services), own) = asked else {
        return vec![bad(word, mend, "")];
    };
    let wanted = wanted(guard).into_iter();
    let mut found: Vec<Checked> = wanted.map(|wanted| setting(&all, wanted)).collect();
    // No service has settings of its own: then nothing is printed.
    found.extend(listener::look(guard, &services, &own.unwrap_or_default()));
    found
}

/// What Postfix has, and what it should have where that is not good enough.
fn setting(all: &[String], (name, want, holds): Wanted) -> Checked {
    let found = value(all, name).unwrap_or_default();
    let what = format!("{name} = {found}");
    if holds(found, &want) {
        return good("guard-check-setting", what);
    }
    let (word, mend) = ("guard-check-setting-wrong", "guard-check-setting-mend");
    let mut wrong = bad(word, mend, what);
    let want = format!("{name} = {want}");
    wrong.args.push(("want", want.into()));
    wrong
}

/// The value of a name in lines of `name = value`.
pub(super) fn value<'a>(all: &'a [String], name: &str) -> Option<&'a str> {
    all.iter()
        .find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='))
        .map(str::trim)
}

/// Name, what is wanted, and when a value is as good as that.
pub(super) type Wanted = (&'static str, String, fn(&str, &str) -> bool);

pub(super) fn same(value: &str, want: &str) -> bool {
    value == want
}

/// Words of a list, which commas or spaces part.
pub(super) fn list(value: &str) -> Vec<&str> {
    let words = value.split([',', ' ', '\t']);
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a list of permissions ends by turning everybody else away, and lets nobody in by name of "everybody".
pub(super) fn is_closed(value: &str, _: &str) -> bool {
    const ENDS: [&str; 4] = [
        "reject",
        "defer",
        "reject_unauth_destination",
        "defer_unauth_destination",
    ];
    let words = list(value);
    let end = words.iter().position(|word| ENDS.contains(word));
    end.is_some_and(|end| words.iter().take(end).all(|word| *word != "permit"))
}

/// Why each: docs/guard.md.
fn wanted(guard: &Outgoing) -> Vec<Wanted> {
    let listen = guard.listen.clone().unwrap_or_default();
    let filter = match listen.strip_prefix("unix:") {
        Some(_) => "lmtp:unix:".to_owned(),
        None => format!("lmtp:inet:{listen}"),
    };
    let yes = || "yes".to_owned();
    let is_zero = || "0".to_owned();
    let mut all: Vec<Wanted> = vec![
        ("enable_long_queue_ids", yes(), same),
        ("content_filter", filter, |value, want| {
            value.starts_with(want)
        }),
        ("lmtp_send_xforward_command", yes(), same),
        ("lmtp_line_length_limit", is_zero(), same),
        ("smtp_line_length_limit", is_zero(), same),
        ("disable_mime_output_conversion", yes(), same),
        (
            "internal_mail_filter_classes",
            "bounce, notify".to_owned(),
            |value, _| value.contains("bounce") && value.contains("notify"),
        ),
        ("bounce_size_limit", "1".to_owned(), same),
    ];
    all.extend(limits(guard));
    all.extend(outside(guard));
    all
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or(0)
}

/// What the guard can take at once, and how long it may take for it.
fn limits(guard: &Outgoing) -> [Wanted; 3] {
    [
        (
            "lmtp_data_done_timeout",
            format!("{}s", guard.patience + 60),
            |value, want| seconds(value) >= seconds(want),
        ),
        (
            "message_size_limit",
            guard.size.to_string(),
            |value, want| (1..=number(want)).contains(&number(value)),
        ),
        (
            "lmtp_destination_concurrency_limit",
            guard.connections.to_string(),
            |value, want| (1..=number(want)).contains(&number(value)),
        ),
    ]
}

/// What stands towards others: who may send, as whom, and how what is not proven leaves.
fn outside(guard: &Outgoing) -> [Wanted; 5] {
    [
        (
            "smtpd_relay_restrictions",
            "permit_mynetworks, reject".to_owned(),
            is_closed,
        ),
        (
            "mynetworks",
            "127.0.0.0/8 [::1]/128".to_owned(),
            |value, _| list(value).iter().all(|net| !net.ends_with("/0")),
        ),
        ("myhostname", guard.hello.clone(), |value, want| {
            value.eq_ignore_ascii_case(want)
        }),
        ("smtp_tls_security_level", "may".to_owned(), |value, _| {
            !matches!(value, "" | "none")
        }),
        ("smtp_dns_support_level", "dnssec".to_owned(), same),
    ]
}

/// What Postfix prints; from the folder that `MAIL_CONFIG` names, as Postfix's own programs do.
fn postconf(what: &str) -> Option<Vec<String>> {
    let said = Command::new("postconf").arg(what).output().ok()?;
    let text = String::from_utf8(said.stdout).ok()?;
    (said.status.success() && !text.is_empty()).then(|| text.lines().map(str::to_owned).collect())
}

/// `600s`, `10m`, `1h`, `2d`, or a bare number of seconds.
fn seconds(text: &str) -> u64 {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let number: u64 = digits.parse().unwrap_or(0);
    number
        * match text.get(digits.len()..).unwrap_or_default() {
            "m" => 60,
            "h" => 3600,
            "d" => 86_400,
            "w" => 604_800,
            _ => 1,
        }
}

#[cfg(test)]
mod tests {
    use super::super::Checked;
    use super::{is_closed, seconds, setting, wanted};
    use crate::base::config::Outgoing;

    #[test]
    fn postfix_writes_times_with_a_letter() {
        assert_eq!(seconds("600s"), 600);
        assert_eq!(seconds("10m"), 600);
        assert_eq!(seconds("30"), 30);
        assert_eq!(seconds(""), 0);
    }

    #[test]
    fn a_setting_is_told_as_it_is_and_as_it_should_be() {
        let all = [
            "bounce_size_limit = 50000".to_owned(),
            "bounce_size_limits = 1".to_owned(),
        ];
        let limit = |want: &str| {
            let same: fn(&str, &str) -> bool = |value, want| value == want;
            setting(&all, ("bounce_size_limit", want.to_owned(), same))
        };
        let args = |one: &Checked| {
            let args = one.args.iter();
            args.map(|(name, arg)| format!("{name}: {arg:?}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let wrong = limit("1");
        assert!(wrong.bad);
        assert!(args(&wrong).contains("bounce_size_limit = 50000"));
        assert!(args(&wrong).contains("bounce_size_limit = 1\""));
        let right = limit("50000");
        assert!(!right.bad && args(&right).contains("bounce_size_limit = 50000"));
    }

    /// The text of docs/guard.md between a line that holds `from` and the next fence.
    fn block(from: &str) -> Vec<String> {
        let text = include_str!("../../../../../../../docs/guard.md");
        let (_, rest) = text.split_once(from).unwrap();
        let (block, _) = rest
            .split_once("```\n")
            .unwrap()
            .1
            .split_once("```")
            .unwrap();
        block.lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_configuration_that_the_docs_give_is_whole_and_a_bare_postfix_is_not() {
        let guard = Outgoing {
            listen: Some("127.0.0.1:10025".to_owned()),
            hello: "mail.municipality.example".to_owned(),
            ..Outgoing::default()
        };
        let documented = block("`/etc/postfix/main.cf`, complete:");
        for (name, want, holds) in wanted(&guard) {
            let found = setting(&documented, (name, want.clone(), holds));
            assert!(!found.bad, "{name}: {found:?}");
            // What Postfix does when nothing is said is not enough, but for what it rightly does by itself.
            let bare = setting(&[], (name, want, holds));
            assert!(bare.bad || name == "mynetworks", "{name}");
        }
        let open = ["permit_mynetworks", "permit", "permit, reject", ""];
        assert!(open.iter().all(|value| !is_closed(value, "")));
        assert!(is_closed(
            "permit_mynetworks permit_sasl_authenticated defer_unauth_destination",
            ""
        ));
    }
}
