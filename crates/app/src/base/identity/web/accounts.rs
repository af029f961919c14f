//! The administrator's page: who may sign in, and how.

use askama::Template;
use kit::clock::Moment;
use kit::form::{self, Faults, Fields};
use kit::words::Tongue;

use super::super::super::organisation::{self, PersonId, PersonRow};
use super::super::super::visit::{Answer, FormView, Page, Reply, Visit, submit};
use super::super::super::{App, Problem, once};
use super::super::{actions, model, session, store};

/// More than this is searched for more closely.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "base/identity/pages/accounts.html")]
struct Accounts<'a> {
    w: &'a Tongue,
    form: FormView,
    asked: bool,
    people: Vec<PersonRow>,
    more: bool,
}

/// People by name or number.
pub fn list(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let text = form::clean(visit.query.text("q"));
    let asked = !text.trim().is_empty();
    let mut people = match asked {
        true => app.read(|conn| organisation::people_like(conn, text.trim(), MOST + 1))?,
        false => Vec::new(),
    };
    let more = people.len() > MOST as usize;
    people.truncate(MOST as usize);
    w.sort_by(&mut people, |person| &person.family);
    let page = Accounts {
        w,
        form: FormView::fresh(visit.query.clone()),
        asked,
        people,
        more,
    };
    Page::new(w.t("identity-accounts"), &page)?.answer()
}

#[derive(Template)]
#[template(path = "base/identity/pages/person.html")]
struct OnePage<'a> {
    w: &'a Tongue,
    person: PersonRow,
    /// Passwords are in use here.
    passwords: bool,
    account: Option<String>,
    chosen: bool,
    invited: Option<Moment>,
    bound: bool,
    locked: Option<Moment>,
    /// Has an employment or a duty today.
    present: bool,
    me: bool,
    form: FormView,
    /// A fresh invitation, shown this once.
    link: Option<String>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let person = visit.id("person")?;
    let row = app
        .read(|conn| organisation::person(conn, person))?
        .ok_or(Problem::NotFound)?;
    let mut fields = Fields::default();
    fields.set("account", row.email.as_deref().unwrap_or(&row.number));
    draw(app, visit, row, FormView::fresh(fields), None)?.answer()
}

fn draw(
    app: &App,
    visit: &Visit,
    person: PersonRow,
    form: FormView,
    link: Option<String>,
) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let account = store::account_of(conn, person.id)?;
        Ok::<_, Problem>(OnePage {
            w,
            passwords: !app.config.sign_in.no_passwords,
            chosen: account.as_ref().is_some_and(|row| !row.hash.is_empty()),
            account: account.map(|row| row.account),
            invited: store::invited_until(conn, person.id, visit.now)?,
            bound: store::is_bound(conn, person.id)?,
            locked: store::locked_since(conn, person.id)?,
            present: session::actor(app, conn, person.id, visit.now)?.is_some(),
            me: visit.actor.person() == Some(person.id),
            person,
            form,
            link,
        })
    })?;
    Page::new(page.person.name(), &page)
}

/// The person of the address; a thing that is not there is not found.
fn named(app: &App, visit: &Visit) -> Result<PersonRow, Problem> {
    let person = visit.id("person")?;
    app.read(|conn| organisation::person(conn, person))?
        .ok_or(Problem::NotFound)
}

fn back_to(person: PersonId) -> String {
    format!("/accounts/{person}")
}

pub fn open(app: &App, visit: &Visit) -> Answer {
    let person = named(app, visit)?;
    let may = visit.actor.administrator()?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let mut faults = Faults::new();
            let text = form::required(&visit.form, &mut faults, "account", form::REQUIRED, 254);
            let account = faults.into_result(model::account(&text))?;
            actions::open_account(tx, may, person.id, &account)?;
            Ok(back_to(person.id))
        })
    });
    submit(result, |faults| {
        draw(app, visit, person, FormView::again(visit, faults), None)
    })
}

/// The link is shown in the answer itself: only its hash is stored. The same form sent again shows no other.
pub fn invite(app: &App, visit: &Visit) -> Answer {
    let person = named(app, visit)?;
    let may = visit.actor.administrator()?;
    let mut link = None;
    let to = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            link = Some(actions::invite(tx, may, person.id)?);
            Ok(back_to(person.id))
        })
    })?;
    let Some(secret) = link else {
        return Ok(Reply::Redirect(to));
    };
    let link = format!("{}/sign-in/new/{secret}", app.config.server.public_url);
    let form = FormView::fresh(Fields::default());
    draw(app, visit, person, form, Some(link))?.answer()
}

pub fn lock(app: &App, visit: &Visit) -> Answer {
    let person = named(app, visit)?.id;
    let may = visit.actor.administrator()?;
    app.write(&visit.actor, |tx| {
        actions::lock(tx, may, &visit.actor, person)
    })?;
    Ok(Reply::Redirect(back_to(person)))
}

pub fn unlock(app: &App, visit: &Visit) -> Answer {
    let person = named(app, visit)?.id;
    let may = visit.actor.administrator()?;
    app.write(&visit.actor, |tx| actions::unlock(tx, may, person))?;
    Ok(Reply::Redirect(back_to(person)))
}

pub fn unbind(app: &App, visit: &Visit) -> Answer {
    let person = named(app, visit)?.id;
    let may = visit.actor.administrator()?;
    app.write(&visit.actor, |tx| actions::unbind(tx, may, person))?;
    Ok(Reply::Redirect(back_to(person)))
}
