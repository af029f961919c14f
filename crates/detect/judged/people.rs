//! Invented names and addresses for the judged corpus, chosen without looking at the lists that detection uses.

use super::numbers::Dice;

type Names = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const DA: Names = (
    &[
        "Mette", "Lars", "Kirsten", "Søren", "Freja", "Mikkel", "Åse", "Jørgen", "Birgitte",
        "Rasmus", "Signe", "Torben", "Amina", "Yusuf", "Karoline", "Villads", "Ellen", "Asger",
        "Fatima", "Bodil",
    ],
    &[
        "Hansen",
        "Nielsen",
        "Kjærgaard",
        "Østergaard",
        "Lindholm",
        "Abdi",
        "Thorsen",
        "Brandt",
        "Mogensen",
        "Skov",
        "Holm Andersen",
        "Bæk",
        "Dalgaard",
        "Frandsen",
        "Yilmaz",
        "Toft",
        "Krogh",
        "Winther",
        "Juhl",
        "Overgaard",
    ],
    &[
        "Bøgevej",
        "Søndergade",
        "Præstemarken",
        "Kirkestien",
        "Havnegade",
    ],
);
const SV: Names = (
    &[
        "Anna",
        "Erik",
        "Ingrid",
        "Johan",
        "Maja",
        "Göran",
        "Elsa",
        "Håkan",
        "Linnéa",
        "Sven",
        "Agneta",
        "Oskar",
        "Zahra",
        "Hassan",
        "Ebba",
        "Gunnar",
        "Astrid",
        "Torbjörn",
        "Leyla",
        "Birgitta",
    ],
    &[
        "Andersson",
        "Lindqvist",
        "Bergström",
        "Öberg",
        "Sjögren",
        "Mohamed",
        "Nyström",
        "Hedlund",
        "Åkesson",
        "Wikström",
        "Forsberg",
        "Lundin",
        "Ekman",
        "Sandberg",
        "Haddad",
        "Norén",
        "Holmgren",
        "Dahl",
        "Engström",
        "Falk",
    ],
    &[
        "Storgatan",
        "Björkvägen",
        "Kyrkstigen",
        "Hamngatan",
        "Ekallén",
    ],
);
const NB: Names = (
    &[
        "Kari", "Ola", "Ingeborg", "Bjørn", "Solveig", "Håvard", "Silje", "Odd", "Marit", "Sindre",
        "Ragnhild", "Øyvind", "Nadia", "Ahmed", "Tuva", "Eirik", "Gro", "Sverre", "Hodan", "Astri",
    ],
    &[
        "Nordmann",
        "Haugen",
        "Bakke",
        "Solberg",
        "Ødegård",
        "Lunde",
        "Farah",
        "Strand",
        "Moen",
        "Eide",
        "Nygård",
        "Myhre",
        "Sæther",
        "Tangen",
        "Rahman",
        "Aune",
        "Foss",
        "Hagen",
        "Vik",
        "Lien",
    ],
    &[
        "Storgata",
        "Bjørkeveien",
        "Kirkestien",
        "Havnegata",
        "Fjellveien",
    ],
);
const FI: Names = (
    &[
        "Maija", "Matti", "Aino", "Pekka", "Kaisa", "Jukka", "Helmi", "Väinö", "Sanna", "Timo",
        "Liisa", "Antti", "Amira", "Omar", "Päivi", "Heikki", "Eevi", "Reijo", "Samira", "Tuula",
    ],
    &[
        "Mäkinotkelma",
        "Korhonen",
        "Virtanen",
        "Niemi",
        "Hämäläinen",
        "Laine",
        "Salmela",
        "Koskinen",
        "Räsänen",
        "Lehtonen",
        "Ali",
        "Peltola",
        "Heikkilä",
        "Rantanen",
        "Sjöholm",
        "Ahonen",
        "Tuominen",
        "Kettunen",
        "Mattila",
        "Saarinen",
    ],
    &[
        "Koivukatu",
        "Kirkkotie",
        "Satamakatu",
        "Mäntypolku",
        "Rantatie",
    ],
);

fn names(language: &str, dice: &mut Dice) -> Names {
    match language {
        "da" => DA,
        "sv" => SV,
        "nb" => NB,
        "fi" => FI,
        _ => *dice.of(&[DA, SV, NB, FI]),
    }
}

pub fn name(language: &str, dice: &mut Dice) -> String {
    let names = names(language, dice);
    let (first, last) = (*dice.of(names.0), *dice.of(names.1));
    match dice.roll(6) {
        0 => format!("{first} {} {last}", dice.of(names.0)),
        1 => format!("{first}-{} {last}", dice.of(names.0)),
        _ => format!("{first} {last}"),
    }
}

pub fn first(language: &str, dice: &mut Dice) -> &'static str {
    let names = names(language, dice);
    *dice.of(names.0)
}

pub fn last(language: &str, dice: &mut Dice) -> &'static str {
    let names = names(language, dice);
    *dice.of(names.1)
}

pub fn email(language: &str, dice: &mut Dice) -> String {
    let names = names(language, dice);
    let plain = |name: &str| {
        name.to_lowercase()
            .replace(' ', "")
            .chars()
            .filter(char::is_ascii)
            .collect::<String>()
    };
    let (first, last): (&str, &str) = (*dice.of(names.0), *dice.of(names.1));
    format!("{}.{}@example.org", plain(first), plain(last))
}

pub fn address(language: &str, dice: &mut Dice) -> String {
    let names = names(language, dice);
    let (street, number) = (*dice.of(names.2), 1 + dice.roll(120));
    format!("{street} {number}")
}
