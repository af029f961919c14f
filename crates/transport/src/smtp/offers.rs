//! What a server can do, as it says after EHLO.

/// The extensions that matter here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    pub starttls: bool,
    pub pipelining: bool,
    pub eight_bit: bool,
    pub smtputf8: bool,
    pub dsn: bool,
    /// The largest message in bytes, where the server says one.
    pub size: Option<u64>,
}

impl Offers {
    /// From the lines of the answer; the first one is a greeting.
    pub(super) fn read(text: &str) -> Offers {
        let mut offers = Offers::default();
        for line in text.split('\n').skip(1) {
            let mut words = line.split_ascii_whitespace();
            match words
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase()
                .as_str()
            {
                "STARTTLS" => offers.starttls = true,
                "PIPELINING" => offers.pipelining = true,
                "8BITMIME" => offers.eight_bit = true,
                "SMTPUTF8" => offers.smtputf8 = true,
                "DSN" => offers.dsn = true,
                // RFC 1870, 4: zero says that there is no limit.
                "SIZE" => {
                    offers.size = words
                        .next()
                        .and_then(|size| size.parse().ok())
                        .filter(|size| *size > 0);
                }
                _ => {}
            }
        }
        offers
    }
}
