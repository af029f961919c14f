//! Digits that may be one number, and what they were found to be.

use crate::finding::{Finding, Reason, Reasons, Strength, Value};
use crate::kinds::{Category, Country, Kind, Series};

use super::tokens::{Gap, Token};

/// How the groups of a number are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Digits in a row.
    Bare,
    /// The kind's own separator: a dash.
    Hyphen,
    /// The plus sign of those past a hundred years.
    Plus,
    /// Spaces, a slash, a full stop, a line break.
    Loose,
    /// Groups that no rule knows: only a word beside can make a number of them.
    Any,
}

/// Powers of ten, by how many zeros they have.
const TENS: [u64; 20] = {
    let mut tens = [1; 20];
    let mut at = 1;
    while at < 20 {
        tens[at] = tens[at - 1] * 10;
        at += 1;
    }
    tens
};

/// Digits that may be one number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) digits: u64,
    pub(crate) len: usize,
    pub(crate) form: Form,
}

impl Number {
    pub(crate) fn of(token: &Token) -> Self {
        Self {
            start: token.start,
            end: token.end,
            digits: token.value,
            len: token.len,
            form: Form::Bare,
        }
    }

    /// All tokens as one number; `None` past 19 digits.
    pub(crate) fn joined(tokens: &[Token], form: Form) -> Option<Self> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let mut digits = 0_u64;
        let mut len = 0;
        for token in tokens {
            len += token.len;
            if len > 19 {
                return None;
            }
            let scale = *TENS.get(token.len)?;
            digits = digits.checked_mul(scale)?.checked_add(token.value)?;
        }
        Some(Self {
            start: first.start,
            end: last.end,
            digits,
            len,
            form,
        })
    }

    /// The first `places` digits; 0 when there are not as many.
    pub(crate) fn lead(&self, places: usize) -> u64 {
        let rest = self.len.checked_sub(places).and_then(|rest| TENS.get(rest));
        rest.map_or(0, |rest| self.digits / rest)
    }

    /// The digits with their leading zeros.
    pub(crate) fn text(&self) -> String {
        let mut text = vec![b'0'; self.len];
        let mut rest = self.digits;
        for place in text.iter_mut().rev() {
            *place = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        String::from_utf8(text).unwrap_or_default()
    }
}

/// What joins a date and a serial.
pub(crate) const fn form(gap: Gap) -> Option<Form> {
    match gap {
        Gap::Hyphen => Some(Form::Hyphen),
        Gap::Plus => Some(Form::Plus),
        Gap::Space | Gap::Line | Gap::Slash | Gap::Dot => Some(Form::Loose),
        Gap::Break | Gap::Letter(_) | Gap::Nothing => None,
    }
}

/// A finding that still competes with others for the same digits.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) finding: Finding,
    /// Whether a word near it names its kind.
    pub(crate) named: bool,
    /// The higher wins where two overlap.
    pub(crate) rank: u8,
}

impl Reading {
    pub(crate) fn new(kind: Kind, span: (usize, usize), value: String, rank: u8) -> Self {
        Self {
            finding: Finding {
                kind,
                span: span.0..span.1,
                strength: Strength::Likely,
                reasons: Reasons::of(Reason::Shape),
                country: None,
                category: category(kind),
                series: Series::Ordinary,
                value: Value(value),
            },
            named: false,
            rank,
        }
    }

    pub(crate) fn country(mut self, country: Option<Country>) -> Self {
        self.finding.country = country;
        self
    }

    pub(crate) fn series(mut self, series: Series) -> Self {
        self.finding.series = series;
        if series == Series::Synthetic {
            self.finding.reasons = self.finding.reasons.and(Reason::TestNumber);
        }
        self
    }

    pub(crate) fn strength(mut self, strength: Strength) -> Self {
        self.finding.strength = strength;
        self
    }

    pub(crate) fn because(mut self, so: bool, reason: Reason) -> Self {
        self.finding.reasons = self.finding.reasons.and_if(so, reason);
        self.named |= so && reason == Reason::ContextWord;
        self
    }
}

const fn category(kind: Kind) -> Category {
    match kind {
        Kind::Iban | Kind::BankAccount | Kind::Card => Category::Money,
        Kind::Phone | Kind::Email => Category::Contact,
        Kind::Orgnr => Category::Organisation,
        Kind::Own => Category::Own,
        _ => Category::IdentityNumber,
    }
}
