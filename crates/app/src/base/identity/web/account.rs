//! One's own account: password, language, open sessions.

use askama::Template;
use kit::form::{self, Faults, Fields};
use kit::words::{Lang, Tongue};

use super::super::super::organisation::PersonId;
use super::super::super::visit::{Answer, FormView, Page, Reply, Visit};
use super::super::super::{App, Problem};
use super::super::session::{self, Open};
use super::super::{actions, password as passwords, store};
use super::{again, links};

#[derive(Template)]
#[template(path = "base/identity/pages/account.html")]
struct AccountPage<'a> {
    w: &'a Tongue,
    name: &'a str,
    /// None for those who sign in at the provider alone.
    account: Option<String>,
    form: FormView,
    languages: Vec<(&'static str, String)>,
    chosen: FormView,
    sessions: Vec<Open>,
    /// A form was accepted.
    done: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, FormView::default())?.answer()
}

fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.actor.person().ok_or(Problem::SignIn)
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let person = me(visit)?;
    let (account, sessions) = app.read(|conn| {
        let own = visit.session.as_deref();
        let account = store::account_of(conn, person)?;
        let sessions = session::open_ones(conn, person, visit.now, own)?;
        Ok::<_, Problem>((account, sessions))
    })?;
    let languages = Lang::ALL.map(|lang| (lang.code(), lang.autonym().to_owned()));
    let mut chosen = Fields::default();
    chosen.set("language", w.lang.code());
    let account = account.filter(|row| !row.hash.is_empty() && !app.config.sign_in.no_passwords);
    Page::new(
        w.t("identity-account"),
        &AccountPage {
            w,
            name: &visit.actor.name,
            account: account.map(|row| row.account),
            form,
            languages: languages.to_vec(),
            chosen: FormView::fresh(chosen),
            sessions,
            done: visit.query.has("done"),
        },
    )
}

pub fn password(app: &App, visit: &Visit) -> Answer {
    match change(app, visit) {
        Ok(()) => Ok(Reply::Redirect("/account?done=1".into())),
        Err(Problem::Faults(faults)) => {
            draw(app, visit, again(visit, faults))?.status(422).answer()
        }
        Err(other) => Err(other),
    }
}

fn change(app: &App, visit: &Visit) -> Result<(), Problem> {
    let person = me(visit)?;
    let row = app
        .read(|conn| store::account_of(conn, person))?
        .ok_or(Problem::NotFound)?;
    // Whoever finds an open session must not try passwords faster than at the door.
    app.brakes.account(&row.account)?;
    let current = visit.form.raw("current");
    let mut faults = Faults::new();
    if current.is_empty() {
        faults.add("current", form::REQUIRED);
    } else if !passwords::verifies(&app.brakes, current, Some(&row.hash)) {
        faults.add("current", "identity-current-wrong");
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let new = links::checked(app, visit, person, &row.account)?;
    let hash = passwords::hash(&app.brakes, new.text())?;
    app.write(&visit.actor, |tx| {
        actions::change_password(tx, person, &hash, visit.session.as_deref())
    })
}

/// The choice counts on this device too: `?lang=` goes before what a device remembers.
pub fn language(app: &App, visit: &Visit) -> Answer {
    let person = me(visit)?;
    let mut faults = Faults::new();
    let lang = form::choice(&visit.form, &mut faults, "language", Lang::parse);
    form::need(&mut faults, "language", form::CHOICE, &lang);
    let Some(lang) = lang else {
        return draw(app, visit, again(visit, faults))?.status(422).answer();
    };
    app.write(&visit.actor, |tx| {
        actions::choose_language(tx, person, lang)
    })?;
    Ok(Reply::Redirect(format!(
        "/account?done=1&lang={}",
        lang.code()
    )))
}

pub fn sessions(app: &App, visit: &Visit) -> Answer {
    let person = me(visit)?;
    let key = visit.form.text("session");
    app.write(&visit.actor, |tx| {
        actions::close_sessions(tx, person, key, visit.session.as_deref())
    })?;
    Ok(Reply::Redirect("/account?done=1".into()))
}
