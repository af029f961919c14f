//! Sign-in from its door, on both engines.

mod accounts;
pub mod fake;
mod flows;
mod passwords;
mod provider;

use std::sync::Arc;

use kit::clock::Day;
use kit::params;

use super::super::config::Config;
use super::super::organisation::{self, PersonId};
use super::super::room::Method;
use super::super::testing::House;
use super::super::visit::{Answer, Reply, Visit};
use super::super::{Actor, App, Problem};
use super::{password, session, store, web};

/// A visit of nobody, or of the browser with this cookie.
fn visit(house: &House, address: &str, cookie: Option<&str>) -> Visit {
    let actor = cookie.and_then(|secret| session::recognise(&house.app, secret).unwrap());
    let mut visit = house.visit(&actor.unwrap_or_else(Actor::nobody), address);
    visit.session = cookie.map(str::to_owned);
    visit
}

fn form(house: &House, address: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Visit {
    let mut visit = visit(house, address, cookie);
    for (name, value) in fields {
        visit.form.add(name, *value);
    }
    visit
}

/// Runs the route with this pattern.
fn run(app: &App, method: Method, pattern: &str, mut visit: Visit) -> Answer {
    let route = web::ROUTES
        .iter()
        .find(|route| route.method == method && route.path == pattern)
        .expect("a route");
    if !route.access.admits(&visit.actor) {
        return Err(Problem::Forbidden);
    }
    let parts = pattern.split('/').zip(visit.path.split('/'));
    visit.params = parts
        .filter_map(|(name, value)| {
            let name = name.strip_prefix('{')?.strip_suffix('}')?;
            Some((name.to_owned(), value.to_owned()))
        })
        .collect();
    (route.run)(app, &visit)
}

/// The new cookie and where it led.
fn entered(answer: Answer) -> (String, String) {
    match answer {
        Ok(Reply::Session {
            to,
            cookie: Some(cookie),
        }) => (cookie, to),
        other => panic!("nobody was signed in: {other:?}"),
    }
}

/// Status and text of a page.
fn page(answer: Answer) -> (u16, String) {
    match answer {
        Ok(Reply::Page(page)) => (page.status, page.body),
        other => panic!("no page: {other:?}"),
    }
}

fn says(house: &House, answer: Answer, status: u16, message: &str) {
    let (found, body) = page(answer);
    let sentence = house.app.tongue(kit::words::Lang::En).t(message);
    assert_eq!(found, status, "{body}");
    assert!(body.contains(&sentence), "{sentence} in {body}");
}

fn whose(house: &House, cookie: &str) -> Option<PersonId> {
    session::recognise(&house.app, cookie)
        .unwrap()
        .and_then(|actor| actor.person())
}

/// Gives a person a password without the long way.
fn give_password(house: &House, person: PersonId, account: &str, secret: &str) {
    let hash = password::hash(&house.app.brakes, secret).unwrap();
    house
        .app
        .write(&Actor::console(), |tx| {
            store::add_account(tx, person, account)?;
            store::set_password(tx, person, &hash)
        })
        .unwrap();
}

/// Ends everything a person has here with yesterday.
fn end_person(house: &House, person: PersonId) {
    let yesterday: Day = house.app.today().plus_days(-1);
    house
        .app
        .write(&Actor::console(), |tx| {
            for table in ["organisation_employments", "organisation_duties"] {
                let sql = format!("UPDATE {table} SET until_day = $1 WHERE person_id = $2");
                tx.run(&sql, params![yesterday, person])?;
            }
            Ok::<_, Problem>(())
        })
        .unwrap();
}

/// How often the book has this verb about a person.
fn noted(house: &House, verb: &str, person: PersonId) -> i64 {
    let subject = format!("{}:{person}", organisation::PERSON.kind);
    house
        .app
        .read(|conn| {
            Ok::<i64, Problem>(conn.value(
                "SELECT COUNT(*) FROM audit_entries WHERE verb = $1 AND subject = $2",
                params![verb, subject],
            )?)
        })
        .unwrap()
}

/// The same installation with another configuration.
fn configured(house: &House, change: impl FnOnce(&mut Config)) -> App {
    let mut app = house.app.clone();
    let mut config = Config::clone(&app.config);
    change(&mut config);
    app.config = Arc::new(config);
    app
}
