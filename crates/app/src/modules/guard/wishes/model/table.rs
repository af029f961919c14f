//! A table of wishes: which column is which, by its heading in five languages, and each row judged.

use kit::clock::Day;
use kit::form::{self, Faults};
use kit::words::Lang;
use serde::{Deserialize, Serialize};

use super::{Asked, Checked, Draft, Source};

/// More rows than this are not read on one page.
pub const MOST: usize = 20_000;

/// Why a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    Broken,
    Nobody,
    Number,
    Address,
    Channel,
    Day,
    Source,
    Wished,
}

impl Why {
    pub fn word(self) -> &'static str {
        match self {
            Why::Broken => "guard-wishes-why-broken",
            Why::Nobody => "guard-wishes-fault-nobody",
            Why::Number => "guard-wishes-fault-number",
            Why::Address => "guard-wishes-fault-address",
            Why::Channel => "guard-wishes-why-channel",
            Why::Day => "guard-wishes-why-day",
            Why::Source => "guard-wishes-why-source",
            Why::Wished => "guard-wishes-fault-wished",
        }
    }
}

/// One row as it was read, so that it can wait sealed and be checked again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub place: u64,
    pub number: String,
    pub addresses: String,
    pub channel: String,
    pub wished: String,
    pub day: String,
    pub source: String,
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    pub taken: Vec<Record>,
    pub rejected: Vec<(u64, Why)>,
}

const COLUMNS: [(&str, &[&str]); 6] = [
    (
        "number",
        &[
            "number",
            "identity number",
            "henkilötunnus",
            "hetu",
            "personnummer",
            "cpr",
            "cpr-nummer",
            "fødselsnummer",
            "kennitala",
        ],
    ),
    (
        "addresses",
        &[
            "address",
            "addresses",
            "e-mail",
            "email",
            "mail",
            "sähköposti",
            "e-post",
            "e-mailadresse",
            "e-postadresse",
            "e-postadress",
        ],
    ),
    (
        "channel",
        &[
            "channel",
            "wish",
            "kanava",
            "toive",
            "kanal",
            "önskemål",
            "ønske",
        ],
    ),
    (
        "wished",
        &[
            "wished address",
            "only address",
            "toivottu osoite",
            "önskad adress",
            "ønsket adresse",
        ],
    ),
    (
        "day",
        &["day", "date", "päivä", "päivämäärä", "datum", "dato", "dag"],
    ),
    ("source", &["source", "lähde", "källa", "kilde"]),
];

const CHANNELS: [(Asked, &[&str]); 4] = [
    (
        Asked::Letter,
        &[
            "letter", "letters", "paper", "post", "kirje", "brev", "papir", "papper",
        ],
    ),
    (
        Asked::Encrypted,
        &[
            "encrypted",
            "secure",
            "salattu",
            "krypterad",
            "krypteret",
            "kryptert",
            "sikker mail",
        ],
    ),
    (Asked::Address, &["address", "osoite", "adress", "adresse"]),
    (
        Asked::Open,
        &[
            "open",
            "plain",
            "salaamaton",
            "öppen",
            "okrypterad",
            "ukrypteret",
            "ukryptert",
            "åben",
            "åpen",
        ],
    ),
];

const SOURCES: [(Source, &[&str]); 5] = [
    (Source::Letter, &["letter", "kirje", "brev"]),
    (Source::Phone, &["phone", "puhelin", "telefon"]),
    (
        Source::Meeting,
        &["visit", "käynti", "besök", "besøg", "besøk"],
    ),
    (Source::Mail, &["mail", "e-mail", "sähköposti", "e-post"]),
    (Source::Register, &["register", "krr", "far", "rekisteri"]),
];

fn plain(text: &str) -> String {
    let text = text
        .trim()
        .trim_matches(['.', ':', '*', '\u{feff}'])
        .to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn meant<T: Copy>(of: &[(T, &[&str])], text: &str) -> Option<T> {
    let text = plain(text);
    of.iter()
        .find(|(_, words)| words.contains(&text.as_str()))
        .map(|(code, _)| *code)
}

/// Reads a table that was cut into its head and rows.
///
/// # Errors
/// The message that says why this is no table of wishes.
pub fn read(
    head: &[String],
    rows: &[(u64, Vec<String>, bool)],
    today: Day,
) -> Result<Intake, &'static str> {
    let place = |wanted: &str| {
        let (_, words) = COLUMNS.iter().find(|(name, _)| *name == wanted)?;
        head.iter()
            .position(|cell| words.contains(&plain(cell).as_str()))
    };
    if place("channel").is_none() || (place("number").is_none() && place("addresses").is_none()) {
        return Err("guard-wishes-import-columns");
    }
    if rows.is_empty() {
        return Err("guard-wishes-import-empty");
    }
    if rows.len() > MOST {
        return Err("guard-wishes-import-many");
    }
    let mut intake = Intake::default();
    for (line, cells, broken) in rows {
        let cell = |wanted: &str| {
            let found = place(wanted).and_then(|at| cells.get(at));
            form::clean(found.map_or("", String::as_str))
                .trim()
                .to_owned()
        };
        let record = Record {
            place: *line,
            number: cell("number"),
            addresses: cell("addresses"),
            channel: cell("channel"),
            wished: cell("wished"),
            day: cell("day"),
            source: cell("source"),
        };
        match record
            .check(today)
            .map_err(|why| if *broken { Why::Broken } else { why })
        {
            Ok(_) if *broken => intake.rejected.push((*line, Why::Broken)),
            Ok(_) => intake.taken.push(record),
            Err(why) => intake.rejected.push((*line, why)),
        }
    }
    Ok(intake)
}

impl Record {
    /// # Errors
    /// Why it can't be taken.
    pub fn check(&self, today: Day) -> Result<Checked, Why> {
        let asked = Asked::parse(&plain(&self.channel)).or_else(|| meant(&CHANNELS, &self.channel));
        let source = match self.source.as_str() {
            "" => Some(Source::Register),
            text => meant(&SOURCES, text),
        };
        let draft = Draft {
            number: self.number.clone(),
            addresses: self.addresses.clone(),
            asked: Some(asked.ok_or(Why::Channel)?),
            wished: self.wished.clone(),
            day: Some(Day::parse(&self.day).ok_or(Why::Day)?),
            source: Some(source.ok_or(Why::Source)?),
            note: None,
            // A table says no language; the person chooses in the portal.
            lang: Some(Lang::En),
        };
        draft.check(Faults::new(), today).map_err(|faults| {
            match faults.iter().next().map(|fault| fault.message) {
                Some("guard-wishes-fault-nobody") => Why::Nobody,
                Some("guard-wishes-fault-number") => Why::Number,
                Some("guard-wishes-fault-address") => Why::Address,
                Some("guard-wishes-fault-wished") => Why::Wished,
                _ => Why::Day,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(place: u64, cells: &[&str]) -> (u64, Vec<String>, bool) {
        (
            place,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
            false,
        )
    }

    #[test]
    fn headings_and_words_of_five_languages_are_understood() {
        let today = Day::parse("2026-03-02").unwrap();
        for (head, channel) in [
            (["CPR", "Ønske", "Dato"], "brev"),
            (["Henkilötunnus", "Toive", "Päivä"], "kirje"),
            (["Personnummer", "Önskemål", "Datum"], "krypterad"),
            (["Fødselsnummer", "Kanal", "Dato"], "kryptert"),
            (["Identity number", "Wish", "Date"], "letter"),
        ] {
            let head: Vec<String> = head.map(str::to_owned).to_vec();
            let rows = [
                row(2, &["010180-0008", channel, "2026-02-01"]),
                row(3, &["12", channel, "2026-02-01"]),
                row(4, &["010180-0008", "by pigeon", "2026-02-01"]),
                row(5, &["010180-0008", channel, "yesterday"]),
            ];
            let intake = read(&head, &rows, today).unwrap();
            assert_eq!(intake.taken.len(), 1, "{head:?}");
            assert_eq!(
                intake.rejected,
                [(3, Why::Number), (4, Why::Channel), (5, Why::Day)]
            );
        }
        assert!(read(&["Name".to_owned()], &[row(2, &["x"])], today).is_err());
    }
}
