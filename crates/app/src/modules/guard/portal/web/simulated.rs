//! What stands behind the national channels and the text messages, and what simulators took.

use askama::Template;
use kit::words::Tongue;

use super::super::channels;
use super::super::store::parcels;
use super::channel::{Line, line};
use crate::base::visit::{Answer, Page, Visit};
use crate::base::{App, Problem};

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/channels.html")]
struct Channels<'a> {
    w: &'a Tongue,
    channels: Vec<(&'static str, &'static str, bool)>,
    parcels: Vec<Line>,
    /// A simulator stands in for the text messages.
    texts: bool,
}

#[derive(Template)]
#[template(path = "modules/guard/portal/pages/texts.html")]
struct Texts<'a> {
    w: &'a Tongue,
    texts: Vec<(String, String, String)>,
}

pub fn channels(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let rows = app.read(parcels::list)?;
    let page = Channels {
        w,
        channels: channels::ALL
            .iter()
            .map(|one| (one.word, one.about, one.simulated))
            .collect(),
        parcels: rows.iter().map(|row| line(w, row)).collect(),
        texts: app.texter.simulated().is_some(),
    };
    Page::new(w.t("guard-portal-channels-title"), &page)?.answer()
}

/// Only where a simulator stands in for the gateway.
pub fn texts(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let texts = app.texter.simulated().ok_or(Problem::NotFound)?;
    let page = Texts {
        w,
        texts: texts
            .into_iter()
            .map(|one| (w.moment(one.at), one.to, one.text))
            .collect(),
    };
    Page::new(w.t("guard-portal-texts-title"), &page)?.answer()
}
