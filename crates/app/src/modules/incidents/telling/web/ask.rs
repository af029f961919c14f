//! A small form: a few questions on a page of their own.

use askama::Template;
use kit::words::Tongue;

use super::super::super::store::CaseRow;
use super::super::model::choices::Choices;
use super::{Options, options};
use crate::base::Problem;
use crate::base::visit::{FormView, Page, Visit};

/// One question of a small form.
pub struct Ask {
    kind: &'static str,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    options: Options,
    required: bool,
    /// It must be there in the end, and the form may be saved before.
    later: bool,
}

impl Ask {
    /// `kind` is `line`, `text`, `moment`, `day`, `one` or `file`.
    pub fn new(kind: &'static str, name: &'static str, label: &'static str) -> Ask {
        Ask {
            kind,
            name,
            label,
            hint: "",
            options: Vec::new(),
            required: false,
            later: false,
        }
    }

    pub fn hint(mut self, hint: &'static str) -> Ask {
        self.hint = hint;
        self
    }

    pub fn required(mut self) -> Ask {
        self.required = true;
        self
    }

    /// Asked for like what must be there, but nothing written so far is lost without it.
    pub fn in_the_end(mut self) -> Ask {
        self.later = true;
        self.required()
    }

    /// One of these.
    pub fn of(mut self, options: Options) -> Ask {
        self.options = options;
        self
    }

    pub fn of_set(self, w: &Tongue, set: Choices) -> Ask {
        self.of(options(w, set.iter()))
    }
}

/// The page around the questions.
pub struct Sheet<'a> {
    pub title: &'static str,
    /// Said above the form: a sentence, or what is asked about.
    pub note: String,
    pub case: &'a CaseRow,
    /// Page of the case to go back to: `letters`, `authority`.
    pub back: &'static str,
    pub asks: Vec<Ask>,
    /// What the button says.
    pub button: &'static str,
}

impl Sheet<'_> {
    /// Whether it may be saved unfinished: then no browser holds it back.
    fn unfinished(&self) -> bool {
        self.asks.iter().any(|one| one.later)
    }
}

#[derive(Template)]
#[template(path = "modules/incidents/telling/pages/ask.html")]
struct AskPage<'a> {
    w: &'a Tongue,
    form: &'a FormView,
    sheet: &'a Sheet<'a>,
    path: &'a str,
}

/// Draws the form; it is sent to its own address.
///
/// # Errors
/// A template that fails.
pub fn draw(visit: &Visit, form: &FormView, sheet: &Sheet<'_>) -> Result<Page, Problem> {
    let w = &visit.tongue;
    Page::new(
        w.t(sheet.title),
        &AskPage {
            w,
            form,
            sheet,
            path: &visit.path,
        },
    )
}
