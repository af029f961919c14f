//! Rules of signing in; pure.

mod setup;

use kit::form::{self, Faults, Fields};

pub use setup::SetUp;

/// A password has at least so many characters (NIST SP 800-63B asks 15 where it is the only factor and 8 beside
/// another; the lists below take out what is long and known).
pub const SHORTEST: usize = 12;
/// More is no password, and hashing it would only cost time.
pub const LONGEST: usize = 200;

/// What everybody tries first, in the five languages; a password that is little else is refused.
const COMMON: &[&str] = &[
    "correcthorsebatterystaple",
    "abcdefghijklmnopqrstuvwxyz",
    "administrator",
    "administrasjon",
    "qwertyuiopåäö",
    "qwertyuiopå",
    "qwertyuiop",
    "asdfghjklöä",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefgh",
    "password",
    "passwort",
    "salasana",
    "lösenord",
    "losenord",
    "adgangskode",
    "kodeord",
    "passord",
    "jääkiekko",
    "tervetuloa",
    "välkommen",
    "velkommen",
    "welcome",
    "letmein",
    "changeme",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "dragon",
    "monkey",
    "master",
    "secret",
    "hemlig",
    "salainen",
    "qwerty",
    "azerty",
    "admin",
    "tillit",
    "kommune",
    "kommun",
    "kunta",
    "kaupunki",
    "summer",
    "winter",
    "autumn",
    "spring",
    "sommar",
    "sommer",
    "vinter",
    "efterår",
    "kesä",
    "kesa",
    "talvi",
    "syksy",
    "kevät",
    "kevat",
    "hello",
    "login",
    "guest",
    "test",
    "user",
];

/// An address of our own to go to after signing in: a slash, and then neither a second one nor anything that a
/// browser reads as one (backslash, or white space that it takes out). Everything else leads to the first page.
pub fn own_path(to: &str) -> &str {
    let plain = to
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = to.starts_with('/') && !to.starts_with("//") && to.len() <= 500;
    if plain && own { to } else { "/" }
}

/// The name of an account as it is stored and compared.
pub fn account(text: &str) -> String {
    form::clean(text).trim().to_lowercase()
}

/// What somebody typed to sign in.
pub struct Credentials {
    pub account: String,
    pub password: String,
}

impl Credentials {
    /// # Errors
    /// A field that is empty, or longer than any account or password here.
    pub fn check(fields: &Fields) -> Result<Credentials, Faults> {
        let mut faults = Faults::new();
        let account = account(&form::required(
            fields,
            &mut faults,
            "account",
            form::REQUIRED,
            254,
        ));
        let password = fields.raw("password").to_owned();
        if password.is_empty() {
            faults.add("password", form::REQUIRED);
        }
        if password.chars().count() > LONGEST {
            faults.add_with("password", form::TOO_LONG, vec![("max", LONGEST.into())]);
        }
        faults.into_result(Credentials { account, password })
    }
}

/// A password that may be used from now on.
pub struct NewPassword(String);

impl NewPassword {
    /// Reads the fields `new` and `again`. `own` are names and addresses of the person, which others know too.
    pub fn check(fields: &Fields, faults: &mut Faults, own: &[&str]) -> Option<NewPassword> {
        let text = fields.raw("new");
        let length = text.chars().count();
        if text.is_empty() {
            faults.add("new", form::REQUIRED);
        } else if length < SHORTEST {
            faults.add_with(
                "new",
                "identity-password-short",
                vec![("min", SHORTEST.into())],
            );
        } else if length > LONGEST {
            faults.add_with("new", form::TOO_LONG, vec![("max", LONGEST.into())]);
        } else if is_own(text, own) {
            faults.add("new", "identity-password-own");
        } else if is_common(text) {
            faults.add("new", "identity-password-common");
        } else if text != fields.raw("again") {
            faults.add("again", "identity-password-again");
        } else {
            return Some(NewPassword(text.to_owned()));
        }
        None
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}

fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Whether little is left when the person's own names are taken out.
fn is_own(password: &str, own: &[&str]) -> bool {
    let whole = folded(password);
    let mut parts: Vec<String> = own
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .map(folded)
        .filter(|part| part.chars().count() >= 3)
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let rest = parts
        .iter()
        .fold(whole.clone(), |rest, part| rest.replace(part, ""));
    rest.len() < whole.len() && letters(&rest) < 6
}

/// Whether little is left when what everybody tries is taken out, digits included.
fn is_common(password: &str) -> bool {
    let whole = folded(password);
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    let rest = COMMON
        .iter()
        .fold(whole.clone(), |rest, word| rest.replace(word, ""));
    let marks = password.chars().filter(|c| !c.is_alphanumeric()).count();
    different.len() < 5 || letters(&rest) + marks < 4
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// 128 bits in groups that can be read from a console and typed.
pub fn grouped(bytes: &[u8; 16]) -> String {
    let pairs: Vec<String> = bytes
        .chunks(2)
        .map(|two| format!("{:02x}{:02x}", two[0], two[1]))
        .collect();
    pairs.join("-")
}

/// A typed code without what only helps reading it.
pub fn plain_code(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_hexdigit)
        .collect::<String>()
        .to_lowercase()
}

/// Whether the address is one of the municipality's own. Not a subdomain: those may belong to others.
pub fn of_domain(email: &str, domains: &[String]) -> bool {
    email
        .rsplit_once('@')
        .is_some_and(|(_, domain)| domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_gone_to() {
        for own in ["/", "/incidents/new?kind=a", "/a%2F%2Fb"] {
            assert_eq!(own_path(own), own);
        }
        let foreign = [
            "",
            "incidents",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/ /evil.example",
            "/\n/evil.example",
            "javascript:alert(1)",
            " /a",
            "/ä",
        ];
        for to in foreign {
            assert_eq!(own_path(to), "/", "{to:?}");
        }
    }

    fn faults(password: &str, again: &str) -> Vec<&'static str> {
        let pairs = [("new", password), ("again", again)];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut faults = Faults::new();
        let own = ["Anna", "Virtanen-Ek", "anna.virtanen@vesala.example"];
        let made = NewPassword::check(&Fields::from_pairs(pairs.to_vec()), &mut faults, &own);
        assert_eq!(made.is_some(), faults.is_empty());
        faults.iter().map(|fault| fault.message).collect()
    }

    #[test]
    fn a_password_is_long_unknown_and_not_the_persons_name() {
        assert!(faults("sininen ovi narisee", "sininen ovi narisee").is_empty());
        assert!(faults("kP7#vq2!xLw9", "kP7#vq2!xLw9").is_empty());
        assert_eq!(faults("", ""), ["fault-required"]);
        assert_eq!(
            faults("lyhyt sana", "lyhyt sana"),
            ["identity-password-short"]
        );
        assert_eq!(faults(&"a1b2c3".repeat(40), ""), ["fault-too-long"]);
        for common in [
            "password1234",
            "Salasana2026!",
            "qwertyuiop123",
            "123456789012",
            "Kesä2026Kesä2026",
            "aaaabbbbcccc",
        ] {
            assert_eq!(
                faults(common, common),
                ["identity-password-common"],
                "{common}"
            );
        }
        for own in ["AnnaVirtanen1", "virtanen.anna.2026", "vesala-anna-123"] {
            assert_eq!(faults(own, own), ["identity-password-own"], "{own}");
        }
        assert_eq!(
            faults("sininen ovi narisee", "sininen ovi"),
            ["identity-password-again"]
        );
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = grouped(&[0x0a, 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
        assert_eq!(code, "0aff-0102-0304-0506-0708-090a-0b0c-0d0e");
        assert_eq!(
            plain_code(" 0AFF 0102-0304 05060708-090a-0b0c 0d0e\n"),
            plain_code(&code)
        );
    }

    #[test]
    fn only_the_whole_domain_counts() {
        let own = ["vesala.example".to_owned()];
        assert!(of_domain("a@Vesala.example", &own));
        for other in [
            "a@b.vesala.example",
            "a@evilvesala.example",
            "vesala.example",
            "a@vesala.example@evil.example",
        ] {
            assert!(!of_domain(other, &own), "{other}");
        }
    }
}
