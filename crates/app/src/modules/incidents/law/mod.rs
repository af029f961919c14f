//! What the law asks of a case: limits as dated data, the clocks of a case and their reminders, the score and the
//! reference cases that advise an assessment, and the reasons that a decision must have.

pub mod model;
mod web;

use kit::clock::Zone;

use model::{Country, Law};

pub use web::times::{Time, in_words, times};

/// Lays down the law of this installation when the program starts.
///
/// # Errors
/// An unknown country, a wrong line in the installation's own file, a confirmation of a line that does not exist.
pub fn lay_down_law(
    country: Option<&str>,
    zone: &Zone,
    own: &str,
    confirmed: &[String],
) -> Result<(), String> {
    let country = match country {
        Some(code) => Some(
            Country::parse(code).ok_or(format!("country {code:?} is none of fi se dk no is"))?,
        ),
        None => Country::of_zone(zone),
    };
    let law = Law::built_in()
        .with(Law::parse(own)?)
        .confirmed(confirmed)?;
    law.of(country).lay_down();
    Ok(())
}

#[cfg(test)]
mod tests;
