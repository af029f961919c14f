//! Whom to call when it cannot wait, by country: data, because a wrong number costs time.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::Country;

/// The numbers of a country.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// None: where no line is the country's.
    #[serde(default)]
    country: Option<Country>,
    pub police: String,
    pub ambulance: String,
    pub fire: String,
    /// Where the numbers are from.
    #[serde(rename = "source")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    emergency: Vec<Emergency>,
}

impl Emergency {
    /// The country's line, else the one that holds in the whole Union and the EEA.
    pub fn of(country: Option<Country>) -> Option<&'static Emergency> {
        static FILE: LazyLock<Vec<Emergency>> = LazyLock::new(|| {
            // A test reads it, so it always reads.
            toml::from_str::<File>(include_str!("../data/emergency.toml"))
                .map_or_else(|_| Vec::new(), |file| file.emergency)
        });
        let line = |of: Option<Country>| FILE.iter().find(|line| line.country == of);
        country
            .and_then(|country| line(Some(country)))
            .or_else(|| line(None))
    }

    /// Whether one number is for everything.
    pub fn is_one(&self) -> bool {
        self.police == self.ambulance && self.police == self.fire
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_for_everything_but_in_norway() {
        for country in Country::ALL.map(Some).into_iter().chain([None]) {
            let numbers = Emergency::of(country).unwrap();
            assert_eq!(numbers.police, "112", "{country:?}");
            assert_eq!(
                numbers.is_one(),
                country != Some(Country::No),
                "{country:?}"
            );
        }
        let norway = Emergency::of(Some(Country::No)).unwrap();
        assert_eq!(
            (norway.ambulance.as_str(), norway.fire.as_str()),
            ("113", "110")
        );
    }
}
