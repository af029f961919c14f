//! Simulators obey the published limits, and never pass for the real thing.

use kit::id::Id;

use super::super::store::parcels;
use super::{ALL, Not, Parcel, Sent, Taken, To, of_code, send};
use crate::base::Actor;
use crate::base::testing::on_both;

fn parcel<'a>(to: To<'a>, files: &'a [&'a str]) -> Parcel<'a> {
    Parcel {
        mail: Id::parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301").unwrap(),
        recipient: "bo@borger.example",
        to,
        subject: "Your case",
        files,
        bytes: 1000,
    }
}

#[test]
fn each_channel_refuses_what_the_service_would() {
    let deliver = |code: &str, to: To<'_>, files: &[&str]| {
        (of_code(code).unwrap().deliver)(&parcel(to, files), "0123456789abcdef")
            .map(|(taken, _)| taken)
    };
    assert_eq!(
        deliver("digital-post", To::Person("0101800008"), &["a.PDF"]),
        Ok(Taken::Digital)
    );
    assert_eq!(
        deliver("digital-post", To::Person("0101800009"), &[]),
        Ok(Taken::Paper)
    );
    assert_eq!(
        deliver("digital-post", To::Person("0101800008"), &["a.exe"]),
        Err(Not::FileKind)
    );
    assert_eq!(
        deliver("digital-post", To::Office("x"), &[]),
        Err(Not::NoOffices)
    );
    assert_eq!(
        deliver("suomi-fi", To::Person("131052308T"), &[]),
        Ok(Taken::Digital)
    );
    assert_eq!(
        deliver("sdk", To::Person("6408233234"), &[]),
        Err(Not::NoPersons)
    );
    assert_eq!(
        deliver("sdk", To::Office("registrator@kommun.example"), &[]),
        Ok(Taken::Digital)
    );
    assert_eq!(
        deliver("svarut", To::Person("01010050153"), &[]),
        Ok(Taken::Paper)
    );
}

#[test]
fn a_parcel_goes_once_and_is_called_simulated() {
    on_both(|house| {
        let app = &house.app;
        let again = || {
            app.write(&Actor::program("test"), |tx| {
                let channel = of_code("svarut").unwrap();
                send(app, tx, channel, &parcel(To::Person("01010050154"), &[]))
            })
            .unwrap()
        };
        let first = Sent::Now {
            simulated: true,
            taken: Taken::Digital,
        };
        assert_eq!(again(), first);
        assert_eq!(again(), Sent::Before);
        let rows = app.read(parcels::list).unwrap();
        assert_eq!(rows.len(), 1);
        assert!(rows[0].simulated && rows[0].reference.starts_with("SIMULATED-"));
        // No real service stands behind any of them yet: a change of this line is a decision.
        assert!(ALL.iter().all(|channel| channel.simulated));
    });
}
