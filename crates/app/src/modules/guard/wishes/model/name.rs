//! By what a person is found: a mail address, an identity number, each in one form whatever way it was written.

use crate::base::findings;

/// Longest address that SMTP takes (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

kit::choices! {
    pub enum NameKind {
        Address = "address";
        Number = "number";
    }
}

/// An identity number in the form by which it is found again: letters and digits alone, without a century in front
/// of ten digits. Which country's it is does not matter: the same digits can only raise the protection.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digits(String);

impl std::fmt::Debug for Digits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Digits(…)")
    }
}

impl Digits {
    /// From what `detect` gives as the value of a finding.
    pub fn of(value: &str) -> Digits {
        let plain: String = value
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let digits = plain.len() == 12 && plain.bytes().all(|byte| byte.is_ascii_digit());
        let century = ["18", "19", "20"].iter().any(|two| plain.starts_with(two));
        // Swedish numbers are written with and without the century, and mean one person.
        Digits(if digits && century {
            plain[2..].to_owned()
        } else {
            plain
        })
    }

    /// A number that somebody typed. A typing error would never be found in a mail, so it must be a number of the
    /// Nordic countries by its form.
    pub fn typed(text: &str) -> Option<Digits> {
        let asked = Digits::of(text.trim());
        if asked.0.len() < 10 || text.chars().count() > 40 {
            return None;
        }
        // Some numbers are told from others only by the word in front of them.
        let words = [
            "",
            "CPR-nr. ",
            "henkilötunnus ",
            "personnummer ",
            "fødselsnummer ",
            "kennitala ",
        ];
        words
            .iter()
            .any(|word| {
                let said = format!("{word}{}", text.trim());
                findings::numbers()
                    .find(&said)
                    .iter()
                    .any(|one| one.is_person_number() && Digits::of(one.value.as_str()) == asked)
            })
            .then_some(asked)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A mail address in the form by which it is found again; `None` for what is none. What stands behind a plus sign
/// leads to the same letterbox.
pub fn folded(address: &str) -> Option<String> {
    let bare = address.trim().trim_start_matches('<').trim_end_matches('>');
    let (local, domain) = bare.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or(local);
    let fits = !local.is_empty() && domain.contains('.') && bare.len() <= LONGEST;
    let clean = !bare
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    (fits && clean).then(|| format!("{local}@{}", domain.trim_end_matches('.')).to_lowercase())
}

/// One name of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub kind: NameKind,
    /// In the form by which it is found.
    pub text: String,
}

impl Name {
    pub fn number(number: &Digits) -> Name {
        Name {
            kind: NameKind::Number,
            text: number.0.clone(),
        }
    }

    pub fn address(folded: String) -> Name {
        Name {
            kind: NameKind::Address,
            text: folded,
        }
    }
}

/// What a list shows of it: enough to know it again, not enough to use it.
pub fn masked(name: &Name) -> String {
    let few = |text: &str, keep: usize| -> String {
        let shown = text.chars().take(keep);
        shown.chain("••••".chars()).collect()
    };
    match name.kind {
        NameKind::Number => few(&name.text, 2),
        NameKind::Address => {
            let (local, domain) = name.text.rsplit_once('@').unwrap_or((&name.text, ""));
            format!("{}@{domain}", few(local, 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_form() {
        for (a, b) in [
            ("010180-0008", "0101800008"),
            ("010180\u{2013}0008", "010180 0008"),
            ("131052-308T", "131052-308t"),
            ("19640823-3234", "640823-3234"),
        ] {
            assert_eq!(Digits::of(a), Digits::of(b), "{a}");
        }
        assert_ne!(Digits::of("131052-308T"), Digits::of("131052A308T"));
        assert_eq!(
            folded(" Anna.Berg+kommune@Example.DK ").unwrap(),
            "anna.berg@example.dk"
        );
        for wrong in [
            "",
            "anna",
            "anna@",
            "@example.dk",
            "a b@example.dk",
            "a@b",
            "a@b.dk, c@d.dk",
        ] {
            assert_eq!(folded(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_numbers_are_taken_as_numbers() {
        for right in [
            "010180-0008",
            "0101800008",
            "131052-308T",
            "640823-3234",
            "196408233234",
        ] {
            assert!(Digits::typed(right).is_some(), "{right}");
        }
        for wrong in ["", "12345", "hello", "131052-308X", "010180-00088"] {
            assert!(Digits::typed(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_list_tells_nobody() {
        assert_eq!(masked(&Name::number(&Digits::of("010180-0008"))), "01••••");
        assert_eq!(
            masked(&Name::address("anna@example.dk".into())),
            "a••••@example.dk"
        );
    }
}
