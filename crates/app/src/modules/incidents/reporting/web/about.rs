//! What this channel is and what it is not: the whistleblower channel of Directive (EU) 2019/1937 is another.

use askama::Template;
use kit::words::Tongue;

use super::super::model::Times;
use crate::base::App;
use crate::base::visit::{Answer, Page, Visit};

#[derive(Template)]
#[template(path = "modules/incidents/reporting/pages/about.html")]
struct About<'a> {
    w: &'a Tongue,
    outside: bool,
    lang: &'static str,
    /// Whom to turn to, as configured.
    text: String,
    url: Option<String>,
    /// The directive's times of answer, when the installation shows them: days, months, and since when.
    times: Option<(i64, i64, String)>,
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
    let times = Times::on(visit.today).filter(|_| way.times);
    let page = About {
        w,
        outside: visit.outside,
        lang: w.lang.code(),
        text: way.text(w.lang),
        url: way.url.clone(),
        times: times.map(|times| (times.receipt_days, times.answer_months, w.day(times.from))),
        report_url: app.config.report.url.clone(),
    };
    Page::new(w.t("incidents-reporting-about-title"), &page)?.answer()
}
