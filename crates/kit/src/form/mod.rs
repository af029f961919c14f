//! Form in, faults out.
//!
//! [`Fields`] is what a browser sent, in order and unjudged. The checks in this module take a field out of it as
//! a value and put what is wrong into [`Faults`], which the page shows beside the fields. Texts of faults are Fluent
//! keys; those that this module gives by itself are [`MESSAGES`].
//!
//! An empty field gives nothing and is no fault, unless the check is [`required`] or [`need`] follows.

mod checks;
mod fields;

pub use checks::{
    choice, clean, day, decimal, email, moment, need, optional, put_moment, required, turn, whole,
};
pub use fields::Fields;

use crate::words::{Arg, Tongue};

/// A field that must be filled in and is not.
pub const REQUIRED: &str = "fault-required";
/// Too many characters; `{ $max }` are allowed.
pub const TOO_LONG: &str = "fault-too-long";
/// Not a date.
pub const DAY: &str = "fault-day";
/// Not a date with a time.
pub const MOMENT: &str = "fault-moment";
/// A time that no clock showed, because the clocks went forward over it.
pub const SKIPPED: &str = "fault-moment-skipped";
/// A time that came twice, because the clocks went back over it: which one is asked beside the field.
pub const TWICE: &str = "fault-moment-twice";
/// Not a number.
pub const NUMBER: &str = "fault-number";
/// A number that is not between `{ $min }` and `{ $max }`.
pub const RANGE: &str = "fault-range";
/// Not one of the choices.
pub const CHOICE: &str = "fault-choice";
/// Not an e-mail address.
pub const EMAIL: &str = "fault-email";
/// A field of one value that came more than once.
pub const REPEATED: &str = "fault-twice";

/// Every message this module gives by itself: the product must have a text for each.
pub const MESSAGES: [&str; 11] = [
    REQUIRED, TOO_LONG, DAY, MOMENT, SKIPPED, TWICE, NUMBER, RANGE, CHOICE, EMAIL, REPEATED,
];

/// One thing that is wrong with one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: &'static str,
    /// The message's key.
    pub message: &'static str,
    /// What the message speaks of.
    pub args: Vec<(&'static str, Arg)>,
}

impl Fault {
    /// The fault in words.
    pub fn say(&self, tongue: &Tongue) -> String {
        tongue.with(self.message, &self.args)
    }
}

/// All that is wrong with a form, in the order it was found.
#[derive(Default, Clone, Debug, PartialEq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// No fault yet.
    pub fn new() -> Faults {
        Faults::default()
    }

    /// A fault of a field.
    pub fn add(&mut self, field: &'static str, message: &'static str) {
        self.add_with(field, message, Vec::new());
    }

    /// A fault of a field whose message speaks of something.
    pub fn add_with(
        &mut self,
        field: &'static str,
        message: &'static str,
        args: Vec<(&'static str, Arg)>,
    ) {
        self.0.push(Fault {
            field,
            message,
            args,
        });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults of one field.
    pub fn of(&self, field: &str) -> impl Iterator<Item = &Fault> {
        self.0.iter().filter(move |fault| fault.field == field)
    }

    /// All faults.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }

    /// The field of the first fault, which gets the focus.
    pub fn first_field(&self) -> Option<&'static str> {
        self.0.first().map(|fault| fault.field)
    }

    /// The value if nothing is wrong, else the faults.
    pub fn into_result<T>(self, value: T) -> Result<T, Faults> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

#[cfg(test)]
mod tests;
