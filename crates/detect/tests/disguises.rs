//! Numbers that are written so that a program may not see them: broken over lines, grouped with other marks, with
//! letters of other scripts and signs that cannot be seen. And what only looks like them.

use detect::{Detector, Kind, Options};

/// Kinds, strengths and values in order, and nothing else.
fn told(text: &str) -> String {
    let found = Detector::new(Options::IDENTIFIERS).find(text);
    let one = |f: &detect::Finding| {
        format!(
            "{} {} {}",
            f.kind.name(),
            f.strength.name(),
            f.value.as_str()
        )
    };
    found.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn all(cases: &[(&str, &str)]) {
    let got: Vec<_> = cases.iter().map(|c| (c.0, told(c.0))).collect();
    let wanted: Vec<_> = cases.iter().map(|c| (c.0, c.1.to_owned())).collect();
    assert_eq!(got, wanted);
}

/// Examples of the registry of ISO 13616, one for each country whose accounts have letters.
#[test]
fn an_iban_with_letters_in_it_is_found() {
    for iban in [
        "BG80BNBG96611020345678",
        "GB29NWBK60161331926819",
        "GI75NWBK000000007099453",
        "IE29AIBK93115212345678",
        "LV80BANK0000435195001",
        "MT84MALT011000012345MTLCAST001S",
        "NL91ABNA0417164300",
        "RO49AAAA1B31007593840000",
        "IT60X0542811101000000123456",
        "SM86U0322509800000000270100",
        "FR1420041010050500013M02606",
        "MC5811222000010123456789030",
        "CY17002001280000001200527600",
    ] {
        let wanted = format!("iban strong {iban}");
        let fours: Vec<&str> = (0..iban.len())
            .step_by(4)
            .map(|at| &iban[at..iban.len().min(at + 4)])
            .collect();
        for text in [
            iban.to_owned(),
            iban.to_lowercase(),
            fours.join(" "),
            format!("IBAN: {}.", fours.join(" ").to_lowercase()),
            format!("{} og 12 andre", fours.join("-")),
            fours.join("\u{a0}"),
            fours.join("\u{2011}"),
            fours.join(" \u{2013} "),
            fours.join("\r\n"),
            fours.join("\n> "),
            fours.join("-\n"),
        ] {
            assert_eq!(told(&text), wanted, "{text:?}");
        }
    }
}

#[test]
fn what_stands_behind_an_iban_with_letters_is_found_too() {
    all(&[
        (
            "GB29 NWBK 6016 1331 9268 19 010180-0008",
            "iban strong GB29NWBK60161331926819, cpr strong 0101800008",
        ),
        (
            "NL91ABNA0417164300, DK5000400440116243",
            "iban strong NL91ABNA0417164300, iban strong DK5000400440116243",
        ),
    ]);
}

#[test]
fn words_and_wrong_digits_are_no_iban() {
    all(&[
        ("GB29 NWBK 6016 1331 9268 18", ""),
        ("GB29NWBK60161331926819X", ""),
        ("XGB29NWBK60161331926819", ""),
        ("GB29,NWBK,6016,1331,9268,19", ""),
        ("GB29 NWBK\n\n6016 1331 9268 19", ""),
        ("ZZ29NWBK60161331926819", ""),
        ("no12 ansatte og se10 andre, gb20 fra fi33", ""),
        ("AT61 1904 3002 3457 3202", ""),
    ]);
    // As many words as there are: hardly any digits, whatever the sum.
    let words = [
        "kommer", "med", "til", "et", "fra", "de", "som", "vi", "skal", "nu",
    ];
    let detector = Detector::new(Options::IDENTIFIERS);
    for check in 2..99 {
        for turn in 0..words.len() {
            let mut text = format!("Vi er no{check:02}");
            for at in 0..8 {
                text.push(' ');
                text.push_str(words[(turn + at * at) % words.len()]);
            }
            assert!(detector.find(&text).is_empty(), "{text}");
        }
    }
}

#[test]
fn a_card_or_iban_over_the_end_of_a_line_is_found() {
    all(&[
        ("4111 1111\n1111 1111", "card likely 4111111111111111"),
        ("4111-1111-\r\n1111-1111", "card likely 4111111111111111"),
        ("> 4111 1111 1111\n> 1111", "card likely 4111111111111111"),
        (
            "4111\u{2013}1111\u{2013}1111\u{2013}1111",
            "card likely 4111111111111111",
        ),
        (
            "4111\u{2011}1111\u{2011}1111\u{2011}1111",
            "card likely 4111111111111111",
        ),
        ("3782 822463\n10005", "card likely 378282246310005"),
        ("kort 4111 11\n11 1111 1111", "card strong 4111111111111111"),
        (
            "kortnummer 41111111\n11111111",
            "card strong 4111111111111111",
        ),
        ("DK50 0040 0440\n1162 43", "iban strong DK5000400440116243"),
        (
            "DK50\u{2013}0040\u{2013}0440\u{2013}1162\u{2013}43",
            "iban strong DK5000400440116243",
        ),
        ("DK5000400440\r\n116243", "iban strong DK5000400440116243"),
    ]);
}

#[test]
fn rows_of_a_table_are_no_card() {
    all(&[
        // Luhn holds over all of these.
        ("4111 1111\n1111 1111\n2020 3030", ""),
        ("2019 2020\n4111 1111\n1111 1111", ""),
        ("4111\n1111\n1111\n1111", ""),
        ("41111111\n11111111", ""),
        ("4111 11\n11 1111 1111", ""),
        ("4111 1111\n\n1111 1111", ""),
        // Groups in one line are as they were, whatever the next line begins with.
        (
            "4111 1111 1111 1111\n12 stk.",
            "card likely 4111111111111111",
        ),
    ]);
}

#[test]
fn letters_of_other_scripts_hide_no_number() {
    all(&[
        // Cyrillic А and Е, Greek Α and Ε; the same small.
        ("020504\u{410}902\u{415}", "hetu strong 020504A902E"),
        ("020504\u{391}902\u{395}", "hetu strong 020504A902E"),
        ("020504\u{430}902\u{435}", "hetu strong 020504A902E"),
        ("100190-999\u{420}", "hetu strong 100190-999P"),
        ("010594\u{423}9032", "hetu strong 010594Y9032"),
        // O of three scripts for 0.
        ("O2O5O4A9O2E", "hetu likely 020504A902E"),
        ("\u{41e}2\u{41e}504A902E", "hetu likely 020504A902E"),
        ("\u{39f}2\u{39f}504A902E", "hetu likely 020504A902E"),
        ("cpr \u{41e}1\u{41e}180-0008", "cpr likely 0101800008"),
        (
            "D\u{41a}50 0040 0440 1162 43",
            "iban strong DK5000400440116243",
        ),
        ("DK5O OO4O O44O 1162 43", "iban likely DK5000400440116243"),
        (
            "GB29 NWBK 6O16 l331 9268 19",
            "iban likely GB29NWBK60161331926819",
        ),
    ]);
}

#[test]
fn letters_of_other_scripts_make_no_number() {
    all(&[
        // The check character, the date or the check digits are wrong.
        ("020504\u{410}902\u{41d}", ""),
        ("320504\u{410}902\u{415}", ""),
        ("O2O5O4A9O3E", ""),
        ("DK5O OO4O O44O 1162 44", ""),
        // Words, and a code of letters and digits.
        (
            "\u{41e}\u{41e}\u{41e} \u{420}\u{41e}\u{421}\u{422} 2024",
            "",
        ),
        ("COBADEFFXXX O1O2O3", ""),
        ("020504G902E", ""),
    ]);
}

#[test]
fn signs_that_cannot_be_seen_hide_no_number() {
    let signs = [
        '\0',
        '\u{1}',
        '\u{7f}',
        '\u{ad}',
        '\u{336}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{180e}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2064}',
        '\u{2066}',
        '\u{2069}',
        '\u{20e3}',
        '\u{3164}',
        '\u{fe00}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0001}',
        '\u{e0041}',
        '\u{e01ef}',
    ];
    for sign in signs {
        for (text, wanted) in [
            ("010180-0008", "cpr strong 0101800008"),
            ("020504A902E", "hetu strong 020504A902E"),
            ("850617-1233", "personnummer strong 8506171233"),
            (
                "GB29 NWBK 6016 1331 9268 19",
                "iban strong GB29NWBK60161331926819",
            ),
            ("4111 1111 1111 1111", "card likely 4111111111111111"),
        ] {
            let mut hidden = String::new();
            for (at, c) in text.chars().enumerate() {
                hidden.push(c);
                if at + 1 < text.len() {
                    hidden.push(sign);
                }
            }
            assert_eq!(told(&hidden), wanted, "{:X} {hidden:?}", u32::from(sign));
        }
    }
}

#[test]
fn old_ends_of_lines_and_of_pages_part_no_number() {
    all(&[
        ("010180\r0008", "cpr likely 0101800008"),
        ("010180-\u{c}0008", "cpr likely 0101800008"),
        ("010180\u{c}\u{c}0008", ""),
    ]);
    let found = Detector::new(Options::IDENTIFIERS).find("2024\r2025\r2026");
    assert!(found.iter().all(|f| f.kind == Kind::Phone));
}
