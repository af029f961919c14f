//! Published test numbers: found like any other, and marked. Source: identifiers.md sections 2 to 10, which names
//! the authorities that published them.

use crate::kinds::Kind;

const CPR: [&str; 3] = ["2512489996", "0108589995", "0505059996"];

const HETU: [&str; 21] = [
    "010594Y9032",
    "010594Y9021",
    "020594X903P",
    "020594X902N",
    "030594W903B",
    "030694W9024",
    "040594V9030",
    "040594V902Y",
    "050594U903M",
    "050594U902L",
    "010516B903X",
    "010516B902W",
    "020516C903K",
    "020516C902J",
    "030516D9037",
    "030516D9026",
    "010501E9032",
    "020502E902X",
    "020503F9037",
    "020504A902E",
    "020504B904H",
];

const PERSONNUMMER: [&str; 57] = [
    "194408139089",
    "199006022397",
    "199107172380",
    "199610202385",
    "190104132386",
    "200001052380",
    "199312172381",
    "195711212893",
    "195712302842",
    "196107293059",
    "196108193175",
    "196108283166",
    "196109072972",
    "197912309296",
    "200001022391",
    "200001032382",
    "200001042399",
    "199312162390",
    "190001042399",
    "194201199124",
    "190301249801",
    "199007212393",
    "199007282388",
    "199007302384",
    "195005050512",
    "195005050520",
    "195005050546",
    "191212121212",
    "193012299263",
    "194001079120",
    "195312242083",
    "197103011032",
    "199705162387",
    "193008077723",
    "193805028432",
    "194004057032",
    "194502024732",
    "194504118359",
    "195102031753",
    "195702182568",
    "196201082697",
    "196404153832",
    "197907179191",
    "197911109291",
    "198101079294",
    "198705212382",
    "198808112380",
    "199001252387",
    "199212252382",
    "199504242398",
    "199710182396",
    "199912282382",
    "200002262384",
    "200007312382",
    "200304302383",
    "200510162381",
    "200512312398",
];

const KENNITALA: [&str; 14] = [
    "2129", "2209", "2399", "2479", "2559", "2639", "2719", "2989", "3019", "3369", "4339", "4929",
    "5069", "7789",
];

const CARD: [&str; 7] = [
    "4111111111111111",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "5019717010103742",
    "30569309025904",
    "3530111333300000",
];

/// Whether this normalised value is a published test number of its kind.
pub(crate) fn is_test(kind: Kind, value: &str) -> bool {
    match kind {
        Kind::Cpr => CPR.contains(&value),
        Kind::Hetu => HETU.contains(&value),
        Kind::Personnummer => {
            let digits = value.replace('+', "");
            PERSONNUMMER.iter().any(|known| known.ends_with(&digits))
        }
        Kind::Kennitala => {
            let serial = value.strip_prefix("010130");
            serial.is_some_and(|serial| KENNITALA.contains(&serial))
        }
        Kind::Card => CARD.contains(&value),
        // Set aside for fiction: the Swedish series by the authority, the Norwegian one by common use.
        Kind::Phone => {
            let digits = value.trim_start_matches(['+', '0']);
            let swedish = digits.strip_prefix("46").unwrap_or(digits);
            let norwegian = digits.strip_prefix("47").unwrap_or(digits);
            let in_series = |digits: &str, from: u64, to: u64| {
                digits.parse::<u64>().is_ok_and(|n| n >= from && n <= to)
            };
            in_series(swedish, 701_740_605, 701_740_699)
                || in_series(norwegian, 68_050_000, 68_059_999)
        }
        _ => false,
    }
}
