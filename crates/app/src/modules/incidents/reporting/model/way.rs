//! How a report came in, when nobody was signed in for it.

kit::choices! {
    /// A way in without an account.
    pub enum Way {
        /// The public page, and nobody left a way to reach them.
        Anonymous = "anonymous", "incidents-reporting-way-anonymous";
        /// The public page, and somebody left one.
        Public = "public", "incidents-reporting-way-public";
        /// Told on the phone or at a desk, typed by somebody who works here.
        Operator = "operator", "incidents-reporting-way-operator";
        /// A mail to the report address.
        Mail = "mail", "incidents-reporting-way-mail";
    }
}

impl Way {
    /// Whether only the day of its arrival is kept. Mail leaves its time on every server it passes, so there it
    /// would protect nobody.
    pub fn day_only(self) -> bool {
        self != Way::Mail
    }
}
