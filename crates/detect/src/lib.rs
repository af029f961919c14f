//! Text in, findings out: identity numbers of the Nordic countries, sensitive matters and names of persons.
//!
//! The crate reads no file, no network and no clock, has no unsafe code, and never panics whatever the text. The
//! same text gives the same findings on every day and however it was cut ([`Stream`]).
//!
//! ```
//! use detect::{Class, Detector, Kind, Options, Policy};
//!
//! let detector = Detector::new(Options::default());
//! let text = "Vedr. fakturanummer 4711. Borgerens cpr er 010180–0008.";
//! let findings = detector.find(text);
//! let cpr = findings.iter().find(|f| f.kind == Kind::Cpr).unwrap();
//! assert_eq!(&text[cpr.span.clone()], "010180–0008");
//! assert_eq!(cpr.value.as_str(), "0101800008");
//!
//! let verdict = Policy::shipped().judge(&findings);
//! assert_eq!(verdict.class, Class::Confidential);
//! assert_eq!(detect::redact(text, &findings), "Vedr. fakturanummer 4711. Borgerens cpr er ███.");
//! ```
//!
//! Three parts may be switched on one by one ([`Options`]): identifiers alone are found at the speed of memory,
//! matters cost a look at the words near those of the lists, names are looked for by lists and rules.

mod finding;
mod findings;
mod identifiers;
mod kinds;
mod lanes;
mod matters;
mod names;
mod own;
mod policy;
mod redact;
mod stream;

pub use finding::{Finding, Reason, Reasons, Strength, Value};
pub use findings::{Findings, Summary};
pub use kinds::{Article, Category, Country, Kind, Series};
pub use own::{Own, OwnFault, Pattern, Word};
pub use policy::{Class, Policy, PolicyFault, Rule, Verdict};
pub use redact::redact;
pub use stream::Stream;

/// What to look for. `Default` looks for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Numbers and addresses: cheapest.
    pub identifiers: bool,
    /// Health, social services and the other matters of [`Category`].
    pub matters: bool,
    /// Names of persons.
    pub names: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            identifiers: true,
            matters: true,
            names: true,
        }
    }
}

impl Options {
    /// Only identifiers.
    pub const IDENTIFIERS: Self = Self {
        identifiers: true,
        matters: false,
        names: false,
    };
    /// Identifiers and matters.
    pub const MATTERS: Self = Self {
        identifiers: true,
        matters: true,
        names: false,
    };
}

/// Finds. Made once and used from many threads: `find` takes `&self` and keeps nothing of the text, only the emptied room
/// it worked in.
#[derive(Debug)]
pub struct Detector {
    options: Options,
    identifiers: identifiers::Identifiers,
    matters: Option<matters::Matters>,
    names: Option<names::Names>,
}

impl Detector {
    /// A detector with the shipped lists.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self::with_own(options, &Own::default())
    }

    /// A detector that also knows a municipality's own words and patterns.
    #[must_use]
    pub fn with_own(options: Options, own: &Own) -> Self {
        Self {
            options,
            identifiers: identifiers::Identifiers::new(own),
            matters: options.matters.then(|| matters::Matters::new(own)),
            names: options.names.then(names::Names::new),
        }
    }

    /// What it looks for.
    #[must_use]
    pub const fn options(&self) -> Options {
        self.options
    }

    /// Everything found in `text`, sorted by place. Spans are bytes of `text`, on character boundaries.
    #[must_use]
    pub fn find(&self, text: &str) -> Findings {
        Findings::new(stream::whole(self, text))
    }

    /// Redacts again until nothing is found: taking one thing out may let another be seen.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for _ in 0..8 {
            let findings = self.find(&clean);
            if findings.is_empty() {
                break;
            }
            clean = redact(&clean, &findings);
        }
        clean
    }

    /// One piece that ends where nothing can reach over (see `stream`).
    fn find_piece(&self, piece: &str, found: &mut Vec<Finding>) {
        if self.options.identifiers {
            self.identifiers.find(piece, found);
        }
        let named = self.names.as_ref().map(|names| names.all(piece));
        if let Some(matters) = &self.matters {
            matters.find(piece, named.as_deref(), found);
        }
        if let Some(named) = named {
            names::Names::tell(named, found);
        }
        found.sort_by(|a, b| {
            (a.span.start, a.span.end, a.kind).cmp(&(b.span.start, b.span.end, b.kind))
        });
    }
}
