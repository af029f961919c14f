//! One test walks every route with every role through the real door and compares with `rights.txt`.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

use crate::base::identity::session;
use crate::base::organisation::PersonId;
use crate::base::room::{Method, Route};
use crate::base::testing::House;

const TABLE: &str = include_str!("rights.txt");
/// A well-formed id of nothing: behind an open door it is simply not found.
const NOTHING: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

fn roles(house: &House) -> Vec<(&'static str, Option<PersonId>)> {
    let people = house.people;
    vec![
        ("nobody", None),
        ("employee", Some(people.anna)),
        ("manager", Some(people.mona)),
        ("dpo", Some(people.doris)),
        ("ciso", Some(people.iris)),
        ("secretary", Some(people.sam)),
        ("auditor", Some(people.aud)),
        ("administrator", Some(people.adam)),
    ]
}

/// The pattern with something in every place.
fn filled(pattern: &str) -> String {
    pattern
        .split('/')
        .map(|part| match part {
            "{year}" | "{y}" => "2020",
            part if part.starts_with('{') => NOTHING,
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// Whether the door opened: anything but *not for you* and *sign in first*.
async fn admitted(router: &axum::Router, route: &Route, cookie: Option<&str>) -> bool {
    let method = if route.method == Method::Get {
        "GET"
    } else {
        "POST"
    };
    let mut request = Request::builder()
        .method(method)
        .uri(filled(route.path))
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(secret) = cookie {
        request = request.header(header::COOKIE, format!("{}={secret}", session::COOKIE));
    }
    let response = router
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let to_sign_in = response
        .headers()
        .get(header::LOCATION)
        .is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in?to="));
    response.status() != StatusCode::FORBIDDEN && !to_sign_in
}

#[test]
fn every_route_with_every_role() {
    let house = House::sqlite();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let router = super::router(&house.app);
    let mut table = String::new();
    let mut routes: Vec<&Route> = house
        .app
        .rooms
        .iter()
        .flat_map(|room| room.routes)
        .collect();
    routes.sort_by_key(|route| (route.path, route.method == Method::Post));
    for route in routes {
        let method = if route.method == Method::Get {
            "GET "
        } else {
            "POST"
        };
        let mut open = Vec::new();
        for (role, person) in roles(&house) {
            // Signing out ends a session, so each visit has its own.
            let cookie = person.map(|person| session::begin(&house.app, person).unwrap());
            if runtime.block_on(admitted(&router, route, cookie.as_deref())) {
                open.push(role);
            }
        }
        writeln!(table, "{method} {}: {}", route.path, open.join(" ")).unwrap();
    }
    let written: String = TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(
        written, table,
        "shell/rights.txt says otherwise; the table as it is:\n{table}"
    );
}
