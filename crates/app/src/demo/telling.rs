//! Two breaches that are told in full: one of last autumn, notified in two phases, with letters and the authority's
//! answer, and closed; one of this week at a supplier, with a preliminary notification and much still open.

use kit::clock::{Day, Moment};
use kit::words::{Lang, Texts};

use super::cases::{Kind, Plan, Step};
use super::data::{Data, Telling};
use super::hand::post;
use super::stage;
use crate::base::{Actor, App, Country, Problem};

/// The story of the closed one, and of the open one.
const MAILING: &str = "merge_rows_shifted";
const SUPPLIER: &str = "supplier_intrusion";

/// Their steps in a year.
pub fn of_year(app: &App, data: &Data, year: i32, today: Day) -> Vec<(Moment, Step)> {
    let place = |key: &str| data.stories.iter().position(|story| story.key == key);
    let hour = |day: Day, hour: u8| {
        app.zone
            .moment(day, hour, 0)
            .unwrap_or_else(|| app.zone.start_of(day))
    };
    if year == today.year() - 1 {
        let Some((story, day)) = place(MAILING).zip(Day::new(year as i16, 10, 6)) else {
            return Vec::new();
        };
        let steps = [
            (Kind::Assess, 1),
            (Kind::Preliminary, 20),
            (Kind::Letters, 50),
            (Kind::Complete, 220),
            (Kind::Measure, 230),
            (Kind::Authority, 700),
            (Kind::Answer, 720),
            (Kind::Close, 730),
            (Kind::MeasureDone, 1_800),
            (Kind::MeasureVerified, 2_900),
        ];
        return life(
            plan(story, hour(day, 12), 412),
            year as u64 * 100_000 + 99_000,
            &steps,
        );
    }
    if year != today.year() {
        return Vec::new();
    }
    let aware = hour(today.plus_days(-2), 12);
    let steps = [
        (Kind::Assess, 2),
        (Kind::AtSupplier, 3),
        (Kind::Preliminary, 20),
    ];
    place(SUPPLIER)
        .map(|story| {
            life(
                plan(story, aware, 9_400),
                year as u64 * 100_000 + 99_001,
                &steps,
            )
        })
        .unwrap_or_default()
}

fn plan(story: usize, aware: Moment, people: i64) -> Plan {
    Plan {
        story,
        occurred: aware.plus_hours(-50),
        noticed: aware.plus_hours(-3),
        reported: aware.plus_hours(-1),
        aware,
        notified: aware.plus_hours(20),
        people,
    }
}

fn life(plan: Plan, case: u64, steps: &[(Kind, i64)]) -> Vec<(Moment, Step)> {
    let first = std::iter::once((plan.reported, Kind::Report));
    let rest = steps
        .iter()
        .map(|(kind, hours)| (plan.aware.plus_hours(*hours), *kind));
    first
        .chain(rest)
        .map(|(moment, kind)| (moment, Step { case, kind, plan }))
        .collect()
}

/// A case with what is needed to fill in its forms.
struct Desk<'a> {
    app: &'a App,
    dpo: Actor,
    case: &'a str,
    texts: &'a Telling,
    /// Reasons for a delay.
    delay: &'a Texts,
    /// Why the authority and the people concerned are told.
    why: &'a Texts,
    plan: &'a Plan,
    lang: Lang,
}

impl Desk<'_> {
    fn send(&self, page: &str, fields: &[(&str, String)]) -> Result<(), Problem> {
        post(
            self.app,
            &self.dpo,
            &format!("/incidents/{}/{page}", self.case),
            fields,
        )
        .map(|_| ())
    }

    fn part(&self, part: &str, fields: &[(&str, String)]) -> Result<(), Problem> {
        self.send(&format!("notification/part/{part}"), fields)
    }

    fn say(&self, texts: &Texts) -> String {
        texts.best(self.lang).to_owned()
    }

    fn at(&self, moment: Moment) -> String {
        self.app.zone.input_value(moment)
    }
}

/// One of the steps of telling.
///
/// # Errors
/// What the forms refuse.
pub fn play(app: &App, data: &Data, step: &Step, case: &str, lang: Lang) -> Result<(), Problem> {
    let desk = Desk {
        app,
        dpo: stage::actor(app, 2, app.now())?,
        case,
        texts: &data.telling,
        delay: &data.notes.delay.many,
        why: &data.stories[step.plan.story].reason,
        plan: &step.plan,
        lang,
    };
    match step.kind {
        Kind::Preliminary => phase(&desk, "preliminary"),
        Kind::Complete => {
            fill_in(&desk)?;
            phase(&desk, "complete")
        }
        Kind::Letters => letters(&desk),
        Kind::Authority => authority(&desk),
        Kind::AtSupplier => supplier(&desk),
        _ => Ok(()),
    }
}

fn phase(desk: &Desk<'_>, phase: &str) -> Result<(), Problem> {
    let mut fields = vec![
        ("phase", phase.to_owned()),
        ("sent", desk.at(desk.app.now())),
        ("way", "service".to_owned()),
    ];
    if phase == "preliminary" {
        fields.push(("reason", desk.say(desk.why)));
        fields.push(("receipt", format!("{}/4711", desk.app.today().year())));
        fields.push(("rest_by", desk.app.today().plus_days(14).to_string()));
    }
    if phase == "preliminary" && desk.app.now() > desk.plan.aware.plus_hours(72) {
        fields.push(("delay_reasons", desk.say(desk.delay)));
    }
    desk.send("notification/send", &fields)
}

fn fill_in(desk: &Desk<'_>) -> Result<(), Problem> {
    let texts = desk.texts;
    let plain = |text: &str| text.to_owned();
    desk.part(
        "nature",
        &[
            ("what_happened", desk.say(&texts.letter_happened)),
            ("kinds", plain("c")),
            ("natures", plain("r")),
            ("disclosure", plain("disclosed")),
            ("unintelligible", plain("no")),
            ("cause", plain("internal")),
            ("danish_types", plain("unintended")),
        ],
    )?;
    desk.part(
        "people",
        &[
            ("groups", plain("customers")),
            ("people_count", plain("exact")),
            ("people_count_2", desk.plan.people.to_string()),
        ],
    )?;
    desk.part(
        "records",
        &[
            ("record_kinds", plain("basic")),
            ("record_kinds", plain("contact")),
            ("record_count", plain("approximate")),
            ("record_count_2", (desk.plan.people * 2).to_string()),
        ],
    )?;
    desk.part(
        "consequences",
        &[
            ("consequences_c", desk.say(&texts.consequences)),
            ("impacts", plain("loss_of_control")),
            ("severity", plain("moderate")),
            ("risk", plain("high")),
            ("measures_taken", desk.say(&texts.taken)),
            ("measures_planned", desk.say(&texts.planned)),
            ("measures_against", plain("process_change")),
        ],
    )
}

fn letters(desk: &Desk<'_>) -> Result<(), Problem> {
    for lang in [Lang::Fi, Lang::Sv] {
        let w = desk.app.tongue(lang);
        let say = |texts: &Texts| texts.best(lang).to_owned();
        let country = Country::choosing(desk.app.country());
        let closing = w.one("incidents-telling-letter-closing-text", "country", country);
        desk.send(
            &format!("letters/text/{lang}"),
            &[
                ("subject", w.t("incidents-telling-letter-about")),
                ("happened", say(&desk.texts.letter_happened)),
                ("consequences", say(&desk.texts.consequences)),
                ("measures", say(&desk.texts.taken)),
                ("advice", w.t("incidents-telling-letter-advice-text")),
                ("contact", desk.app.config.name(lang)),
                ("closing", closing),
            ],
        )?;
    }
    desk.send(
        "letters/told",
        &[
            ("at", desk.at(desk.app.now())),
            ("channel", "letter".to_owned()),
            ("people", desk.say(&desk.texts.group)),
            ("number", desk.plan.people.to_string()),
            ("extent", "all".to_owned()),
            ("reason", desk.say(desk.why)),
            ("lang", "fi".to_owned()),
        ],
    )
}

fn authority(desk: &Desk<'_>) -> Result<(), Problem> {
    let today = desk.app.today();
    let asked = [
        ("words", desk.say(&desk.texts.question)),
        ("asked", today.plus_days(-6).to_string()),
    ];
    let to = format!("/incidents/{}/authority/ask/question", desk.case);
    let led = post(desk.app, &desk.dpo, &to, &asked)?;
    let question = led.rsplit("#question-").next().unwrap_or_default();
    let answered = [
        ("answer", desk.say(&desk.texts.answer)),
        ("answered", today.plus_days(-1).to_string()),
    ];
    desk.send(&format!("authority/question/{question}"), &answered)?;
    desk.send(
        "authority/decision",
        &[
            ("ruling", "closed".to_owned()),
            ("decided", today.to_string()),
            ("words", desk.say(&desk.texts.ruling)),
        ],
    )
}

fn supplier(desk: &Desk<'_>) -> Result<(), Problem> {
    desk.send(
        "supplier/details",
        &[
            ("name", "Norrdata Oy".to_owned()),
            ("agreement", "DPA 2024/17".to_owned()),
            (
                "aware_2",
                desk.app.zone.day_of(desk.plan.occurred).to_string(),
            ),
            ("told", desk.at(desk.plan.aware)),
            ("story", desk.say(&desk.texts.supplier)),
        ],
    )?;
    desk.send(
        "authority/ask/supplier",
        &[
            ("words", desk.say(&desk.texts.supplier_question)),
            ("asked", desk.app.today().to_string()),
            ("due", desk.app.today().plus_days(3).to_string()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Role;
    use crate::base::organisation::{self, NewDuty, NewPerson};
    use crate::base::testing::{House, on_both};

    /// The data protection officer of the demonstration, in the house of the tests.
    fn officer(house: &House) {
        let console = Actor::console();
        let from = Day::parse("2020-01-01").unwrap();
        let made = house.app.write(&console, |tx| {
            let may = console.administrator()?;
            let new = NewPerson {
                number: stage::NUMBERS[2].to_owned(),
                given: "Dora".to_owned(),
                family: "Testby".to_owned(),
                email: None,
                lang: None,
            };
            let person = organisation::add_person(tx, may, &new)?;
            organisation::give_duty(
                tx,
                may,
                &NewDuty {
                    role: Role::Dpo,
                    person,
                    controller: None,
                    from,
                },
            )
        });
        made.unwrap();
    }

    /// Everything that is told about a breach passes the forms, in the order in which the demonstration plays it.
    #[test]
    fn both_breaches_pass_their_forms() {
        let data = Data::read().unwrap();
        let today = Day::parse("2026-11-22").unwrap();
        on_both(|house| {
            officer(house);
            for year in [2025, 2026] {
                let steps = of_year(&house.app, &data, year, today);
                assert!(steps.len() >= 4, "{year}");
                let mut id = String::new();
                for (at, step) in &steps {
                    house.app.clock.put(*at);
                    let (story, dpo) = (
                        &data.stories[step.plan.story],
                        stage::actor(&house.app, 2, *at).unwrap(),
                    );
                    let say = |page: String, fields: &[(&str, String)]| {
                        post(&house.app, &dpo, &page, fields).unwrap()
                    };
                    match step.kind {
                        Kind::Report => {
                            let fields = [
                                ("story", "A report.".to_owned()),
                                ("about", "other".to_owned()),
                                ("noticed_at", house.app.zone.input_value(step.plan.noticed)),
                            ];
                            let anna = house.actor(house.people.anna);
                            let to = post(&house.app, &anna, "/report", &fields).unwrap();
                            id = to.rsplit('/').next().unwrap().to_owned();
                        }
                        Kind::Assess => {
                            let fields = super::super::reports::assessment(
                                &house.app,
                                story,
                                &step.plan,
                                Lang::En,
                            );
                            say(format!("/incidents/{id}/step/assess"), &fields);
                        }
                        Kind::Answer => drop(say(
                            format!("/incidents/{id}/step/answer"),
                            &[("answer", "Thanks.".to_owned())],
                        )),
                        Kind::Close => drop(say(format!("/incidents/{id}/step/close"), &[])),
                        Kind::Measure | Kind::MeasureDone | Kind::MeasureVerified => {}
                        _ => play(&house.app, &data, step, &id, Lang::En).unwrap(),
                    }
                }
            }
        });
    }
}
