//! Languages: messages by Fluent, dates, numbers, lists and order by ICU4X, texts that people write in several languages.
//!
//! [`Words`] holds every message, built once and checked while it is built. A page speaks with a [`Tongue`]:
//! one language, one time zone. The module has no messages of its own.

mod formats;
mod lang;
mod messages;
mod texts;
mod tongue;

pub use lang::Lang;
pub use messages::{Arg, Words};
pub use texts::Texts;
pub use tongue::Tongue;

#[cfg(test)]
mod tests;
