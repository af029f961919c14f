//! Who may see a measure, and who may do what with it.

use kit::db::Conn;
use kit::id::Id;
use kit::words::Tongue;

use super::super::identity::actor::Scope;
use super::super::room::Link;
use super::super::{Actor, Problem, Role};
use super::model::{self, State};
use super::store::{self, MeasureRow};

/// Something one may do with a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Take,
    Finish,
    Verify,
    Drop,
    Reopen,
    Postpone,
}

/// The controllers whose measures an actor reads.
pub fn scope(actor: &Actor) -> Scope {
    actor.scope_of(&[Role::Dpo, Role::Ciso, Role::Auditor, Role::Secretary])
}

/// Those who read the register of the controller, and the owner.
pub fn sees(actor: &Actor, row: &MeasureRow) -> bool {
    scope(actor).admits(row.controller) || is_owner(actor, row)
}

fn is_owner(actor: &Actor, row: &MeasureRow) -> bool {
    row.owner.is_some() && row.owner == actor.person()
}

/// Whether the actor may do this to the measure as it stands. That nobody looks at the effect of what they
/// finished themselves is a rule of the action.
pub fn may(actor: &Actor, row: &MeasureRow, deed: Deed) -> bool {
    let officer = actor
        .scope_of(&[Role::Dpo, Role::Ciso])
        .admits(row.controller);
    let guides = officer || actor.scope(Role::Secretary).admits(row.controller);
    let open = row.state == State::Open;
    match deed {
        Deed::Take => open && guides && actor.person().is_some() && !is_owner(actor, row),
        Deed::Finish => open && (guides || is_owner(actor, row)),
        Deed::Postpone => open && guides,
        Deed::Drop => open && officer,
        Deed::Verify => row.state == State::Finished && guides,
        Deed::Reopen => !open && officer,
    }
}

/// A measure's title and address, for those who see it.
pub fn title(
    conn: &Conn,
    actor: &Actor,
    w: &Tongue,
    kind: &str,
    id: &str,
) -> Result<Option<Link>, Problem> {
    let Some(id) = Id::parse(id).filter(|_| kind == super::MEASURE.kind) else {
        return Ok(None);
    };
    let row = store::one(conn, id)?.filter(|row| sees(actor, row));
    Ok(row.map(|row| link(w, &row)))
}

/// A line of a list that leads to the measure.
pub fn link(w: &Tongue, row: &MeasureRow) -> Link {
    Link {
        href: format!("/measures/{}", row.id),
        title: model::heading(&row.text),
        detail: w.t(row.state.word()),
    }
}
