//! Rules and types of the law on a case; pure.

mod days;
mod table;

#[cfg(test)]
pub use days::easter;
#[cfg(test)]
pub use table::Due;
pub use table::{Country, Law, Rule};
