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

const PERSONNUMMER: [u64; 57] = [
    194_408_139_089,
    199_006_022_397,
    199_107_172_380,
    199_610_202_385,
    190_104_132_386,
    200_001_052_380,
    199_312_172_381,
    195_711_212_893,
    195_712_302_842,
    196_107_293_059,
    196_108_193_175,
    196_108_283_166,
    196_109_072_972,
    197_912_309_296,
    200_001_022_391,
    200_001_032_382,
    200_001_042_399,
    199_312_162_390,
    190_001_042_399,
    194_201_199_124,
    190_301_249_801,
    199_007_212_393,
    199_007_282_388,
    199_007_302_384,
    195_005_050_512,
    195_005_050_520,
    195_005_050_546,
    191_212_121_212,
    193_012_299_263,
    194_001_079_120,
    195_312_242_083,
    197_103_011_032,
    199_705_162_387,
    193_008_077_723,
    193_805_028_432,
    194_004_057_032,
    194_502_024_732,
    194_504_118_359,
    195_102_031_753,
    195_702_182_568,
    196_201_082_697,
    196_404_153_832,
    197_907_179_191,
    197_911_109_291,
    198_101_079_294,
    198_705_212_382,
    198_808_112_380,
    199_001_252_387,
    199_212_252_382,
    199_504_242_398,
    199_710_182_396,
    199_912_282_382,
    200_002_262_384,
    200_007_312_382,
    200_304_302_383,
    200_510_162_381,
    200_512_312_398,
];

/// The same without their centuries.
const SHORT: [u64; 57] = {
    let mut short = PERSONNUMMER;
    let mut at = 0;
    while at < short.len() {
        short[at] %= 10_000_000_000;
        at += 1;
    }
    short
};

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
            let digits = value.bytes().filter(u8::is_ascii_digit);
            let number = digits.fold(0, |n, digit| n * 10 + u64::from(digit - b'0'));
            let ten = value.len() < 12;
            let known = if ten { &SHORT } else { &PERSONNUMMER };
            known.contains(&number)
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
