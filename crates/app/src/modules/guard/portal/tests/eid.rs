//! National eID: the number that is proven must be the one that is registered.

use std::sync::Arc;

use super::super::super::model::Proof;
use super::{BO, Browser, NUMBER, PHONE, opened, path, put, register};
use crate::base::config::Eid;
use crate::base::identity::tests::fake::{Asked, Fake};
use crate::base::testing::House;

fn with_eid(provider: &Fake) -> House {
    let mut house = opened(House::sqlite());
    let file = house.app.keys.dir().join("client.secret");
    std::fs::write(&file, "only-the-two-of-us-know").unwrap();
    let mut config = (*house.app.config).clone();
    config.portal.eid = Some(Eid {
        issuer: provider.issuer.clone(),
        client_id: "tillit".into(),
        client_secret_file: file,
        claim: "pid".into(),
        name: "MitID".into(),
        scopes: vec!["ssn".into()],
    });
    house.app.config = Arc::new(config);
    house
}

/// Goes to the eID and comes back with a number (or without one).
fn identified(
    house: &House,
    provider: &Fake,
    bo: &mut Browser<'_>,
    door: &str,
    number: Option<&str>,
) -> super::Seen {
    let path = door.split('?').next().unwrap();
    let seen = bo.get(&format!("{path}/eid"));
    assert_eq!(seen.status, 303);
    let asked = Asked::read_for(&seen.to, "http://localhost:8082/eid/back");
    let mut claims = provider.claims(&asked, "someone", house.app.now().ms() / 1000);
    if let Some(number) = number {
        claims["pid"] = number.into();
    }
    let code = provider.signs(&asked, &claims);
    bo.get(&format!("/eid/back?state={}&code={code}", asked.state))
}

#[test]
fn the_registered_number_opens_the_strongest_message() {
    let provider = Fake::start();
    let house = with_eid(&provider);
    register(&house, PHONE, NUMBER);
    let door = put(&house, Some(house.people.anna), Proof::NationalEid);
    let mut bo = Browser::new(&house);
    assert!(bo.get(&door).body.contains("MitID"));
    let seen = identified(&house, &provider, &mut bo, &door, Some("0101800008"));
    assert_eq!(seen.status, 303, "{}", seen.body);
    assert!(bo.get(&seen.to).body.contains("needle decision"));
}

#[test]
fn another_number_opens_nothing() {
    let provider = Fake::start();
    let house = with_eid(&provider);
    register(&house, PHONE, NUMBER);
    let door = put(&house, None, Proof::NationalEid);
    for number in [Some("0202800006"), Some(""), None] {
        let mut eve = Browser::new(&house);
        let seen = identified(&house, &provider, &mut eve, &door, number);
        assert_eq!(seen.status, 409, "{number:?}");
        assert!(!seen.body.contains(BO));
        assert!(eve.get("/inbox").body.contains("notice that we sent you"));
    }
}

#[test]
fn a_number_opens_what_came_after_it_from_everybody() {
    let provider = Fake::start();
    let house = with_eid(&provider);
    let before = put(&house, Some(house.people.mona), Proof::LetterCode);
    house.at("2026-03-02T09:00:00Z");
    register(&house, "", NUMBER);
    let annas = put(&house, Some(house.people.anna), Proof::LetterCode);
    let monas = put(&house, Some(house.people.mona), Proof::NationalEid);
    // A number that somebody registers opens nothing that others wrote before.
    let mut bo = Browser::new(&house);
    assert!(!bo.get(&before).body.contains("MitID"));
    let seen = identified(&house, &provider, &mut bo, &before, Some("0101800008"));
    assert_eq!(seen.status, 409, "{}", seen.body);
    let seen = identified(&house, &provider, &mut bo, &annas, Some("0101800008"));
    assert_eq!(bo.get(&seen.to).status, 200);
    let inside = |door: &str| path(door).replace("/post/", "/inbox/");
    assert_eq!(bo.get(&inside(&monas)).status, 200);
    assert_eq!(bo.get(&inside(&before)).status, 303);
    let list = bo.get("/inbox").body;
    assert!(list.contains(&inside(&annas)) && list.contains(&inside(&monas)));
    assert!(!list.contains(&inside(&before)), "{list}");
}

#[test]
fn an_answer_of_the_eid_works_once_and_in_its_own_browser() {
    let provider = Fake::start();
    let house = with_eid(&provider);
    register(&house, "", NUMBER);
    let door = put(&house, None, Proof::NationalEid);
    let path = door.split('?').next().unwrap();
    let mut bo = Browser::new(&house);
    let asked = Asked::read_for(
        &bo.get(&format!("{path}/eid")).to,
        "http://localhost:8082/eid/back",
    );
    let mut claims = provider.claims(&asked, "someone", house.app.now().ms() / 1000);
    claims["pid"] = "010180-0008".into();
    let back = format!(
        "/eid/back?state={}&code={}",
        asked.state,
        provider.signs(&asked, &claims)
    );
    // In Eve's browser it is worth nothing, and used up.
    let mut eve = Browser::new(&house);
    assert_eq!(eve.get(&back).status, 409);
    assert_eq!(bo.get(&back).status, 409);
}
