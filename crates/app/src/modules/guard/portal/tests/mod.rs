//! The portal from its doors: the citizen's through its own listener, the staff's through theirs.

mod access;
mod eid;
mod keys;
mod proofs;
mod reach;
mod walk;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use kit::id::Id;
use kit::words::Lang;
use tower::ServiceExt;

use super::super::model::{MailId, Proof};
use super::{Deposit, deposit};
use crate::base::config::Portal;
use crate::base::organisation::PersonId;
use crate::base::sms::Texter;
use crate::base::testing::House;
use crate::base::visit::Reply;
use crate::base::{Actor, Problem};
use crate::schedule;

pub const BO: &str = "bo@borger.example";
pub const PHONE: &str = "+45 12 34 56 78";
pub const NUMBER: &str = "010180-0008";
pub const MAIL: &[u8] = b"From: Anna <anna@testby.example>\r\nTo: bo@borger.example\r\nSubject: Needle subject\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear Bo, the needle decision is here.\r\n--x\r\nContent-Type: application/pdf; name=needle.pdf\r\nContent-Disposition: attachment; filename=needle.pdf\r\n\r\nPDF needle bytes\r\n--x--\r\n";

/// Runs a test in a house with a portal, on both engines.
pub fn with_portal(test: impl Fn(&House)) {
    test(&opened(House::sqlite()));
    if let Ok(base) = std::env::var("TILLIT_TEST_POSTGRES") {
        test(&opened(House::postgres(&base)));
    }
}

pub fn opened(mut house: House) -> House {
    let mut config = (*house.app.config).clone();
    config.portal = Portal {
        listen: Some(([127, 0, 0, 1], 8082).into()),
        url: Some("http://localhost:8082".into()),
        simulators: true,
        ..Portal::default()
    };
    house.app.texter = Texter::of(&config.portal).unwrap();
    house.app.config = Arc::new(config);
    house
}

/// What the guard does with a mail for Bo, in Danish; gives the message's door.
pub fn put(house: &House, sender: Option<PersonId>, proof: Proof) -> String {
    put_for(house, sender, proof, BO, Id::random())
}

pub fn put_for(
    house: &House,
    sender: Option<PersonId>,
    proof: Proof,
    to: &str,
    mail: MailId,
) -> String {
    let given = Deposit {
        mail,
        recipient: to,
        sender,
        sender_address: "anna@testby.example",
        language: Lang::Da,
        proof,
        message: MAIL,
    };
    let before = letters(house).len();
    let done: Result<(), Problem> = house.app.write(&Actor::program("guard"), |tx| {
        deposit(&house.app, tx, &given)
    });
    done.unwrap();
    while schedule::work_once(&house.app) {}
    let text = letters(house)
        .into_iter()
        .skip(before)
        .find(|text| text.contains("/post/"));
    let text = text.unwrap_or_default();
    let door = text
        .split("http://localhost:8082")
        .nth(1)
        .unwrap_or_default();
    door.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The texts of all mails that left.
pub fn letters(house: &House) -> Vec<String> {
    let kit::mail::Sender::Memory(kept) = &house.app.sender else {
        panic!("tests keep their mail");
    };
    let kept = kept.lock().unwrap();
    kept.iter()
        .map(|letter| format!("{} {}", letter.subject, letter.text))
        .collect()
}

/// The path of a message's door, without the language that a notice adds.
pub fn path(door: &str) -> &str {
    door.split('?').next().unwrap()
}

pub fn register(house: &House, phone: &str, number: &str) {
    let said = registered_by(house, house.people.anna, phone, number);
    assert!(said.is_none(), "{said:?}");
}

/// Somebody of ours registers Bo's phone and number; what the page says when it refuses.
pub fn registered_by(house: &House, person: PersonId, phone: &str, number: &str) -> Option<String> {
    let fields = [
        ("address", BO),
        ("phone", phone),
        ("number", number),
        ("lang", "da"),
        ("known_by", "Shown at the desk"),
    ];
    match house.send(&house.actor(person), "/guard/recipients", &fields) {
        Ok(Reply::Redirect(_)) => None,
        Ok(Reply::Page(page)) => Some(page.body),
        other => panic!("{other:?}"),
    }
}

/// The code of a letter that a message's sender makes.
pub fn letter(house: &House, sender: PersonId, door: &str) -> Option<String> {
    let id = path(door).trim_start_matches("/post/");
    let actor = house.actor(sender);
    match house.send(&actor, &format!("/guard/portal/{id}/letter"), &[]) {
        Ok(Reply::Page(page)) => {
            let code = page.body.split("<strong>").nth(2)?.split('<').next()?;
            Some(code.to_owned())
        }
        _ => None,
    }
}

/// The code of the newest text message.
pub fn texted(house: &House) -> String {
    let texts = house.app.texter.simulated().unwrap();
    let text = &texts.first().expect("a text message").text;
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take(6)
        .collect();
    digits
}

/// A citizen's browser in front of the portal's listener.
pub struct Browser<'a> {
    house: &'a House,
    pub cookie: Option<String>,
    /// What the browser says of the page that a request comes from.
    pub from: (&'static str, &'static str),
    /// The language that the device remembers.
    lang: String,
}

pub struct Seen {
    pub status: u16,
    pub to: String,
    pub body: String,
}

impl<'a> Browser<'a> {
    pub fn new(house: &'a House) -> Browser<'a> {
        Browser {
            house,
            cookie: None,
            from: ("sec-fetch-site", "same-origin"),
            lang: String::new(),
        }
    }

    pub fn get(&mut self, path: &str) -> Seen {
        self.send("GET", path, Body::empty())
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("once", &crate::base::once::token());
        for (name, value) in fields {
            form.append_pair(name, value);
        }
        self.send("POST", path, Body::from(form.finish()))
    }

    fn send(&mut self, method: &str, path: &str, body: Body) -> Seen {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8082")
            .header(self.from.0, self.from.1)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let cookies = format!("{}; {}", self.cookie.as_deref().unwrap_or("a=b"), self.lang);
        request = request.header(header::COOKIE, cookies);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let router = crate::shell::portal_router(&self.house.app);
            let response = router.oneshot(request.body(body).unwrap()).await.unwrap();
            let text = |name: header::HeaderName| {
                let value = response.headers().get(name);
                value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
            };
            let to = text(header::LOCATION);
            for set in response.headers().get_all(header::SET_COOKIE) {
                let cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
                if cookie.starts_with("__Host-") {
                    self.cookie = Some(cookie);
                } else {
                    self.lang = cookie;
                }
            }
            let status = response.status().as_u16();
            let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Seen { status, to, body }
        })
    }

    /// From the door into the message by a code to the phone.
    pub fn enter(&mut self, door: &str) -> String {
        let path = door.split('?').next().unwrap();
        assert_eq!(self.post(&format!("{path}/code"), &[]).status, 303);
        let seen = self.post(&format!("{path}/open"), &[("code", &texted(self.house))]);
        assert_eq!(seen.status, 303, "{}", seen.body);
        seen.to
    }
}
