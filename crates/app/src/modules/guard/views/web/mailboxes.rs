//! Mailboxes that no single person sends from, and those a second reader never opens.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::held;
use super::super::MailboxId;
use super::super::model::{Kind, mailbox};
use super::super::{actions, store};
use crate::base::organisation::{self, PersonId};
use crate::base::subject::Subject;
use crate::base::visit::{Answer, FormView, Page, Visit, submit};
use crate::base::{App, Problem, Role, audit, once};

#[derive(Template)]
#[template(path = "modules/guard/views/pages/mailboxes.html")]
struct Mailboxes<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    lines: Vec<Line>,
    /// Addresses from which something was stopped and that nobody answers for.
    unowned: Vec<String>,
    kinds: Vec<(String, String)>,
}

struct Line {
    id: String,
    address: String,
    kind: String,
    owner: String,
    reason: String,
    once: FormView,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    draw(app, visit, &FormView::fresh(Fields::default()))?.answer()
}

fn draw(app: &App, visit: &Visit, form: &FormView) -> Result<Page, Problem> {
    let w = &visit.tongue;
    let own = visit.actor.scope(Role::Dpo);
    let (rows, people, unowned) = app.read(|conn| {
        let rows = store::mailboxes(conn)?;
        let owners: Vec<PersonId> = rows.iter().filter_map(|row| row.owner).collect();
        let people = organisation::people(conn, &owners)?;
        Ok::<_, Problem>((rows, people, held::unowned(app, conn, &own)?))
    })?;
    if !unowned.is_empty() {
        // Whose mails were stopped is told: a look like any other.
        app.write(&visit.actor, |tx| {
            audit::noted(
                tx,
                "guard.look",
                &Subject::named(held::STOPPED.kind, "list"),
            )
        })?;
    }
    let lines = rows.iter().map(|row| Line {
        id: row.id.to_string(),
        address: row.address.clone(),
        kind: Kind::parse(&row.kind).map_or_else(String::new, |kind| w.t(kind.word())),
        owner: row
            .owner
            .and_then(|id| people.get(&id))
            .map_or_else(String::new, organisation::PersonRow::name),
        reason: row.reason.clone(),
        once: FormView::fresh(Fields::default()),
    });
    let page = Mailboxes {
        w,
        form,
        lines: lines.collect(),
        unowned: unowned.into_iter().collect(),
        kinds: Kind::ALL
            .map(|kind| (kind.code().to_owned(), w.t(kind.word())))
            .to_vec(),
    };
    Page::new(w.t("guard-views-mailboxes"), &page)
}

pub fn add(app: &App, visit: &Visit) -> Answer {
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            let new = mailbox(&visit.form)?;
            actions::add_mailbox(app, tx, &visit.actor, &new)?;
            Ok("/guard/mailboxes".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}

pub fn end(app: &App, visit: &Visit) -> Answer {
    let id: MailboxId = visit.id("id")?;
    let result = app.write(&visit.actor, |tx| {
        once::first(tx, visit, |tx| {
            actions::end_mailbox(tx, &visit.actor, id)?;
            Ok("/guard/mailboxes".to_owned())
        })
    });
    submit(result, |faults| {
        draw(app, visit, &FormView::again(visit, faults))
    })
}
