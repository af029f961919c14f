//! What a person has asked for, as the decision sees it.

use super::level::Level;

kit::choices! {
    /// How somebody wants to be written to.
    pub enum Channel {
        /// By letter alone.
        Letter = "letter", "guard-channel-letter";
        /// Encrypted mail alone.
        Encrypted = "encrypted", "guard-channel-encrypted";
        /// One address alone.
        Address = "address", "guard-channel-address";
    }
}

/// Whose wish it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishOf {
    /// Of this recipient: the place in the list of addresses that was asked about.
    Recipient(usize),
    /// Of a person whose identity number stands in the mail.
    Subject,
}

/// A wish that concerns a mail. A wish for less than the law asks has [`Level::Open`] and changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub level: Level,
    pub channel: Channel,
    pub of: WishOf,
}

/// An identity number found in the mail, in the form by which its person is known again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// `detect::Kind::name`.
    pub kind: &'static str,
    /// `detect::Value::as_str`; Swedish numbers without the century.
    pub value: String,
}

/// Masked, so that it does not end in a log by accident.
impl std::fmt::Debug for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Number({})", self.kind)
    }
}
