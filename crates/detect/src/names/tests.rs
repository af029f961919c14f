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

/// Of a list only what could be one name is read again for each of its parts: with a look at the rest of the list from
/// each, these would take minutes.
#[test]
fn a_list_of_names_is_read_in_its_own_length() {
    for (unit, last) in [
        ("Anne ", "Anne Anne Anne Anne Anne Anne"),
        ("Mette-", "Mette-Mette-Mette-Mette-Mette-Mette"),
        ("Hansen ", "Hansen"),
    ] {
        let found = names(unit.repeat(150_000).trim_end_matches([' ', '-']));
        assert_eq!(found, [last]);
    }
    let initials = format!("Anne og Bo {}", "A ".repeat(150_000));
    assert!(names(&initials).len() <= 2);
}

#[test]
fn a_part_of_a_name_is_the_newest_whole_name_that_it_stood_in() {
    let text =
        "Anna Hansen kom. Anna Berg kom. Anna Hansen gik. Anna gik. Hansen gik, og Clara gik.";
    let mut found = Vec::new();
    Names::tell(Names::new().all(text), &mut found);
    let values: Vec<_> = found.iter().map(|f| f.value.as_str()).collect();
    let expected = [
        "anna hansen",
        "anna berg",
        "anna hansen",
        "anna berg",
        "anna hansen",
        "clara",
    ];
    assert_eq!(values, expected);
    // As many different people as a town has.
    let named = |at: usize| Named {
        span: at..at + 1,
        strength: Strength::Likely,
        role: Role::Running,
        value: format!("anna nr{at}"),
    };
    let mut many = Vec::new();
    Names::tell((0..60_000).map(named).collect(), &mut many);
    assert_eq!(many.len(), 60_000);
}
