//! What every paper has round its own blocks.

use kit::clock::Day;
use kit::words::{Lang, Tongue};
use paper::{Block, Document};

use super::App;

/// Under whose name, in which colour and of which day a paper is.
#[derive(Clone, Debug)]
pub struct Letterhead {
    pub municipality: String,
    pub colour: String,
    pub day: Day,
}

impl Letterhead {
    /// The municipality's own, of today, with its name in this language.
    pub fn of(app: &App, lang: Lang) -> Letterhead {
        Letterhead {
            municipality: app.config.name(lang),
            colour: app.config.municipality.colour.clone(),
            day: app.today(),
        }
    }

    /// A paper without a subtitle and without a list of contents; its title runs along the top of every page.
    pub fn paper(&self, w: &Tongue, title: String, blocks: Vec<Block>) -> Document {
        Document {
            lang: w.lang.code().to_owned(),
            subtitle: String::new(),
            author: self.municipality.clone(),
            date: w.day(self.day),
            iso_date: self.day.to_string(),
            colour: self.colour.clone(),
            contents_title: None,
            running_head: self.running(&title),
            page_label: w.t("open-page"),
            title,
            blocks,
        }
    }

    /// The line along the top, for a paper that says something else there than its title.
    pub fn running(&self, text: &str) -> String {
        format!("{} · {text}", self.municipality)
    }
}
