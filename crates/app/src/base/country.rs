//! The Nordic countries: whose law holds in an installation (the country that the configuration names, else the one
//! of its time zone) or for one of its controllers.

use serde::{Deserialize, Serialize};

/// A country whose law the program knows something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Country {
    Fi,
    Se,
    Dk,
    No,
    Is,
}

impl Country {
    pub const ALL: [Country; 5] = [
        Country::Fi,
        Country::Se,
        Country::Dk,
        Country::No,
        Country::Is,
    ];

    /// The form in the configuration and in data, and what a message chooses its words by.
    pub fn code(self) -> &'static str {
        match self {
            Country::Fi => "fi",
            Country::Se => "se",
            Country::Dk => "dk",
            Country::No => "no",
            Country::Is => "is",
        }
    }

    /// Message with the country's name.
    pub fn word(self) -> &'static str {
        match self {
            Country::Fi => "organisation-country-fi",
            Country::Se => "organisation-country-se",
            Country::Dk => "organisation-country-dk",
            Country::No => "organisation-country-no",
            Country::Is => "organisation-country-is",
        }
    }

    pub fn parse(code: &str) -> Option<Country> {
        Country::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The country whose clocks a time zone (by its IANA name) is.
    pub fn of_zone(zone: &str) -> Option<Country> {
        Some(match zone {
            "Europe/Helsinki" | "Europe/Mariehamn" => Country::Fi,
            "Europe/Stockholm" => Country::Se,
            "Europe/Copenhagen" => Country::Dk,
            "Europe/Oslo" | "Arctic/Longyearbyen" => Country::No,
            "Atlantic/Reykjavik" => Country::Is,
            _ => return None,
        })
    }

    /// As configured, else the country of the zone.
    pub fn of(configured: Option<&str>, zone: &str) -> Option<Country> {
        configured
            .and_then(Country::parse)
            .or_else(|| Country::of_zone(zone))
    }

    /// The argument by which a message names what is the country's: its authority above all. Where the country is
    /// not known the message says it without a name.
    pub fn choosing(country: Option<Country>) -> &'static str {
        country.map_or("none", Country::code)
    }
}

#[cfg(test)]
mod tests {
    use super::Country;

    #[test]
    fn what_is_configured_goes_before_the_zone() {
        assert_eq!(Country::of(None, "Europe/Helsinki"), Some(Country::Fi));
        assert_eq!(
            Country::of(Some("no"), "Europe/Helsinki"),
            Some(Country::No)
        );
        assert_eq!(Country::of(None, "UTC"), None);
        for country in Country::ALL {
            assert_eq!(Country::parse(country.code()), Some(country));
        }
    }
}
