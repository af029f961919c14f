//! Showing where something stands without showing it.

use detect::{Finding, Kind};

/// Characters shown on each side of a finding.
const AROUND: usize = 48;

/// A finding in its surroundings, everything found in them masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub before: String,
    pub found: String,
    pub after: String,
}

/// What a finding looks like without saying it: words of a matter stay, numbers and names keep their outline.
pub fn masked(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Matter | Kind::Own => text.to_owned(),
        Kind::Name => outline(text, |first, _| first),
        Kind::Email => {
            let (local, domain) = text.split_once('@').unwrap_or((text, ""));
            format!("{}@{domain}", outline(local, |first, _| first))
        }
        _ => {
            let count = text.chars().filter(|c| c.is_alphanumeric()).count();
            let mut seen = 0;
            text.chars()
                .map(|c| {
                    if !c.is_alphanumeric() {
                        return if c.is_whitespace() { ' ' } else { c };
                    }
                    seen += 1;
                    // Two at the beginning and one at the end are enough to find it again.
                    if count > 5 && (seen <= 2 || seen == count) {
                        c
                    } else {
                        '•'
                    }
                })
                .collect()
        }
    }
}

/// Letters after the first of each word become dots.
fn outline(text: &str, keep: impl Fn(bool, char) -> bool) -> String {
    let mut first = true;
    text.chars()
        .map(|c| {
            if !c.is_alphanumeric() {
                first = true;
                return c;
            }
            let shown = keep(first, c);
            first = false;
            if shown { c } else { '•' }
        })
        .collect()
}

/// The surroundings of one finding. Spans that do not fit the text give an empty passage, never a panic.
pub fn passage(text: &str, all: &[Finding], one: &Finding) -> Passage {
    let from = text.floor_char_boundary(one.span.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary(one.span.end.saturating_add(AROUND).min(text.len()));
    Passage {
        before: hidden(text, all, from, one.span.start)
            .trim_start()
            .to_owned(),
        found: masked(one.kind, text.get(one.span.clone()).unwrap_or_default()),
        after: hidden(text, all, one.span.end, to).trim_end().to_owned(),
    }
}

/// A stretch of the text on one line, with everything in it masked that was found, also what only begins or ends
/// inside.
fn hidden(text: &str, all: &[Finding], from: usize, to: usize) -> String {
    let mut out = String::new();
    let mut at = from;
    for finding in all
        .iter()
        .filter(|f| f.span.end > from && f.span.start < to)
    {
        let (start, end) = (finding.span.start.max(at), finding.span.end.min(to));
        if end <= at {
            continue;
        }
        out.push_str(text.get(at..start).unwrap_or_default());
        let whole = text.get(start..end).unwrap_or_default();
        if start == finding.span.start && end == finding.span.end {
            out.push_str(&masked(finding.kind, whole));
        } else {
            out.extend(whole.chars().map(|_| '•'));
        }
        at = end;
    }
    out.push_str(text.get(at..to).unwrap_or_default());
    out.split_whitespace()
        .fold(String::new(), |mut line, word| {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            line
        })
}

#[cfg(test)]
mod tests {
    use detect::Kind;

    use super::{masked, passage};

    #[test]
    fn numbers_keep_their_outline() {
        assert_eq!(masked(Kind::Cpr, "010180-0008"), "01••••-•••8");
        assert_eq!(masked(Kind::Name, "Anna Berg"), "A••• B•••");
        assert_eq!(
            masked(Kind::Email, "anna.berg@example.dk"),
            "a•••.b•••@example.dk"
        );
        assert_eq!(masked(Kind::Matter, "kræft"), "kræft");
    }

    #[test]
    fn a_passage_shows_no_other_number() {
        let text = "Om 020280-0006 og cpr 010180-0008, begge i Ø-by\nog 030380-0000.";
        let found = super::super::numbers().find(text);
        for one in found.iter() {
            let passage = passage(text, &found, one);
            let shown = format!("{}{}{}", passage.before, passage.found, passage.after);
            for digits in ["0280-0006", "0180-0008", "0380-0000"] {
                assert!(!shown.contains(digits), "{shown}");
            }
        }
    }
}
