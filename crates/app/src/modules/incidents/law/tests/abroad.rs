//! A company of the group that is established in another country: that country's law, authority and holidays.

use kit::clock::Moment;

use super::super::super::ROOM;
use super::super::super::tests::{assess, breach, led, moment, report, text};
use super::super::model::Law;
use super::super::store;
use crate::base::figure::Period;
use crate::base::organisation::{self, Country, PersonId};
use crate::base::testing::{House, on_both};

fn settle(house: &House, controller: usize, country: &str) {
    let id = house.controllers[controller];
    let adam = house.actor(house.people.adam);
    let path = format!("/organisation/controllers/{id}/country");
    led(house.send(&adam, &path, &[("country", country)]));
}

fn open(house: &House, person: PersonId, unit: usize, aware: Moment) -> String {
    let id = report(house, person, house.units[unit], "It stood still");
    assess(house, id, breach(aware));
    let path = format!("/incidents/{id}/nis2");
    let at = house.app.zone.input_value(aware);
    let fields = [
        ("service", "Heat"),
        ("words", "A district."),
        ("aware", &*at),
    ];
    led(house.send(&house.actor(house.people.doris), &path, &fields));
    path
}

/// The value of a figure for one controller.
fn value(house: &House, key: &str, controller: usize) -> Option<f64> {
    let period = Period::of(2026, &house.app.zone, house.controllers.to_vec()).unwrap();
    let all = house
        .app
        .read(|conn| (ROOM.figures)(conn, &period))
        .unwrap();
    let wanted = Some(house.controllers[controller]);
    let found = all
        .iter()
        .find(|one| one.key == key && one.controller == wanted);
    found.unwrap().value
}

#[test]
fn each_controller_stands_under_the_law_of_its_country() {
    on_both(|house| {
        let (company, doris) = (2, house.actor(house.people.doris));
        settle(house, company, "dk");
        let aware = moment("2026-03-05T09:00:00Z");
        house.app.clock.put(aware.plus_hours(1));
        let people = house.people;
        let home = open(house, people.anna, 1, aware);
        let abroad = open(house, people.adam, 3, aware);
        let page = |path: &str| text(house.open(&doris, path));
        let (finnish, danish) = (page(&home), page(&abroad));
        assert!(
            finnish.contains("The law of: Finland") && finnish.contains("NCSC-FI"),
            "{finnish}"
        );
        assert!(
            danish.contains("The law of: Denmark") && danish.contains("SAMSIK"),
            "{danish}"
        );
        assert!(danish.contains("NIS 2-loven") && !danish.contains("NCSC-FI"));
        for path in [&home, &abroad] {
            house.app.clock.put(moment("2026-03-05T11:00:00Z"));
            let at = [
                ("deed", "incident_notification"),
                ("at", "2026-03-05T12:00"),
            ];
            led(house.send(&doris, path, &at));
        }
        let rows = house
            .app
            .read(|conn| store::done_by(conn, Moment::from_ms(i64::MAX)))
            .unwrap();
        let countries: Vec<_> = rows.iter().map(|row| row.country).collect();
        assert_eq!(countries, [Some(Country::Fi), Some(Country::Dk)]);
        // What was opened stays under its law; the year counts each by its own.
        settle(house, company, "");
        assert!(page(&abroad).contains("SAMSIK"));
        assert_eq!(value(house, "inc.nis2.notification_72h", 0), Some(1.0));
        assert_eq!(value(house, "inc.nis2.notification_72h", 2), Some(1.0));
    });
}

#[test]
fn a_board_abroad_is_in_scope_where_its_law_names_municipalities() {
    on_both(|house| {
        assert_eq!(value(house, "inc.nis2.significant", 1), None);
        settle(house, 1, "se");
        assert_eq!(value(house, "inc.nis2.significant", 1), Some(0.0));
        assert_eq!(value(house, "inc.nis2.significant", 0), None);
    });
}

#[test]
fn holidays_are_the_countrys() {
    use super::super::model::Rule;
    let zone = kit::clock::Zone::named("Europe/Copenhagen").unwrap();
    // Handed in on 2 March 2026; Maundy Thursday is 2 April.
    let sent = moment("2026-03-02T10:00:00Z");
    let last = |country| {
        let (due, _) = Law::in_force_in(Some(country))
            .due(Rule::FinalReport, sent, &zone)
            .unwrap();
        due.last_day.unwrap().to_string()
    };
    assert_eq!(last(Country::Se), "2026-04-02");
    assert_eq!(last(Country::Dk), "2026-04-07");
    assert_eq!(Law::in_force_in(None).country(), Law::in_force().country());
}

#[test]
fn only_the_administrator_says_where_a_board_is_established() {
    on_both(|house| {
        let id = house.controllers[2];
        let path = format!("/organisation/controllers/{id}");
        let adam = house.actor(house.people.adam);
        let form = text(house.open(&adam, &format!("{path}/country")));
        assert!(
            form.contains("Iceland") && form.contains("stands under that country"),
            "{form}"
        );
        let wrong = text(house.send(&adam, &format!("{path}/country"), &[("country", "xx")]));
        assert!(
            wrong.contains("role=\"alert\"") || wrong.contains("id=\"faults\""),
            "{wrong}"
        );
        assert!(text(house.open(&adam, &path)).contains("The municipality&#39;s"));
        settle(house, 2, "no");
        assert!(text(house.open(&adam, &path)).contains("Norway"));
        let own = house
            .app
            .read(|conn| organisation::country_of(conn, id))
            .unwrap();
        assert_eq!(own, Some(Country::No));
        let doris = house.actor(house.people.doris);
        let sent = house.send(&doris, &format!("{path}/country"), &[("country", "se")]);
        assert!(matches!(sent, Err(crate::base::Problem::Forbidden)));
    });
}
