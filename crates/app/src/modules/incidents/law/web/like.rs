//! "Most like case 14": the EDPB's cases beside this one, with what matched and what did not.

use askama::Template;
use kit::form::Fields;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::super::web::case::visible;
use super::super::super::web::{Options, options};
use super::super::model::{Alike, Trait, Traits, Verdict, most_alike, told, traits_of};
use super::super::store;
use crate::base::App;
use crate::base::visit::{Answer, FormView, Page, Visit};

/// How many are shown.
const SHOWN: usize = 3;

struct Shown {
    number: u8,
    percent: String,
    title: &'static str,
    why: &'static str,
    authority: &'static str,
    people: &'static str,
    both: Vec<String>,
    ours: Vec<String>,
    theirs: Vec<String>,
    warning: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "modules/incidents/law/pages/like.html")]
struct Like<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    case: &'a CaseRow,
    traits: Options,
    shown: Vec<Shown>,
}

pub fn page(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let page = app.read(|conn| {
        let case = visible(conn, visit)?;
        let scores = store::scores(conn, case.id)?;
        let asked: Traits = visit
            .query
            .all("trait")
            .into_iter()
            .filter_map(Trait::parse)
            .collect();
        // What a person has ticked counts; before that, what the assessment and the score say.
        let traits = if visit.query.has("compare") {
            asked
        } else {
            let scoring = scores.first().map(|row| &row.judged.scoring);
            traits_of(
                case.standing.assessment.as_ref(),
                case.about,
                scoring,
                &app.zone,
            )
        };
        let mut fields = Fields::default();
        traits
            .iter()
            .for_each(|one| fields.add("trait", one.code()));
        let shown = most_alike(&traits)
            .into_iter()
            .filter(|alike| alike.percent > 0)
            .take(SHOWN)
            .map(|alike| show(w, &alike))
            .collect();
        let page = Like {
            w,
            form: &FormView::fresh(fields),
            traits: options!(w, Trait),
            shown,
            case: &case,
        };
        Page::new(
            w.one("incidents-law-like-title", "number", &case.number),
            &page,
        )
    })?;
    page.answer()
}

fn show(w: &Tongue, alike: &Alike) -> Shown {
    let words = |traits: &[Trait]| traits.iter().map(|one| w.t(one.word())).collect();
    let reference = alike.reference;
    let (title, why) = told(reference.number);
    Shown {
        number: reference.number,
        percent: w.percent(f64::from(alike.percent), 0),
        title,
        why,
        authority: if reference.notify_authority {
            "incidents-law-edpb-authority-yes"
        } else {
            "incidents-law-edpb-authority-no"
        },
        people: if reference.notify_subjects {
            "incidents-law-edpb-people-yes"
        } else {
            "incidents-law-edpb-people-no"
        },
        both: words(&alike.both),
        ours: words(&alike.only_ours),
        theirs: words(&alike.only_theirs),
        warning: match reference.verdict() {
            Verdict::Agrees => None,
            Verdict::Borderline => Some("incidents-law-edpb-borderline"),
            Verdict::Undercalls => Some("incidents-law-edpb-undercalls"),
        },
    }
}
