//! Who may do what with a year. Rights are values: an action takes the one it needs.

use kit::clock::Day;
use kit::db::Conn;

use super::store;
use crate::base::identity::actor::Scope;
use crate::base::organisation::{self, ControllerId};
use crate::base::{Actor, Problem, Role};

/// Duties that open the inside of the year.
pub const READERS: &[Role] = &[Role::Dpo, Role::Ciso, Role::Secretary, Role::Auditor];
/// Duties that keep the year, when held for the whole group.
pub const KEEPERS: &[Role] = &[Role::Dpo, Role::Ciso];

/// Leave to keep the year: enter, plan, close. The data protection officer or information security officer of
/// the whole group, or the command line.
#[derive(Clone, Copy, Debug)]
pub struct Keeper(());

pub fn keeper(actor: &Actor) -> Result<Keeper, Problem> {
    (actor.scope_of(KEEPERS) == Scope::All)
        .then_some(Keeper(()))
        .ok_or(Problem::Forbidden)
}

/// Leave to write in one section of one year: a keeper, or the person who answers for the section.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    pub year: i32,
    pub section: u8,
}

pub fn writer(conn: &Conn, actor: &Actor, year: i32, section: u8) -> Result<Writer, Problem> {
    let writer = Writer { year, section };
    if keeper(actor).is_ok() {
        return Ok(writer);
    }
    let plans = store::sections(conn, year)?;
    let owner = plans
        .iter()
        .find(|row| row.section == section)
        .and_then(|row| row.plan.owner);
    (owner.is_some() && owner == actor.person())
        .then_some(writer)
        .ok_or(Problem::Forbidden)
}

impl Keeper {
    /// A keeper writes everywhere.
    pub fn writer(self, year: i32, section: u8) -> Writer {
        Writer { year, section }
    }
}

/// Leave to record that a sheet was approved, and to correct it afterwards: the data protection officer of
/// the whole group, or the secretary of the municipal board, whose minutes hold the decision.
#[derive(Clone, Copy, Debug)]
pub struct Recorder(());

pub fn recorder(conn: &Conn, actor: &Actor, today: Day) -> Result<Recorder, Problem> {
    if actor.scope(Role::Dpo) == Scope::All {
        return Ok(Recorder(()));
    }
    let secretary = actor.scope(Role::Secretary);
    let municipal = municipal_board(conn, today)?;
    municipal
        .is_some_and(|board| secretary.admits(board))
        .then_some(Recorder(()))
        .ok_or(Problem::Forbidden)
}

/// The board that leads the municipality: by convention the board whose code sorts first.
pub fn municipal_board(conn: &Conn, day: Day) -> Result<Option<ControllerId>, Problem> {
    let all = organisation::controllers(conn, day, day)?;
    Ok(all.iter().find(|row| !row.company).map(|row| row.id))
}

/// What somebody may see of a year.
#[derive(Clone, Debug)]
pub struct Reader {
    scope: Scope,
}

pub fn reader(actor: &Actor) -> Result<Reader, Problem> {
    let scope = actor.scope_of(READERS);
    if scope.is_empty() {
        return Err(Problem::Forbidden);
    }
    Ok(Reader { scope })
}

impl Reader {
    /// The whole group, internal texts and every board.
    pub fn sees_all(&self) -> bool {
        self.scope == Scope::All
    }

    /// A board's figures; `None` is the whole, which gives away other boards' small numbers.
    pub fn sees(&self, board: Option<ControllerId>) -> bool {
        match board {
            None => self.sees_all(),
            Some(board) => self.scope.admits(board),
        }
    }
}
