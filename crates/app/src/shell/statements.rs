//! How many statements a page asks of the database. One test makes a house with something in it, walks the pages
//! as each role by the links that stand on them, and holds every page against `statements.txt`: a page whose
//! statements grow with its rows is found before a municipality finds it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

use crate::base::identity::session;
use crate::base::organisation::PersonId;
use crate::base::room::Method;
use crate::base::testing::House;
use crate::base::visit::Reply;

const TABLE: &str = include_str!("statements.txt");
/// What a page may ask that the table does not name, the visitor's session included.
const USUAL: u64 = 16;
/// Addresses of one kind that one role opens: the second one has other rows.
const EACH: usize = 2;

fn sent(house: &House, person: PersonId, path: &str, fields: &[(&str, &str)]) -> String {
    match house.send(&house.actor(person), path, fields) {
        Ok(Reply::Redirect(to)) => to,
        Ok(Reply::Page(page)) => panic!("{path} came back: {}", page.body),
        other => panic!("{path}: {other:?}"),
    }
}

/// The first value of a choice on a page.
fn first_choice(house: &House, person: PersonId, path: &str, field: &str) -> String {
    let Ok(Reply::Page(page)) = house.open(&house.actor(person), path) else {
        panic!("{path} does not open");
    };
    let mark = format!("name=\"{field}\" value=\"");
    let rest = page.body.split(&mark).nth(1).expect("a choice");
    rest.split('"').next().expect("its value").to_owned()
}

/// A breach with everything that its page can show.
fn carry_on(house: &House, case: &str) {
    let now = "2026-03-02T10:00";
    let breach = [
        ("outcome", "breach"),
        ("facts", "A letter went astray."),
        ("aware", now),
        ("kinds", "c"),
        ("people", "1"),
        ("cause", "human"),
        ("origin", "internal"),
        ("discoverer", "staff"),
        ("natures", "r"),
    ];
    let nis2 = [("service", "Water"), ("words", "It stood."), ("aware", now)];
    let supplier = [("name", "Post & Print"), ("told", now)];
    let question = [("words", "How many?"), ("asked", "2026-03-02")];
    let told = [
        ("at", now),
        ("channel", "letter"),
        ("people", "One family"),
        ("number", "1"),
        ("extent", "all"),
        ("words", "Your letter went astray."),
        ("reason", "A high risk is likely."),
    ];
    let phase = [
        ("phase", "preliminary"),
        ("sent", now),
        ("way", "service"),
        ("receipt", "R/1"),
        ("reason", "A risk cannot be ruled out."),
    ];
    for (page, fields) in [
        ("step/assess", &breach[..]),
        ("nis2", &nis2[..]),
        ("supplier/details", &supplier[..]),
        ("notification/send", &phase[..]),
        ("authority/ask/question", &question[..]),
        ("letters/told", &told[..]),
        ("measure", &[("text", "Clean the address book.")][..]),
    ] {
        sent(house, house.people.doris, &format!("{case}/{page}"), fields);
    }
}

/// Reports, a year that is closed and one that is published, targets, paragraphs, remarks: through the doors.
fn fill(house: &House) {
    let (anna, doris) = (house.people.anna, house.people.doris);
    let about = first_choice(house, anna, "/report", "about");
    for story in [
        "A letter went astray.",
        "A list stood open.",
        "A phone is lost.",
    ] {
        let fields = [("story", story), ("noticed", "now"), ("about", &about)];
        let thanks = sent(house, anna, "/report", &fields);
        if story.starts_with("A letter") {
            let id = thanks.split(['/', '?']).nth(3).expect("the case's id");
            carry_on(house, &format!("/incidents/{id}"));
        }
    }
    for (year, kind) in [("2025", "counted"), ("2024", "history")] {
        sent(house, doris, "/year", &[("year", year), ("kind", kind)]);
        for text in ["One.", "Two.", "Three."] {
            let path = format!("/year/{year}/section/9/text");
            sent(
                house,
                doris,
                &path,
                &[("text-en", text), ("visibility", "public")],
            );
            let path = format!("/year/{year}/section/9/comment");
            sent(house, doris, &path, &[("comment", text)]);
        }
        sent(house, doris, &format!("/year/{year}/close"), &[]);
    }
    let approval = [
        ("body", "other"),
        ("other", "Council"),
        ("day", "2026-03-01"),
        ("paragraph", "7"),
    ];
    sent(house, doris, "/year/2024/approve", &approval);
    sent(house, doris, "/year/2024/publish", &[]);
}

/// One walk: who walks, and what was counted.
struct Walk<'a> {
    house: &'a House,
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
    counted: BTreeMap<&'static str, (u64, String)>,
}

impl Walk<'_> {
    /// The route of an address, fixed words before variables as in axum.
    fn route(&self, path: &str) -> Option<&'static str> {
        let fits = |pattern: &str| {
            let (pattern, path): (Vec<_>, Vec<_>) =
                (pattern.split('/').collect(), path.split('/').collect());
            let same = |(a, b): (&&str, &&str)| a.starts_with('{') || a == b;
            pattern.len() == path.len() && pattern.iter().zip(&path).all(same)
        };
        let routes = self.house.app.rooms.iter().flat_map(|room| room.routes);
        let mut found: Vec<&'static str> = routes
            .filter(|route| route.method == Method::Get && fits(route.path))
            .map(|route| route.path)
            .collect();
        found.sort_by_key(|pattern| pattern.matches('{').count());
        found.first().copied()
    }

    /// Opens an address, notes what it cost and gives the addresses of our own that it links to.
    fn open(&mut self, role: &str, cookie: Option<&str>, address: &str) -> Vec<String> {
        let path = address.split('?').next().unwrap_or(address);
        let Some(pattern) = self.route(path) else {
            return Vec::new();
        };
        let mut request = Request::builder().uri(address);
        if let Some(secret) = cookie {
            request = request.header(header::COOKIE, format!("{}={secret}", session::COOKIE));
        }
        let request = request.body(Body::empty()).unwrap();
        let before = self.house.app.db.statements();
        let response = self
            .runtime
            .block_on(self.router.clone().oneshot(request))
            .unwrap();
        let cost = self.house.app.db.statements() - before;
        assert_ne!(
            response.status(),
            StatusCode::INTERNAL_SERVER_ERROR,
            "{address}"
        );
        let most = self.counted.entry(pattern).or_default();
        if cost >= most.0 {
            *most = (cost, format!("{role} at {address}"));
        }
        let html = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if !html {
            return Vec::new();
        }
        let body = self
            .runtime
            .block_on(to_bytes(response.into_body(), usize::MAX))
            .unwrap();
        links(&String::from_utf8_lossy(&body))
    }

    fn walk(&mut self, role: &str, person: Option<PersonId>) {
        let cookie = person.map(|person| session::begin(&self.house.app, person).unwrap());
        let mut waiting: VecDeque<String> = ["/", "/open", "/report"].map(str::to_owned).into();
        let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
        let mut each: BTreeMap<&'static str, usize> = BTreeMap::new();
        while let Some(address) = waiting.pop_front() {
            for link in self.open(role, cookie.as_deref(), &address) {
                let path = link.split('?').next().unwrap_or(&link).to_owned();
                let Some(pattern) = self.route(&path) else {
                    continue;
                };
                let opened = each.entry(pattern).or_default();
                if *opened < EACH && seen.insert(path) {
                    *opened += 1;
                    waiting.push_back(link);
                }
            }
        }
    }
}

fn links(html: &str) -> Vec<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with('/') && !href.starts_with("/assets"))
        .map(|href| {
            href.split('#')
                .next()
                .unwrap_or(href)
                .replace("&amp;", "&")
                .replace("&#38;", "&")
        })
        .collect()
}

/// The table's lines: a route's pattern and what its page may ask.
fn table() -> BTreeMap<&'static str, u64> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (pattern, most) = line.split_once(": ").expect("a pattern and a number");
            (pattern, most.parse().expect("a number"))
        })
        .collect()
}

/// Pages without which the walk would prove nothing.
const NEEDED: [&str; 6] = [
    "/incidents",
    "/incidents/{id}",
    "/year/{year}",
    "/book",
    "/open/{file}",
    "/people/{id}",
];

fn compare(counted: &BTreeMap<&'static str, (u64, String)>, table: &BTreeMap<&'static str, u64>) {
    let said = |wild: bool| -> Vec<String> {
        counted
            .iter()
            .filter(|(pattern, (cost, _))| {
                !wild || *cost > table.get(*pattern).copied().unwrap_or(USUAL)
            })
            .map(|(pattern, (cost, place))| format!("{pattern}: {cost} ({place})"))
            .collect()
    };
    let wild = said(true);
    assert!(
        wild.is_empty(),
        "too many statements: {wild:#?}\nall: {:#?}",
        said(false)
    );
}

#[test]
fn no_page_asks_more_than_the_table_says() {
    let house = House::sqlite();
    fill(&house);
    let mut walk = Walk {
        house: &house,
        router: super::router(&house.app),
        runtime: tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap(),
        counted: BTreeMap::new(),
    };
    let people = house.people;
    for (role, person) in [
        ("dpo", Some(people.doris)),
        ("administrator", Some(people.adam)),
        ("secretary", Some(people.sam)),
        ("auditor", Some(people.aud)),
        ("ciso", Some(people.iris)),
        ("manager", Some(people.mona)),
        ("employee", Some(people.anna)),
        ("nobody", None),
    ] {
        walk.walk(role, person);
    }
    let table = table();
    compare(&walk.counted, &table);
    for needed in NEEDED {
        assert!(walk.counted.contains_key(needed), "{needed} was not walked");
    }
    let routes: BTreeSet<&str> = house
        .app
        .rooms
        .iter()
        .flat_map(|room| room.routes)
        .map(|route| route.path)
        .collect();
    let gone: Vec<_> = table
        .keys()
        .filter(|pattern| !routes.contains(**pattern))
        .collect();
    assert!(gone.is_empty(), "no such routes: {gone:?}");
}
