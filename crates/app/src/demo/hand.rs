//! The hand that fills in the forms: the demonstration goes through the same doors as everybody else.

use kit::clock::{Moment, Typed};
use kit::form::{Fields, turn};
use kit::words::Lang;

use crate::base::room::Method;
use crate::base::visit::{Page, Reply, Visit};
use crate::base::{Actor, App, Problem, once};

/// Sends a form as somebody at the clock's moment; gives the address it leads to.
///
/// # Errors
/// The form came back, or the door is closed: the demonstration would be wrong.
pub fn post(
    app: &App,
    actor: &Actor,
    path: &str,
    fields: &[(&str, String)],
) -> Result<String, Problem> {
    match sent(app, actor, path, fields)? {
        Reply::Redirect(to) => Ok(to),
        Reply::Page(page) => Err(came_back(path, fields, &page)),
        _ => Err(Problem::Outside(format!(
            "demonstration: {path} gave no address"
        ))),
    }
}

/// Sends a form that answers with a page of its own.
///
/// # Errors
/// As [`post`].
pub fn page(
    app: &App,
    actor: &Actor,
    path: &str,
    fields: &[(&str, String)],
) -> Result<String, Problem> {
    match sent(app, actor, path, fields)? {
        Reply::Page(page) if page.status == 200 => Ok(page.body),
        Reply::Page(page) => Err(came_back(path, fields, &page)),
        _ => Err(Problem::Outside(format!(
            "demonstration: {path} gave no page"
        ))),
    }
}

fn came_back(path: &str, fields: &[(&str, String)], page: &Page) -> Problem {
    Problem::Outside(format!(
        "demonstration: {path} came back with {} ({}): {}",
        page.status,
        fields
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join(" "),
        said(&page.body),
    ))
}

fn sent(app: &App, actor: &Actor, path: &str, fields: &[(&str, String)]) -> Result<Reply, Problem> {
    let (route, params) = app
        .rooms
        .iter()
        .flat_map(|room| room.routes)
        .filter(|route| route.method == Method::Post)
        .find_map(|route| Some((route, matched(route.path, path)?)))
        .ok_or_else(|| Problem::Outside(format!("demonstration: no door {path}")))?;
    if !route.access.admits(actor) {
        return Err(Problem::Outside(format!(
            "demonstration: {path} is not for this actor"
        )));
    }
    let mut form = Fields::default();
    for (name, value) in fields {
        form.add(name, value.as_str());
        // An invented time in the night when the clocks go back is the first of the two.
        if let Some(Typed::Twice(..)) = app.zone.parse_local(value) {
            form.add(&turn(name), "1");
        }
    }
    if !form.has("once") {
        form.set("once", once::token());
    }
    let mut visit = visit(app, actor, path, params, form, app.now());
    visit.outside = route.outside;
    visit.portal = route.portal;
    (route.run)(app, &visit)
}

fn visit(
    app: &App,
    actor: &Actor,
    path: &str,
    params: Vec<(String, String)>,
    form: Fields,
    now: Moment,
) -> Visit {
    Visit {
        actor: actor.clone(),
        tongue: app.tongue(Lang::En),
        path: path.to_owned(),
        params,
        query: Fields::default(),
        form,
        files: Vec::new(),
        now,
        today: app.zone.day_of(now),
        address: String::new(),
        session: None,
        known: None,
        over: None,
        outside: false,
        portal: false,
    }
}

/// The values in a path that fits the pattern.
fn matched(pattern: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (mut left, mut right) = (pattern.split('/'), path.split('/'));
    let mut found = Vec::new();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Some(found),
            (Some(name), Some(value)) => match name
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'))
            {
                Some(name) => found.push((name.to_owned(), value.to_owned())),
                None if name == value => {}
                None => return None,
            },
            _ => return None,
        }
    }
}

/// The sentences about faults in a page that came back.
fn said(body: &str) -> String {
    body.split("class=\"fault\"")
        .skip(1)
        .filter_map(|part| part.split_once('>')?.1.split('<').next())
        .collect::<Vec<_>>()
        .join(" ")
}
