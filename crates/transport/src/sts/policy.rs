//! What a policy says; pure.

use serde::{Deserialize, Serialize};

/// The longest time that a policy may hold (RFC 8461, 3.2). Seconds.
const LONGEST: u64 = 31_557_600;
/// Servers in a policy.
const HOSTS: usize = 200;

/// Whether a policy protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Enforce,
    Testing,
    None,
}

impl Mode {
    /// As the policy writes it.
    pub fn code(self) -> &'static str {
        match self {
            Mode::Enforce => "enforce",
            Mode::Testing => "testing",
            Mode::None => "none",
        }
    }
}

/// RFC 8461, 3.2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    pub mode: Mode,
    /// Names of servers; `*.` stands for one label.
    pub mx: Vec<String>,
    /// Seconds.
    pub max_age: u64,
}

impl Policy {
    /// Reads a policy.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Policy, String> {
        let (mut version, mut mode, mut max_age, mut mx) = (None, None, None, Vec::new());
        for line in text.split('\n') {
            let Some((key, value)) = line.trim().split_once(':') else {
                continue;
            };
            let value = value.trim();
            // The first of a kind counts; names that nobody knows are left out.
            match key.trim() {
                "version" => version = version.or(Some(value)),
                "mode" => mode = mode.or(Some(value)),
                "max_age" => max_age = max_age.or(Some(value)),
                "mx" if mx.len() < HOSTS => {
                    mx.push(value.trim_end_matches('.').to_ascii_lowercase())
                }
                _ => {}
            }
        }
        if version != Some("STSv1") {
            return Err("a policy of no known version".to_owned());
        }
        let mode = match mode {
            Some("enforce") => Mode::Enforce,
            Some("testing") => Mode::Testing,
            Some("none") => Mode::None,
            _ => return Err("a policy without a known mode".to_owned()),
        };
        let max_age = max_age.filter(|text| text.len() <= 10);
        let max_age = max_age.and_then(|text| text.parse::<u64>().ok());
        if mx.is_empty() && mode != Mode::None {
            return Err("a policy without servers".to_owned());
        }
        Ok(Policy {
            mode,
            mx,
            max_age: max_age.ok_or("a policy without a time")?.min(LONGEST),
        })
    }

    /// Whether the policy lists the host (RFC 8461, 4.1).
    pub fn lists(&self, host: &str) -> bool {
        self.mx
            .iter()
            .any(|pattern| match pattern.strip_prefix("*.") {
                Some(parent) => host.split_once('.').is_some_and(|(first, rest)| {
                    !first.is_empty() && rest.eq_ignore_ascii_case(parent)
                }),
                None => pattern.eq_ignore_ascii_case(host),
            })
    }
}

/// The number of the policy that a domain announces: `v=STSv1; id=20260101;`. Two announcements are none.
pub fn announced(texts: &[Vec<u8>]) -> Option<String> {
    let mut texts = texts
        .iter()
        .filter_map(|text| std::str::from_utf8(text).ok())
        .filter(|text| {
            text.split(';')
                .next()
                .is_some_and(|first| first.trim() == "v=STSv1")
        });
    let only = texts.next().filter(|_| texts.next().is_none())?;
    let id = only
        .split(';')
        .find_map(|field| field.trim().strip_prefix("id="))?;
    let fits = (1..=32).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| id.to_owned())
}
