//! The Nordic countries: whose law holds in an installation (the country that the configuration names, else the one
//! of its time zone) or for one of its controllers.

kit::choices! {
    /// A country whose law the program knows something of.
    pub enum Country {
        Fi = "fi", "organisation-country-fi";
        Se = "se", "organisation-country-se";
        Dk = "dk", "organisation-country-dk";
        No = "no", "organisation-country-no";
        Is = "is", "organisation-country-is";
    }
}

impl Country {
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
