//! Stand-ins that obey the services' published limits, so that what a real one would refuse is seen before.

use super::{Not, Parcel, Taken, To};

const MIB: usize = 1024 * 1024;
/// Digital Post takes listed kinds of files only; these are the usual ones.
const DIGITAL_POST_FILES: [&str; 9] = [
    "pdf", "txt", "html", "docx", "xlsx", "odt", "ods", "jpg", "png",
];

fn reference(channel: &str, key: &str) -> String {
    format!("SIMULATED-{channel}-{}", key.get(..12).unwrap_or(key))
}

fn person<'a>(parcel: &Parcel<'a>) -> Result<&'a str, Not> {
    match parcel.to {
        To::Person(number) => Ok(number),
        To::Office(_) => Err(Not::NoOffices),
    }
}

/// In the simulators a number that ends in an even digit has a digital letterbox.
fn has_letterbox(number: &str) -> bool {
    let last = number.bytes().rev().find(u8::is_ascii_digit);
    last.is_some_and(|digit| (digit - b'0').is_multiple_of(2))
}

/// Danish Digital Post: persons and companies, listed kinds of files, paper for whoever is exempt.
pub fn digital_post(parcel: &Parcel<'_>, key: &str) -> Result<(Taken, String), Not> {
    let number = person(parcel)?;
    let listed = |name: &&str| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        DIGITAL_POST_FILES.contains(&ending.to_lowercase().as_str())
    };
    if !parcel.files.iter().all(listed) {
        return Err(Not::FileKind);
    }
    if parcel.bytes > 99 * MIB {
        return Err(Not::TooLarge);
    }
    let taken = if has_letterbox(number) {
        Taken::Digital
    } else {
        Taken::Paper
    };
    Ok((taken, reference("digital-post", key)))
}

/// Finnish Suomi.fi messages: on paper when the person has no box.
pub fn suomi_fi(parcel: &Parcel<'_>, key: &str) -> Result<(Taken, String), Not> {
    let number = person(parcel)?;
    let taken = if has_letterbox(number) {
        Taken::Digital
    } else {
        Taken::Paper
    };
    Ok((taken, reference("suomi-fi", key)))
}

/// Swedish Säker digital kommunikation: between offices, by functional addresses, never to persons.
pub fn sdk(parcel: &Parcel<'_>, key: &str) -> Result<(Taken, String), Not> {
    match parcel.to {
        To::Office(_) => Ok((Taken::Digital, reference("sdk", key))),
        To::Person(_) => Err(Not::NoPersons),
    }
}

/// Norwegian SvarUt: a digital mailbox, Altinn, or print.
pub fn svarut(parcel: &Parcel<'_>, key: &str) -> Result<(Taken, String), Not> {
    let taken = match parcel.to {
        To::Office(_) => Taken::Digital,
        To::Person(number) if has_letterbox(number) => Taken::Digital,
        To::Person(_) => Taken::Paper,
    };
    Ok((taken, reference("svarut", key)))
}
