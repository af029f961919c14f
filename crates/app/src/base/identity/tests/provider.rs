//! Signing in at the provider, with one that is honest, one that lies, and one that is away.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::super::super::config::Oidc;
use super::super::super::room::Method::{Get, Post};
use super::super::super::testing::{House, on_both};
use super::super::super::visit::{Answer, Reply};
use super::super::super::{App, Problem};
use super::super::{Provider, session, store};
use super::fake::{Asked, Fake, jwt, shared, unsigned};
use super::{
    configured, end_person, entered, form, give_password, noted, page, run, says, visit, whose,
};

const SECRET: &[u8] = b"only-the-two-of-us-know";

struct Door<'a> {
    house: &'a House,
    fake: Fake,
    app: App,
    _dir: tempfile::TempDir,
}

impl<'a> Door<'a> {
    fn new(house: &'a House) -> Door<'a> {
        let fake = Fake::start();
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("secret");
        std::fs::write(&file, SECRET).unwrap();
        let mut app = configured(house, |config| {
            config.sign_in.oidc = Some(Oidc {
                issuer: fake.issuer.clone(),
                client_id: "tillit".into(),
                client_secret_file: file,
                email_domains: vec!["testby.example".into()],
                name: Some("Testby".into()),
            });
        });
        app.provider = Arc::new(Provider::default());
        let _dir = dir;
        Door {
            house,
            fake,
            app,
            _dir,
        }
    }

    /// To the provider: the browser's cookie, and what was asked there.
    fn go(&self) -> (String, Asked) {
        let there = visit(self.house, "/sign-in/provider?to=/account", None);
        let (cookie, to) = entered(run(&self.app, Get, "/sign-in/provider", there));
        assert!(to.starts_with(&format!("{}/auth?", self.fake.issuer)));
        (cookie, Asked::read(&to))
    }

    fn back(&self, cookie: Option<&str>, query: &str) -> Answer {
        let address = format!("/sign-in/back?{query}");
        run(
            &self.app,
            Get,
            "/sign-in/back",
            visit(self.house, &address, cookie),
        )
    }

    fn now(&self) -> i64 {
        self.app.now().ms() / 1000
    }

    /// The whole way of one sign-in with these claims added or changed.
    fn enter(&self, subject: &str, more: Value) -> Answer {
        let (cookie, asked) = self.go();
        let mut claims = self.fake.claims(&asked, subject, self.now());
        for (name, value) in more.as_object().unwrap() {
            claims[name] = value.clone();
        }
        let code = self.fake.signs(&asked, &claims);
        self.back(Some(&cookie), &format!("state={}&code={code}", asked.state))
    }

    fn unknown(&self, answer: Answer) {
        says(self.house, answer, 403, "identity-unknown");
    }
}

fn known_email() -> Value {
    json!({"email": "Anna@TESTBY.example", "email_verified": true})
}

#[test]
fn a_verified_address_binds_the_person_once() {
    on_both(|house| {
        let door = Door::new(house);
        let anna = house.people.anna;
        let (cookie, to) = entered(door.enter("s1", known_email()));
        assert_eq!(
            (whose(house, &cookie), to.as_str()),
            (Some(anna), "/account")
        );
        assert_eq!(noted(house, "identity.bind", anna), 1);
        let actor = session::recognise(&house.app, &cookie).unwrap().unwrap();
        assert!(actor.duties().is_empty(), "a first sign-in gives no duty");

        // From now on issuer and subject say who it is, whatever becomes of the address.
        let again = entered(door.enter("s1", json!({"email": "other@elsewhere.example"})));
        assert_eq!(whose(house, &again.0), Some(anna));
        // The address passed on to somebody else is not the person.
        door.unknown(door.enter("s2", known_email()));
        assert_eq!(door.fake.looks(), 1, "metadata is kept");
        end_person(house, anna);
        says(house, door.enter("s1", json!({})), 403, "identity-ended");
    });
}

#[test]
fn an_address_counts_only_verified_own_and_alone() {
    on_both(|house| {
        let door = Door::new(house);
        door.unknown(door.enter("s1", json!({})));
        door.unknown(door.enter("s1", json!({"email": "anna@testby.example"})));
        let unverified = json!({"email": "anna@testby.example", "email_verified": false});
        door.unknown(door.enter("s1", unverified));
        for email in [
            "anna@sub.testby.example",
            "anna@testby.example.evil.example",
            "nobody@testby.example",
        ] {
            door.unknown(door.enter("s1", json!({"email": email, "email_verified": true})));
        }
        // An address of two people is nobody's.
        house
            .app
            .write(&super::Actor::console(), |tx| {
                tx.run(
                    "UPDATE organisation_people SET email = 'ANNA@testby.example' WHERE id = $1",
                    kit::params![house.people.mona],
                )?;
                Ok::<_, Problem>(())
            })
            .unwrap();
        door.unknown(door.enter("s1", known_email()));
        let bound: i64 = house
            .app
            .read(|conn| {
                Ok::<_, Problem>(conn.value("SELECT COUNT(*) FROM identity_subjects", &[])?)
            })
            .unwrap();
        assert_eq!(bound, 0);
    });
}

#[test]
fn an_address_that_is_told_only_when_asked_counts_too() {
    on_both(|house| {
        let door = Door::new(house);
        let mut told = known_email();
        told["sub"] = json!("somebody else");
        door.fake.tells(told.clone());
        door.unknown(door.enter("s1", json!({})));
        told["sub"] = json!("s1");
        door.fake.tells(told);
        let (cookie, _) = entered(door.enter("s1", json!({})));
        assert_eq!(whose(house, &cookie), Some(house.people.anna));
    });
}

#[test]
fn a_callback_works_once_in_its_own_browser_and_in_time() {
    on_both(|house| {
        let door = Door::new(house);
        let old = |answer| says(house, answer, 409, "identity-begun-old");
        let ready = || {
            let (cookie, asked) = door.go();
            let mut claims = door.fake.claims(&asked, "s1", door.now());
            claims["email"] = json!("anna@testby.example");
            claims["email_verified"] = json!(true);
            let code = door.fake.signs(&asked, &claims);
            (cookie, format!("state={}&code={code}", asked.state))
        };
        let (cookie, query) = ready();
        old(door.back(Some(&cookie), "state=forged&code=code0"));
        old(door.back(Some(&cookie), "code=code0"));
        entered(door.back(Some(&cookie), &query));
        old(door.back(Some(&cookie), &query));

        let (_, query) = ready();
        old(door.back(None, &query));
        let (_, query) = ready();
        let (other, _) = door.go();
        old(door.back(Some(&other), &query));

        let (cookie, query) = ready();
        house.app.clock.put(house.app.now().plus_minutes(10));
        old(door.back(Some(&cookie), &query));
    });
}

#[test]
fn a_token_that_does_not_hold_signs_nobody_in() {
    on_both(|house| {
        let door = Door::new(house);
        give_password(house, house.people.anna, "anna", "sininen ovi narisee");
        house
            .app
            .write(&super::Actor::console(), |tx| {
                store::bind(tx, &door.fake.issuer, "s1", house.people.anna)
            })
            .unwrap();
        let unproven = |answer| says(house, answer, 403, "identity-unproven");
        let now = door.now();
        for wrong in [
            json!({"iss": "https://evil.example"}),
            json!({"aud": "another"}),
            json!({"aud": ["tillit", "another"]}),
            json!({"nonce": "forged"}),
            json!({"nonce": null}),
            json!({"exp": now - 1}),
            json!({"iat": now + 3600, "exp": now + 7200}),
        ] {
            unproven(door.enter("s1", wrong));
        }
        let with = |token: &dyn Fn(&Value) -> String| {
            let (cookie, asked) = door.go();
            let claims = door.fake.claims(&asked, "s1", now);
            let code = door.fake.gives(&asked, &token(&claims));
            door.back(Some(&cookie), &format!("state={}&code={code}", asked.state))
        };
        let thief = SigningKey::from_bytes(&[9; 32]);
        unproven(with(&|claims| {
            jwt(&json!({"alg": "EdDSA", "kid": "k1"}), claims, &thief)
        }));
        unproven(with(&|claims| unsigned(claims)));
        unproven(with(&|claims| shared(claims, SECRET)));
        // A code of another sign-in does not fit this one's proof key.
        let (cookie, asked) = door.go();
        let (_, other) = door.go();
        let code = door
            .fake
            .signs(&other, &door.fake.claims(&asked, "s1", now));
        unproven(door.back(Some(&cookie), &format!("state={}&code={code}", asked.state)));
        entered(door.enter("s1", json!({})));
    });
}

#[test]
fn the_provider_may_decline_and_must_be_the_one_that_was_asked() {
    on_both(|house| {
        let door = Door::new(house);
        let declined = |more: &str| {
            let (cookie, asked) = door.go();
            let code = door
                .fake
                .signs(&asked, &door.fake.claims(&asked, "s1", door.now()));
            let query = format!("state={}&{}", asked.state, more.replace("CODE", &code));
            says(
                house,
                door.back(Some(&cookie), &query),
                403,
                "identity-provider-declined",
            );
        };
        declined("error=access_denied");
        declined("error=access_denied&code=CODE");
        declined("code=CODE&iss=https%3A%2F%2Fevil.example");
        declined("");
    });
}

#[test]
fn a_new_key_is_fetched_when_it_is_met() {
    on_both(|house| {
        let door = Door::new(house);
        entered(door.enter("s1", known_email()));
        door.fake.new_key("k2", 8);
        // Right after a look it is not looked again, so that nobody can make us ask without end.
        says(house, door.enter("s1", json!({})), 403, "identity-unproven");
        assert_eq!(door.fake.looks(), 1);
        house.app.clock.put(house.app.now().plus_minutes(1));
        entered(door.enter("s1", json!({})));
        assert_eq!(door.fake.looks(), 2);
        house.app.clock.put(house.app.now().plus_hours(1));
        entered(door.enter("s1", json!({})));
        assert_eq!(door.fake.looks(), 3, "after an hour it is fetched anyway");
    });
}

#[test]
fn when_the_provider_is_away_passwords_still_work() {
    on_both(|house| {
        let door = Door::new(house);
        give_password(house, house.people.anna, "anna", "sininen ovi narisee");
        let app = configured(house, |config| {
            config.sign_in.oidc = door.app.config.sign_in.oidc.clone();
            if let Some(oidc) = &mut config.sign_in.oidc {
                oidc.issuer = "http://127.0.0.1:9".into();
            }
        });
        let go = visit(house, "/sign-in/provider", None);
        says(
            house,
            run(&app, Get, "/sign-in/provider", go),
            502,
            "identity-provider-down",
        );
        let shown = page(run(
            &app,
            Get,
            "/sign-in",
            visit(house, "/sign-in?to=/a", None),
        ))
        .1;
        assert!(shown.contains("/sign-in/provider?to=%2Fa") && shown.contains("Testby"));
        let sent = [("account", "anna"), ("password", "sininen ovi narisee")];
        entered(run(
            &app,
            Post,
            "/sign-in",
            form(house, "/sign-in", None, &sent),
        ));
    });
}

#[test]
fn whoever_is_signed_in_is_not_signed_out_by_a_link() {
    on_both(|house| {
        let door = Door::new(house);
        let cookie = session::begin(&house.app, house.people.anna).unwrap();
        let there = visit(house, "/sign-in/provider?to=/account", Some(&cookie));
        let answer = run(&door.app, Get, "/sign-in/provider", there);
        assert!(matches!(answer, Ok(Reply::Redirect(to)) if to == "/account"));
        let off = visit(house, "/sign-in/provider", None);
        let without = run(&house.app, Get, "/sign-in/provider", off);
        assert!(matches!(without, Err(Problem::NotFound)));
    });
}
