//! SQL of the portal.

pub mod answers;
pub mod codes;
pub mod entering;
pub mod messages;
pub mod parcels;
pub mod people;

use kit::id::Id;

use super::super::rotate;
use crate::base::Problem;
use crate::base::keys::Keys;

fn seal<K>(
    keys: &Keys,
    table: &str,
    column: &str,
    id: Id<K>,
    plain: &[u8],
) -> Result<Vec<u8>, Problem> {
    keys.seal(&rotate::place(table, column, &id.to_string()), plain)
}

fn open<K>(
    keys: &Keys,
    table: &str,
    column: &str,
    id: Id<K>,
    sealed: &[u8],
) -> Result<Vec<u8>, Problem> {
    keys.unseal(&rotate::place(table, column, &id.to_string()), sealed)
}

fn text<K>(
    keys: &Keys,
    table: &str,
    column: &str,
    id: Id<K>,
    sealed: &[u8],
) -> Result<String, Problem> {
    let plain = open(keys, table, column, id, sealed)?;
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// `$2, $3` and so on: places for so many values after the first ones.
fn places(first: usize, count: usize) -> String {
    let list: Vec<String> = (first..first + count).map(|n| format!("${n}")).collect();
    list.join(", ")
}
