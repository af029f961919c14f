//! The set-up page of an empty installation.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::visit::{Answer, FormView, Page, Visit};
use super::super::super::{Actor, App, Problem};
use super::super::model::SetUp;
use super::super::{actions, needs_setup, password};
use super::{again, signed_in};

#[derive(Template)]
#[template(path = "base/identity/pages/setup.html")]
struct SetUpPage<'a> {
    w: &'a Tongue,
    form: FormView,
    passwords: bool,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    if !app.read(needs_setup)? {
        return Err(Problem::NotFound);
    }
    draw(app, visit, FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let passwords = !app.config.sign_in.no_passwords;
    Page::new(w.t("identity-setup"), &SetUpPage { w, form, passwords })
}

pub fn set_up(app: &App, visit: &Visit) -> Answer {
    app.brakes.address(&visit.address)?;
    if !app.read(needs_setup)? {
        return Err(Problem::NotFound);
    }
    // The console's code is one for all, so its tries are counted together, wherever they come from.
    app.brakes.account("/setup")?;
    let made = SetUp::check(&visit.form, !app.config.sign_in.no_passwords)
        .map_err(Problem::Faults)
        .and_then(|new| {
            let chosen = new.password.as_ref();
            let hash = chosen
                .map(|new| password::hash(&app.brakes, new.text()))
                .transpose()?;
            app.write(&Actor::program("set-up"), |tx| {
                actions::set_up(tx, &new, hash.as_deref(), visit.tongue.lang, visit.today)
            })
        });
    match made {
        Ok(person) => signed_in(app, visit, person, "set-up", "/"),
        Err(Problem::Faults(faults)) => {
            draw(app, visit, again(visit, faults))?.status(422).answer()
        }
        Err(other) => Err(other),
    }
}
