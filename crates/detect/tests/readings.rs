//! What one number is told to be: how often, how sure, and what the words beside it may change.

use detect::{Detector, Options, Reason};

/// Kinds and strengths in order, and nothing else.
fn told(text: &str) -> String {
    let found = Detector::new(Options::IDENTIFIERS).find(text);
    let one = |f: &detect::Finding| format!("{} {}", f.kind.name(), f.strength.name());
    found.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn all(cases: &[(&str, &str)]) {
    let got: Vec<_> = cases.iter().map(|c| (c.0, told(c.0))).collect();
    let wanted: Vec<_> = cases.iter().map(|c| (c.0, c.1.to_owned())).collect();
    assert_eq!(got, wanted);
}

/// Facts §1: a word never clears a candidate that has a separator.
#[test]
fn a_word_for_accounts_or_phones_clears_no_number_with_a_separator() {
    all(&[
        ("NemKonto: 010180-0008", "cpr likely, bank_account likely"),
        ("Kontonr.: 010180-0008", "cpr likely, bank_account likely"),
        (
            "konto 850617-1233",
            "personnummer likely, bank_account likely",
        ),
        (
            "kontonr. 170685-10058",
            "fodselsnummer likely, bank_account likely",
        ),
        ("tilinumero 170685-123P", "hetu likely"),
        ("tlf. 010180-0008", "cpr likely, phone weak"),
        ("cpr. og tlf. 010180-0008", "cpr likely, phone weak"),
        ("telefon 19850617-1233", "personnummer likely"),
        // An account whose number goes on behind it.
        ("konto 010180-0008 12", "cpr likely"),
        // Without check digits, and with a blank alone: weak, but told.
        ("konto 010180-0009", "cpr weak, bank_account likely"),
        ("konto 010180 0008", "cpr weak, bank_account likely"),
        // The number's own word is nearer.
        ("konto, cpr 010180-0008", "cpr strong"),
    ]);
}

#[test]
fn a_word_for_accounts_or_phones_still_clears_digits_in_a_row() {
    all(&[
        ("konto 0101800008", "bank_account likely"),
        ("Kontonr. 8601.11.17947", "bank_account likely"),
        ("tlf. 20 15 10 80", "phone weak"),
        ("+358 010180 0008", "phone weak"),
    ]);
}

#[test]
fn a_number_is_told_once() {
    all(&[
        ("personnummer 850617-1233", "personnummer strong"),
        ("Personnummer: 19850617-1233", "personnummer strong"),
        // No Swedish number: its check digit is wrong.
        ("personnummer 850677-1233", "cpr strong"),
        ("cpr 0l0180-0008", "cpr likely"),
        ("cpr 010180-0008", "cpr strong"),
        ("850617-1233", "personnummer strong"),
    ]);
}

/// Facts §10: a code counts beside an identifier, also where no word of health is.
#[test]
fn a_code_of_a_diagnosis_beside_an_identity_number_is_told() {
    let codes = |text: &str| -> Vec<String> {
        let found = Detector::new(Options::MATTERS).find(text);
        let codes = found.iter().filter(|f| f.reasons.has(Reason::Code));
        codes.map(|f| f.value.as_str().to_owned()).collect()
    };
    for (text, expected) in [
        (
            "Patienten med cpr 010180-0008 har DF200 og skal til kontrol",
            &["DF200"][..],
        ),
        ("Journal: 010180-0008 DF329", &["DF329"]),
        ("010180-0008 F20.0", &["F20.0"]),
        ("F20.0 010180-0008", &["F20.0"]),
        ("010180-0008;F20.0\n020280-0006;M25\n", &["F20.0", "M25"]),
        ("Hun har diabetes, 010180-0008, E11.9", &["E11.9"]),
        ("Mødet er i lokale F20", &[]),
        ("010180-0008\n\nMødet er i lokale F20", &[]),
        ("010180-0008 en to tre fire fem seks syv otte ni F20", &[]),
        ("cpr 010180-0008, konto DK50 0040 0440 1162 43", &[]),
        ("hetu 020504A902E", &[]),
    ] {
        assert_eq!(codes(text), expected, "{text}");
    }
}
