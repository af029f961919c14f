//! Postfix's own settings beside those that docs/guard.md asks for.

use std::process::Command;

use super::{Checked, bad, good};
use crate::base::config::Outgoing;

/// Postfix's settings, asked of Postfix itself.
pub(super) fn look(guard: &Outgoing) -> Vec<Checked> {
    let (word, mend) = ("guard-check-no-postfix", "guard-check-no-postfix-mend");
    let Some(all) = postconf() else {
        return vec![bad(word, mend, "")];
    };
    let wanted = wanted(guard).into_iter();
    wanted.map(|wanted| setting(&all, wanted)).collect()
}

/// What Postfix has, and what it should have where that is not good enough.
fn setting(all: &[String], (name, want, holds): Wanted) -> Checked {
    let found = all
        .iter()
        .find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='))
        .map_or("", str::trim);
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

/// Name, what is wanted, and when a value is as good as that.
type Wanted = (&'static str, String, fn(&str, &str) -> bool);

/// Why each: docs/guard.md.
fn wanted(guard: &Outgoing) -> Vec<Wanted> {
    let listen = guard.listen.clone().unwrap_or_default();
    let filter = match listen.strip_prefix("unix:") {
        Some(_) => "lmtp:unix:".to_owned(),
        None => format!("lmtp:inet:{listen}"),
    };
    let same: fn(&str, &str) -> bool = |value, want| value == want;
    let yes = || "yes".to_owned();
    vec![
        ("enable_long_queue_ids", yes(), same),
        ("content_filter", filter, |value, want| {
            value.starts_with(want)
        }),
        ("lmtp_send_xforward_command", yes(), same),
        ("lmtp_line_length_limit", "0".to_owned(), same),
        (
            "internal_mail_filter_classes",
            "bounce, notify".to_owned(),
            |value, _| value.contains("bounce") && value.contains("notify"),
        ),
        ("bounce_size_limit", "1".to_owned(), same),
        (
            "lmtp_data_done_timeout",
            format!("{}s", guard.patience + 60),
            |value, want| seconds(value) >= seconds(want),
        ),
        (
            "message_size_limit",
            guard.size.to_string(),
            |value, want| {
                let bytes = |text: &str| text.parse::<u64>().unwrap_or(0);
                (1..=bytes(want)).contains(&bytes(value))
            },
        ),
    ]
}

/// Every setting; from the folder that `MAIL_CONFIG` names, as Postfix's own programs do.
fn postconf() -> Option<Vec<String>> {
    let said = Command::new("postconf").output().ok()?;
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
    use super::{seconds, setting};

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
}
