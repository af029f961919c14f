//! One finding: what, where, how sure and why.

use std::fmt;
use std::ops::Range;

use crate::kinds::{Category, Country, Kind, Series, named};

/// One thing found. `span` is in bytes of the text that was searched and lies on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where: bytes from `start` up to, not including, `end`.
    pub span: Range<usize>,
    /// How sure.
    pub strength: Strength,
    /// Why.
    pub reasons: Reasons,
    /// Whose rule matched, where a country has one.
    pub country: Option<Country>,
    /// What part of life it belongs to.
    pub category: Category,
    /// Which series of the kind.
    pub series: Series,
    /// The normalised form, by which the same thing is recognised again.
    pub value: Value,
}

impl Finding {
    /// A finding with the category's defaults: no country, ordinary series.
    #[must_use]
    pub fn new(
        kind: Kind,
        category: Category,
        span: Range<usize>,
        strength: Strength,
        value: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            span,
            strength,
            reasons: Reasons::NONE,
            country: None,
            category,
            series: Series::Ordinary,
            value: Value(value.into()),
        }
    }

    /// The same with these reasons.
    #[must_use]
    pub const fn because(mut self, reasons: Reasons) -> Self {
        self.reasons = reasons;
        self
    }

    /// Whether it stands for one natural person by a number.
    #[must_use]
    pub fn is_person_number(&self) -> bool {
        self.kind.is_person_number() && self.series != Series::Company
    }

    /// Whether it is a published test number or of a series made for tests.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.reasons.has(Reason::TestNumber)
    }
}

/// The normalised form. `Debug` masks it, so that it does not end in a log by accident; `as_str` gives it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(pub(crate) String);

impl Value {
    /// The normalised form in the clear.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({} characters)", self.0.chars().count())
    }
}

named! {
    /// How sure a finding is.
    Strength {
        /// A shape that other things share, or a word that lowered it.
        Weak = "weak",
        /// Decided by its form.
        Likely = "likely",
        /// Form and something beside it agree.
        Strong = "strong",
    }
}

named! {
    /// Why something was found, or why it is weaker than it could be.
    Reason {
        /// The form fits.
        Shape = "shape",
        /// Its check digits hold.
        CheckDigit = "check_digit",
        /// It is written with the kind's separator.
        Separator = "separator",
        /// A word near it names the kind.
        ContextWord = "context_word",
        /// A word right beside it names another kind of number.
        OtherWord = "other_word",
        /// A published test number, or of a series made for tests.
        TestNumber = "test_number",
        /// Letters that look like digits were read as digits.
        LookAlike = "look_alike",
        /// A word of a list.
        Word = "word",
        /// A phrase or a pattern of words.
        Phrase = "phrase",
        /// A code of a classification (ICD-10, SKS, ICPC).
        Code = "code",
        /// A person is named or numbered near it.
        NearPerson = "near_person",
        /// It is denied ("ingen allergi"), and no known person stands near.
        Negated = "negated",
        /// Part of the name of an institution or a street.
        Institution = "institution",
        /// A list of names knows it.
        NameList = "name_list",
        /// A municipality's own word or pattern.
        Own = "own",
    }
}

/// A set of [`Reason`]s.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Reasons(u32);

impl Reasons {
    /// No reason.
    pub const NONE: Self = Self(0);

    /// Only this one.
    #[must_use]
    pub const fn of(reason: Reason) -> Self {
        Self(1 << reason as u32)
    }

    /// With this one as well.
    #[must_use]
    pub const fn and(self, reason: Reason) -> Self {
        Self(self.0 | 1 << reason as u32)
    }

    /// With this one if `so`.
    #[must_use]
    pub const fn and_if(self, so: bool, reason: Reason) -> Self {
        if so { self.and(reason) } else { self }
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn has(self, reason: Reason) -> bool {
        self.0 & (1 << reason as u32) != 0
    }

    /// All of them, in the order of [`Reason::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.iter().copied().filter(move |r| self.has(*r))
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(Reason::name))
            .finish()
    }
}
