//! The people and units used in all tests, on a database of their own.

mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kit::clock::{Clock, Day, Moment};
use kit::db::{Db, Target};
use kit::form::Fields;
use kit::words::{Lang, Texts};

use super::config::Config;
use super::identity::actor::{Actor, Role};
use super::identity::session;
use super::organisation::{
    self, ControllerId, NewController, NewDuty, NewEmployment, NewPerson, NewUnit, PersonId,
    TitleId, UnitId,
};
use super::room::Method;
use super::visit::{Answer, Upload, Visit};
use super::{App, Problem, once};
use crate::boot;

/// The clock begins here: Monday 2 March 2026, ten o'clock in Helsinki.
pub const START: &str = "2026-03-02T08:00:00Z";

/// An installation with three controllers, four units and seven people.
pub struct House {
    pub app: App,
    /// Board of education, board of social services, a company.
    pub controllers: [ControllerId; 3],
    /// Education; School (below Education); Social services; the company's office.
    pub units: [UnitId; 4],
    pub title: TitleId,
    pub people: People,
    _place: Place,
}

/// One person per way of being somebody.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// Employee in School.
    pub anna: PersonId,
    /// Manager of Education, and so of School below it.
    pub mona: PersonId,
    /// Data protection officer of all.
    pub doris: PersonId,
    /// Information security officer of all.
    pub iris: PersonId,
    /// Secretary of the board of education.
    pub sam: PersonId,
    /// Auditor of all.
    pub aud: PersonId,
    /// Administrator.
    pub adam: PersonId,
}

/// What goes away with the house.
struct Place {
    _dir: tempfile::TempDir,
    server: Option<(String, String)>,
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((base, name)) = &self.server {
            let _ = at_server(
                base,
                &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            );
        }
    }
}

fn at_server(base: &str, sql: &str) -> Result<(), postgres::Error> {
    postgres::Client::connect(&format!("{base} dbname=postgres"), postgres::NoTls)?
        .batch_execute(sql)
}

/// Runs a test in a fresh house on SQLite and, where the test command has started a server, on PostgreSQL.
pub fn on_both(test: impl Fn(&House)) {
    test(&House::sqlite());
    if let Ok(base) = std::env::var("TILLIT_TEST_POSTGRES") {
        test(&House::postgres(&base));
    }
}

impl House {
    pub fn sqlite() -> House {
        let dir = tempfile::tempdir().unwrap();
        let target = Target::Sqlite(dir.path().join("tillit.sqlite"));
        House::build(
            target,
            Place {
                _dir: dir,
                server: None,
            },
        )
    }

    pub fn postgres(base: &str) -> House {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "app_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        at_server(base, &format!("DROP DATABASE IF EXISTS {name}")).unwrap();
        at_server(base, &format!("CREATE DATABASE {name}")).unwrap();
        let target = Target::Postgres {
            url: format!("{base} dbname={name}"),
            ca_file: None,
        };
        let dir = tempfile::tempdir().unwrap();
        let server = Some((base.to_owned(), name));
        House::build(target, Place { _dir: dir, server })
    }

    fn build(target: Target, place: Place) -> House {
        let start = Moment::parse_rfc3339(START).unwrap();
        let db = Db::open(target, 4).unwrap();
        kit::db::migrate(&db, &boot::migrations(), start).unwrap();
        let keys = place._dir.path().join("keys");
        let config = Config::parse(&configuration(&keys), []).unwrap();
        let printer: super::app::Printer = Arc::new(|_| Ok(b"%PDF-fake".to_vec()));
        let mut app = boot::assemble(config, db, Clock::set_to(start), printer).unwrap();
        // The children of a test program would be tests: files are read in this process.
        app.reader = Arc::new(|name, bytes| {
            extract::read(
                name,
                bytes,
                &extract::Limits::default(),
                &mut extract::NoTools,
            )
        });
        app.sender = kit::mail::Sender::memory().0;
        let filled = app.write(&Actor::console(), fill).unwrap();
        House {
            app,
            controllers: filled.controllers,
            units: filled.units,
            title: filled.title,
            people: filled.people,
            _place: place,
        }
    }

    /// The person as sign-in would make the actor now.
    pub fn actor(&self, person: PersonId) -> Actor {
        self.app
            .read(|conn| session::actor(&self.app, conn, person, self.app.now()))
            .unwrap()
            .expect("a person of the house")
    }

    /// Sets the clock, as `2026-03-02T08:00:00Z`.
    pub fn at(&self, moment: &str) {
        self.app
            .clock
            .put(Moment::parse_rfc3339(moment).expect("a moment"));
    }

    /// A visit to an address (with its query) in English.
    pub fn visit(&self, actor: &Actor, address: &str) -> Visit {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Visit {
            actor: actor.clone(),
            tongue: self.app.tongue(Lang::En),
            path: path.to_owned(),
            params: Vec::new(),
            query: Fields::parse(query),
            form: Fields::default(),
            files: Vec::new(),
            now: self.app.now(),
            today: self.app.today(),
            address: "192.0.2.1".to_owned(),
            session: None,
            known: None,
            over: None,
            outside: false,
            portal: false,
        }
    }

    /// Opens a page through its route, with the rights the door asks for.
    pub fn open(&self, actor: &Actor, address: &str) -> Answer {
        self.through(Method::Get, self.visit(actor, address))
    }

    /// Sends a form through its route, with a fresh token unless the fields hold one.
    pub fn send(&self, actor: &Actor, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_with(actor, address, fields, Vec::new())
    }

    /// The same with files.
    pub fn send_with(
        &self,
        actor: &Actor,
        address: &str,
        fields: &[(&str, &str)],
        files: Vec<Upload>,
    ) -> Answer {
        let mut visit = self.visit(actor, address);
        for (name, value) in fields {
            visit.form.add(name, *value);
        }
        if !visit.form.has("once") {
            visit.form.set("once", once::token());
        }
        visit.files = files;
        self.through(Method::Post, visit)
    }

    fn through(&self, method: Method, mut visit: Visit) -> Answer {
        let routes = self.app.rooms.iter().flat_map(|room| room.routes);
        // A route of fixed words goes before one with a variable, as in axum.
        let mut found: Vec<_> = routes
            .filter(|route| route.method == method)
            .filter_map(|route| params(route.path, &visit.path).map(|found| (found, route)))
            .collect();
        found.sort_by_key(|(params, _)| params.len());
        let Some((params, route)) = found.into_iter().next() else {
            return Err(Problem::NotFound);
        };
        if !route.access.admits(&visit.actor) {
            return Err(match visit.actor.person() {
                Some(_) => Problem::Forbidden,
                None => Problem::SignIn,
            });
        }
        visit.params = params;
        visit.outside = route.outside;
        visit.portal = route.portal;
        (route.run)(&self.app, &visit)
    }
}

/// The values of `{name}` when the path has the route's form.
fn params(route: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    if route.len() != path.len() {
        return None;
    }
    let mut found = Vec::new();
    for (form, part) in route.into_iter().zip(path) {
        match form
            .strip_prefix('{')
            .and_then(|form| form.strip_suffix('}'))
        {
            Some(name) => found.push((name.to_owned(), part.to_owned())),
            None if form == part => {}
            None => return None,
        }
    }
    Some(found)
}

fn configuration(keys: &std::path::Path) -> String {
    format!(
        "[municipality]\nname = {{ en = \"Testby\", fi = \"Testilä\" }}\nzone = \"Europe/Helsinki\"\nlanguage = \"en\"\n\
         business_id = \"0000000-0\"\naddress = \"Square 1, Testby\"\n\
         [report]\nurl = \"http://localhost:8080\"\n\
         [database]\nurl = \"sqlite:unused\"\nkeys_dir = {:?}\n",
        keys.display().to_string()
    )
}

struct Filled {
    controllers: [ControllerId; 3],
    units: [UnitId; 4],
    title: TitleId,
    people: People,
}

fn fill(tx: &kit::db::Tx<'_>) -> Result<Filled, Problem> {
    let may = Actor::console().administrator()?;
    let from = Day::parse("2020-01-01").expect("a day");
    let controller = |code: &str, company, name: &str| {
        let name = Texts::same(name);
        let new = NewController {
            code: code.to_owned(),
            company,
            name,
            from,
        };
        organisation::add_controller(tx, may, &new)
    };
    let controllers = [
        controller("edu", false, "Board of education")?,
        controller("soc", false, "Board of social services")?,
        controller("water", true, "Water company")?,
    ];
    let unit = |code: &str, name: &str, parent, controller| {
        let (code, name) = (code.to_owned(), Texts::same(name));
        let new = NewUnit {
            code,
            name,
            parent,
            controller,
            from,
        };
        organisation::add_unit(tx, may, &new)
    };
    let education = unit("edu-1", "Education", None, controllers[0])?;
    let units = [
        education,
        unit("edu-2", "School", Some(education), controllers[0])?,
        unit("soc-1", "Social services", None, controllers[1])?,
        unit("water-1", "Office", None, controllers[2])?,
    ];
    let title = organisation::add_title(tx, may, "t1", &Texts::same("Adviser"))?;
    let person = |number: &str, given: &str, unit| {
        let new = NewPerson {
            number: number.to_owned(),
            given: given.to_owned(),
            family: "Testby".to_owned(),
            email: Some(format!("{}@testby.example", given.to_lowercase())),
            lang: Some(Lang::En),
        };
        let person = organisation::add_person(tx, may, &new)?;
        let number = format!("{number}-1");
        let new = NewEmployment {
            number,
            person,
            unit,
            title,
            from,
            until: None,
        };
        organisation::employ(tx, may, &new)?;
        Ok::<_, Problem>(person)
    };
    let people = People {
        anna: person("1001", "Anna", units[1])?,
        mona: person("1002", "Mona", units[0])?,
        doris: person("1003", "Doris", units[2])?,
        iris: person("1004", "Iris", units[2])?,
        sam: person("1005", "Sam", units[0])?,
        aud: person("1006", "Aud", units[2])?,
        adam: person("1007", "Adam", units[3])?,
    };
    organisation::appoint_manager(tx, may, units[0], people.mona, from)?;
    for (role, person, controller) in [
        (Role::Dpo, people.doris, None),
        (Role::Ciso, people.iris, None),
        (Role::Secretary, people.sam, Some(controllers[0])),
        (Role::Auditor, people.aud, None),
        (Role::Administrator, people.adam, None),
    ] {
        let new = NewDuty {
            role,
            person,
            controller,
            from,
        };
        organisation::give_duty(tx, may, &new)?;
    }
    Ok(Filled {
        controllers,
        units,
        title,
        people,
    })
}

#[test]
fn the_house_stands_on_both_engines() {
    on_both(|house| {
        let adam = house.actor(house.people.adam);
        assert!(adam.administrator().is_ok());
        let mona = house.actor(house.people.mona);
        assert_eq!(mona.leads().len(), 2, "Education and School below it");
        let doris = house.actor(house.people.doris);
        assert!(doris.editor_of(house.controllers[2]).is_ok());
        let sam = house.actor(house.people.sam);
        assert!(sam.scope(Role::Secretary).admits(house.controllers[0]));
        assert!(sam.editor_of(house.controllers[0]).is_err());
        assert_eq!(house.app.today(), Day::parse("2026-03-02").unwrap());
    });
}
