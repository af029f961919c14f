//! Many cases with their steps at once, for the register on paper and as data.

use std::collections::HashMap;

use kit::db::Conn;

use super::super::super::CaseId;
use super::super::super::store::{CaseRow, rows_in, steps_in};
use crate::base::Problem;

/// Rows in one statement: ids are typed, nothing foreign gets into the text.
const PART: usize = 200;

/// These cases with all their steps, in the order that is asked for.
pub fn cases(conn: &Conn, ids: &[CaseId]) -> Result<Vec<CaseRow>, Problem> {
    let mut found: HashMap<CaseId, CaseRow> = HashMap::new();
    for part in ids.chunks(PART) {
        let list: Vec<String> = part.iter().map(|id| format!("'{id}'")).collect();
        let list = list.join(", ");
        let mut steps = steps_in(conn, &list)?;
        for case in rows_in(conn, &list, &mut steps)? {
            found.insert(case.id, case);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}
