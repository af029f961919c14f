//! The words of `detect` and `extract` in the reader's language: every member of their lists has a message.

use detect::{Category, Class, Kind, Reason, Strength};
use extract::Spot;
use kit::words::Tongue;

/// What was found.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Cpr => "findings-kind-cpr",
        Kind::Hetu => "findings-kind-hetu",
        Kind::Personnummer => "findings-kind-personnummer",
        Kind::Samordningsnummer => "findings-kind-samordningsnummer",
        Kind::Reservnummer => "findings-kind-reservnummer",
        Kind::Fodselsnummer => "findings-kind-fodselsnummer",
        Kind::Duf => "findings-kind-duf",
        Kind::Kennitala => "findings-kind-kennitala",
        Kind::Ptal => "findings-kind-ptal",
        Kind::BirthDate => "findings-kind-birth-date",
        Kind::Iban => "findings-kind-iban",
        Kind::BankAccount => "findings-kind-bank-account",
        Kind::Card => "findings-kind-card",
        Kind::Phone => "findings-kind-phone",
        Kind::Email => "findings-kind-email",
        Kind::Mrz => "findings-kind-mrz",
        Kind::Document => "findings-kind-document",
        Kind::Orgnr => "findings-kind-orgnr",
        Kind::Own => "findings-kind-own",
        Kind::Matter => "findings-kind-matter",
        Kind::Name => "findings-kind-name",
    }
}

/// What part of life it belongs to.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::IdentityNumber => "findings-category-identity-number",
        Category::Money => "findings-category-money",
        Category::Contact => "findings-category-contact",
        Category::Organisation => "findings-category-organisation",
        Category::Person => "findings-category-person",
        Category::Health => "findings-category-health",
        Category::Ethnicity => "findings-category-ethnicity",
        Category::Religion => "findings-category-religion",
        Category::Politics => "findings-category-politics",
        Category::Union => "findings-category-union",
        Category::SexualLife => "findings-category-sexual-life",
        Category::Biometric => "findings-category-biometric",
        Category::Crime => "findings-category-crime",
        Category::SocialServices => "findings-category-social-services",
        Category::ChildProtection => "findings-category-child-protection",
        Category::School => "findings-category-school",
        Category::ProtectedIdentity => "findings-category-protected-identity",
        Category::Personnel => "findings-category-personnel",
        Category::Own => "findings-category-own",
    }
}

pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "findings-strength-weak",
        Strength::Likely => "findings-strength-likely",
        Strength::Strong => "findings-strength-strong",
    }
}

/// Why it was found.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Shape => "findings-why-shape",
        Reason::CheckDigit => "findings-why-check-digit",
        Reason::Separator => "findings-why-separator",
        Reason::ContextWord => "findings-why-context-word",
        Reason::OtherWord => "findings-why-other-word",
        Reason::TestNumber => "findings-why-test-number",
        Reason::LookAlike => "findings-why-look-alike",
        Reason::Word => "findings-why-word",
        Reason::Phrase => "findings-why-phrase",
        Reason::Code => "findings-why-code",
        Reason::NearPerson => "findings-why-near-person",
        Reason::Negated => "findings-why-negated",
        Reason::Institution => "findings-why-institution",
        Reason::NameList => "findings-why-name-list",
        Reason::Own => "findings-why-own",
    }
}

/// How a text may travel.
pub fn class(class: Class) -> &'static str {
    match class {
        Class::Open => "findings-class-open",
        Class::Internal => "findings-class-internal",
        Class::Confidential => "findings-class-confidential",
        Class::Sensitive => "findings-class-sensitive",
    }
}

/// What to do with a text of this class.
pub fn advice(class: Class) -> &'static str {
    match class {
        Class::Open => "findings-advice-open",
        Class::Internal => "findings-advice-internal",
        Class::Confidential => "findings-advice-confidential",
        Class::Sensitive => "findings-advice-sensitive",
    }
}

/// What a part of a file is.
pub fn part_kind(kind: extract::Kind) -> &'static str {
    match kind {
        extract::Kind::Text => "findings-part-text",
        extract::Kind::Headers => "findings-part-headers",
        extract::Kind::TraceHeaders => "findings-part-trace-headers",
        extract::Kind::Names => "findings-part-names",
        extract::Kind::Html => "findings-part-html",
        extract::Kind::HtmlHidden => "findings-part-html-hidden",
        extract::Kind::Document => "findings-part-document",
        extract::Kind::Notes => "findings-part-notes",
        extract::Kind::Sheet => "findings-part-sheet",
        extract::Kind::Slides => "findings-part-slides",
        extract::Kind::Properties => "findings-part-properties",
        extract::Kind::Calendar => "findings-part-calendar",
        extract::Kind::Picture => "findings-part-picture",
        extract::Kind::Strings => "findings-part-strings",
        extract::Kind::Raw => "findings-part-raw",
        extract::Kind::File => "findings-part-file",
    }
}

/// Why something was not inspected.
pub fn unread(reason: extract::Reason) -> &'static str {
    match reason {
        extract::Reason::Encrypted => "findings-unread-encrypted",
        extract::Reason::UnknownType => "findings-unread-unknown-type",
        extract::Reason::OldFormat => "findings-unread-old-format",
        extract::Reason::NoOcr => "findings-unread-no-ocr",
        extract::Reason::NoPdfReader => "findings-unread-no-pdf-reader",
        extract::Reason::TooLarge => "findings-unread-too-large",
        extract::Reason::TooDeep => "findings-unread-too-deep",
        extract::Reason::TooManyParts => "findings-unread-too-many-parts",
        extract::Reason::TimedOut => "findings-unread-timed-out",
        extract::Reason::Broken => "findings-unread-broken",
        extract::Reason::Elsewhere => "findings-unread-elsewhere",
        extract::Reason::Crashed => "findings-unread-crashed",
        extract::Reason::Unreadable => "findings-unread-unreadable",
    }
}

/// "line 3", "page 2", "cell B7".
pub fn place(w: &Tongue, spot: Spot) -> String {
    match spot {
        Spot::Line(line) => w.one("findings-at-line", "number", i64::from(line)),
        Spot::Page(page) => w.one("findings-at-page", "number", i64::from(page)),
        Spot::Slide(slide) => w.one("findings-at-slide", "number", i64::from(slide)),
        Spot::Cell { row, column } => {
            w.one("findings-at-cell", "cell", Spot::cell_name(row, column))
        }
    }
}

/// A test number or a denied word is shown, but weighs nothing.
pub fn is_shown_plain(finding: &detect::Finding) -> bool {
    finding.is_test()
        || finding.reasons.has(Reason::Negated)
        || finding.reasons.has(Reason::Institution)
}
