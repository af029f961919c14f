//! What this channel is and what it is not: the whistleblower channel of Directive (EU) 2019/1937 is another.

use askama::Template;
use kit::words::Tongue;

use super::super::super::law::model::Law;
use super::super::model::{Emergency, Times};
use crate::base::App;
use crate::base::visit::{Answer, Page, Visit};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/about.html")]
struct About<'a> {
    w: &'a Tongue,
    outside: bool,
    lang: &'static str,
    /// Where the directive binds.
    bound: bool,
    /// The country's own act, once somebody has read it.
    act: Option<String>,
    /// Whom to turn to, as configured.
    text: String,
    url: Option<String>,
    /// The directive's times of answer, when the installation shows them: days, months, and since when.
    times: Option<(i64, i64, String)>,
    urgent: String,
    report_url: Option<String>,
}

pub fn outside(app: &App, visit: &Visit) -> Answer {
    page(app, visit)
}

pub fn inside(app: &App, visit: &Visit) -> Answer {
    page(app, visit)
}

fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let way = &app.config.report.whistleblowing;
    let country = app.country();
    let times = Times::of(country, visit.today);
    let act = Law::in_force().whistle_act(country, visit.today);
    let page = About {
        w,
        outside: visit.outside,
        lang: w.lang.code(),
        bound: times.is_some(),
        act: act.map(|act| act.name.clone()),
        text: way.text(w.lang),
        url: way.url.clone(),
        urgent: urgent(w, Emergency::of(country)),
        times: times
            .filter(|_| way.times)
            .map(|times| (times.receipt_days, times.answer_months, w.day(times.from))),
        report_url: app.config.report.url.clone(),
    };
    Page::new(w.t("incidents-reporting-about-title"), &page)?.answer()
}

/// Whom to call when it cannot wait.
fn urgent(w: &Tongue, numbers: Option<&Emergency>) -> String {
    let Some(numbers) = numbers else {
        return String::new();
    };
    let args = [
        ("police", numbers.police.as_str().into()),
        ("ambulance", numbers.ambulance.as_str().into()),
        ("fire", numbers.fire.as_str().into()),
    ];
    match numbers.is_one() {
        true => w.one(
            "incidents-reporting-not-urgent",
            "number",
            numbers.police.as_str(),
        ),
        false => w.with("incidents-reporting-not-urgent-three", &args),
    }
}
