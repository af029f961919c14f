//! Links that open something once, and those of the demonstration.

use askama::Template;
use kit::form::Faults;
use kit::words::Tongue;

use super::super::super::organisation::{self, PersonId};
use super::super::super::visit::{Answer, FormView, Page, Visit};
use super::super::super::{Actor, App, Problem};
use super::super::model::NewPassword;
use super::super::store::{self, AccountRow, LinkKind};
use super::super::{actions, password};
use super::{again, signed_in, sorry};

#[derive(Template)]
#[template(path = "base/identity/pages/choose.html")]
struct Choose<'a> {
    w: &'a Tongue,
    form: FormView,
    account: String,
    token: &'a str,
}

/// The page on which an invited person chooses a password.
pub fn invited(app: &App, visit: &Visit) -> Answer {
    app.brakes.address(&visit.address)?;
    match known(app, visit) {
        Ok(row) => draw(visit, &row, FormView::default())?.answer(),
        Err(Problem::Refused(message, _)) => sorry(visit, 410, message),
        Err(other) => Err(other),
    }
}

fn known(app: &App, visit: &Visit) -> Result<AccountRow, Problem> {
    let person = actions::invited(app, visit.param("token"))?;
    app.read(|conn| store::account_of(conn, person))?
        .ok_or(Problem::refused("identity-link-old"))
}

fn draw(visit: &Visit, row: &AccountRow, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = Choose {
        w,
        form,
        account: row.account.clone(),
        token: visit.param("token"),
    };
    Page::new(w.t("identity-choose"), &page)
}

pub fn choose(app: &App, visit: &Visit) -> Answer {
    app.brakes.address(&visit.address)?;
    let row = match known(app, visit) {
        Ok(row) => row,
        Err(Problem::Refused(message, _)) => return sorry(visit, 410, message),
        Err(other) => return Err(other),
    };
    let new = match checked(app, visit, row.person, &row.account) {
        Ok(new) => new,
        Err(Problem::Faults(faults)) => {
            return draw(visit, &row, again(visit, faults))?
                .status(422)
                .answer();
        }
        Err(other) => return Err(other),
    };
    let hash = password::hash(&app.brakes, new.text())?;
    let by = Actor::program("invitation");
    let stored = app.write(&by, |tx| {
        actions::choose_password(tx, row.person, visit.param("token"), &hash)
    });
    match stored {
        Ok(()) => signed_in(app, visit, row.person, "invitation", "/"),
        Err(Problem::Refused(message, _)) => sorry(visit, 410, message),
        Err(other) => Err(other),
    }
}

/// The new password of a form, or what is wrong with it for this person.
pub fn checked(
    app: &App,
    visit: &Visit,
    person: PersonId,
    account: &str,
) -> Result<NewPassword, Problem> {
    let row = app
        .read(|conn| organisation::person(conn, person))?
        .ok_or(Problem::NotFound)?;
    let email = row.email.as_deref().unwrap_or("");
    let mut faults = Faults::new();
    let own = [row.given.as_str(), &row.family, email, account];
    NewPassword::check(&visit.form, &mut faults, &own).ok_or(Problem::Faults(faults))
}

/// Signs in as one of the people of the demonstration.
pub fn demo(app: &App, visit: &Visit) -> Answer {
    if !app.config.demo {
        return Err(Problem::NotFound);
    }
    let whole = format!("{}/{}", visit.param("role"), visit.param("token"));
    let person = app
        .read(|conn| store::link(conn, LinkKind::Demo, &whole, visit.now))?
        .flatten()
        .ok_or(Problem::NotFound)?;
    signed_in(app, visit, person, "demo", "/")
}
