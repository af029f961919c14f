//! The verbs of the organisation. A change holds from a day: the span before it is closed on the day before
//! and the next one opened, so that what was true stays true.

mod boards;
mod forget;
mod imports;
mod people;
mod units;

use kit::db::Tx;

pub use boards::{add_controller, end_controller, establish_controller, rename_controller};
pub use forget::{again as forget_again, forget};
pub use imports::{confirm_import, keep_import, read_kept, sweep_imports};
pub use people::{
    add_person, add_title, appoint_manager, employ, end_duty, end_employment, end_manager,
    give_duty, transfer,
};
pub use units::{add_unit, end_unit, merge_units, move_unit, rename_unit, split_unit};

use super::super::Problem;
use super::model::NoCut;
use super::store::{Code, writing};

fn free(tx: &Tx<'_>, what: Code, text: &str) -> Result<(), Problem> {
    if writing::taken(tx, what, text)? {
        return Err(Problem::Refused(
            "organisation-code-taken",
            vec![("code", text.into())],
        ));
    }
    Ok(())
}

fn refused(why: NoCut) -> Problem {
    Problem::refused(match why {
        NoCut::Later => "organisation-change-order",
        NoCut::Ended => "organisation-has-ended",
    })
}
