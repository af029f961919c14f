//! The Nordic countries, for what the law of a controller's country decides.

use kit::clock::Zone;
use serde::Deserialize;

/// Whose national law and holidays count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
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

    /// The country whose clocks a zone is; for an installation that does not name its country.
    pub fn of_zone(zone: &Zone) -> Option<Country> {
        Some(match zone.name() {
            "Europe/Helsinki" | "Europe/Mariehamn" => Country::Fi,
            "Europe/Stockholm" => Country::Se,
            "Europe/Copenhagen" => Country::Dk,
            "Europe/Oslo" => Country::No,
            "Atlantic/Reykjavik" => Country::Is,
            _ => return None,
        })
    }
}
