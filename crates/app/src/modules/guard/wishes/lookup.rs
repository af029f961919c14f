//! What the guard asks of every mail: which wishes hold for the people it goes to and is about.

use kit::db::Conn;

use super::super::model::{Number, Wish, WishOf};
use super::model::{Asked, Digits, Name, folded};
use super::{NAME_PURPOSE, store};
use crate::base::keys::Keys;
use crate::base::{App, Problem};

/// Every wish that holds, the strictest first. A wish for less protection is never among them, and one for a certain
/// address only where the mail goes to another address of that person.
///
/// # Errors
/// The database's own; [`Problem::Outside`] when a key of the register is missing: nobody can say then that there is
/// no wish, so the mail must wait.
pub fn strictest(
    app: &App,
    conn: &Conn,
    addresses: &[&str],
    numbers: &[Number],
) -> Result<Vec<Wish>, Problem> {
    let keys = &app.keys;
    keys_are_there(keys, conn)?;
    let mut asked: Vec<(String, WishOf)> = Vec::new();
    for (place, address) in addresses.iter().enumerate() {
        let Some(folded) = folded(address) else {
            continue;
        };
        let of = WishOf::Recipient(place);
        asked.extend(marks(keys, &Name::address(folded)).map(|mark| (mark, of)));
    }
    for number in numbers {
        let name = Name::number(&Digits::of(&number.value));
        asked.extend(marks(keys, &name).map(|mark| (mark, WishOf::Subject)));
    }
    let all: Vec<&str> = asked.iter().map(|(mark, _)| mark.as_str()).collect();
    let mut found: Vec<Wish> = Vec::new();
    for hit in store::of_marks(conn, &all)? {
        let Some(channel) = hit.asked.channel() else {
            continue;
        };
        for (_, of) in asked.iter().filter(|(mark, _)| *mark == hit.mark) {
            let wish = Wish {
                level: hit.asked.level(),
                channel,
                of: *of,
            };
            if breaks(keys, &hit, *of, addresses) && !found.contains(&wish) {
                found.push(wish);
            }
        }
    }
    found.sort_by(|a, b| b.level.cmp(&a.level).then(a.channel.cmp(&b.channel)));
    Ok(found)
}

/// Whether the register knows somebody with this address.
///
/// # Errors
/// As [`strictest`].
pub fn known(app: &App, conn: &Conn, address: &str) -> Result<bool, Problem> {
    keys_are_there(&app.keys, conn)?;
    let Some(folded) = folded(address) else {
        return Ok(false);
    };
    let marks: Vec<String> = marks(&app.keys, &Name::address(folded)).collect();
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    Ok(!store::of_marks(conn, &marks)?.is_empty())
}

fn keys_are_there(keys: &Keys, conn: &Conn) -> Result<(), Problem> {
    let known = keys.mark_keys();
    let stored = store::mark_keys(conn)?;
    if stored.iter().all(|name| known.contains(name)) {
        Ok(())
    } else {
        let text = "a key of the register of wishes is missing in the folder of keys";
        Err(Problem::Outside(text.into()))
    }
}

fn marks(keys: &Keys, name: &Name) -> impl Iterator<Item = String> + use<> {
    keys.marks(NAME_PURPOSE, &store::hashed(name)).into_iter()
}

/// A wish for one address speaks of mail to the person, and is kept by mail to that address.
fn breaks(keys: &Keys, hit: &store::Hit, of: WishOf, addresses: &[&str]) -> bool {
    if hit.asked != Asked::Address {
        return true;
    }
    let WishOf::Recipient(place) = of else {
        return false;
    };
    let address = addresses
        .get(place)
        .and_then(|text| folded(text))
        .unwrap_or_default();
    let marks = keys.marks(super::ADDRESS, &address);
    !hit.wished_mark
        .as_ref()
        .is_some_and(|mark| marks.contains(mark))
}

/// All wishes in force of one person.
pub fn of(app: &App, conn: &Conn, name: &Name) -> Result<Vec<store::WishRow>, Problem> {
    keys_are_there(&app.keys, conn)?;
    let marks: Vec<String> = marks(&app.keys, name).collect();
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    let mut ids: Vec<_> = store::of_marks(conn, &marks)?
        .into_iter()
        .map(|hit| hit.id)
        .collect();
    ids.dedup();
    let mut rows = Vec::new();
    // One person has a handful.
    for id in ids.into_iter().take(5) {
        rows.extend(store::one(conn, &app.keys, id)?);
    }
    Ok(rows)
}
