//! Names from the door.

use super::*;

fn names(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for name in Names::new().all(text) {
        out.push(text[name.span].to_owned());
    }
    out
}

#[test]
fn names_in_running_text() {
    for (text, expected) in [
        ("I dag mødte Anna Hansen op.", vec!["Anna Hansen"]),
        (
            "Borgeren Peter von Holstein bor på Jensens Vej 4.",
            vec!["Peter von Holstein"],
        ),
        ("Kære Bo", vec!["Bo"]),
        ("Bo i eget hjem i august og maj.", vec![]),
        ("Fakturaen er fra Hansen A/S i Odense.", vec![]),
        ("Keskustelin Virtasen Annan kanssa.", vec!["Virtasen Annan"]),
        (
            "Annalle ja Mikko Lahdelle soitettiin.",
            vec!["Annalle", "Mikko Lahdelle"],
        ),
        ("Hansen, Anna", vec!["Hansen, Anna"]),
        ("Mr. Xhakaj called.", vec!["Xhakaj"]),
        (
            "Mohamed Abdi Warsame och Fatuma har flyttat.",
            vec!["Mohamed Abdi Warsame", "Fatuma"],
        ),
        ("Vi holder møde i Helsingborg Kommune.", vec![]),
        (
            "Anna-Lena Svensson-Berg ringde.",
            vec!["Anna-Lena Svensson-Berg"],
        ),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}
