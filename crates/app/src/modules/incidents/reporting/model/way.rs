//! How a report came in, when nobody was signed in for it.

/// A way in without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The public page, and nobody left a way to reach them.
    Anonymous,
    /// The public page, and somebody left one.
    Public,
    /// Told on the phone or at a desk, typed by somebody who works here.
    Operator,
    /// A mail to the report address.
    Mail,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::Anonymous, Way::Public, Way::Operator, Way::Mail];

    /// The form that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Way::Anonymous => "anonymous",
            Way::Public => "public",
            Way::Operator => "operator",
            Way::Mail => "mail",
        }
    }

    pub fn parse(code: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.code() == code)
    }

    /// The message with its name.
    pub fn word(self) -> &'static str {
        match self {
            Way::Anonymous => "incidents-reporting-way-anonymous",
            Way::Public => "incidents-reporting-way-public",
            Way::Operator => "incidents-reporting-way-operator",
            Way::Mail => "incidents-reporting-way-mail",
        }
    }

    /// Whether only the day of its arrival is kept. Mail leaves its time on every server it passes, so there it
    /// would protect nobody.
    pub fn day_only(self) -> bool {
        self != Way::Mail
    }
}
