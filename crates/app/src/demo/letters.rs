//! Reports without an account on the last day: through the public form, into the letterbox, and a talk with one of
//! the reporters.

use std::path::Path;

use kit::clock::Moment;
use serde::Deserialize;

use super::hand;
use super::stage;
use crate::base::{Actor, App, Problem, keys};
use crate::modules::incidents;

/// Where the receipt lies that opens the talk of the demonstration.
pub const RECEIPT: &str = "receipt.txt";

#[derive(Deserialize)]
struct Letters {
    /// What the officer asks about the first, and what is replied.
    question: String,
    reply: String,
    letter: Vec<Letter>,
}

#[derive(Deserialize)]
struct Letter {
    story: String,
    about: String,
    #[serde(default)]
    contact: String,
}

/// Writes them at the end of the history, so that the officer finds some taken up, some waiting.
///
/// # Errors
/// A form that comes back: the demonstration would be wrong.
pub fn write(app: &App, dir: &Path, now: Moment) -> Result<(), Problem> {
    let letters: Letters = toml::from_str(include_str!("../../../../demo/letters.toml"))
        .map_err(|error| Problem::Outside(format!("demo/letters: {error}")))?;
    app.clock.put(now.plus_minutes(-30));
    let mut receipts = Vec::new();
    for (index, letter) in letters.letter.iter().enumerate() {
        if index == 2 {
            incidents::open_letterbox(app, now.plus_minutes(-20))?;
            talk(app, now, &letters, &receipts)?;
        }
        let fields = [
            ("once", keys::hex(&keys::random::<32>())),
            ("story", letter.story.clone()),
            ("about", letter.about.clone()),
            ("noticed", "today".to_owned()),
            ("contact", letter.contact.clone()),
        ];
        receipts.push(receipt(&hand::page(
            app,
            &Actor::nobody(),
            "/tell",
            &fields,
        )?)?);
    }
    incidents::open_letterbox(app, now.plus_minutes(-2))?;
    std::fs::write(dir.join(RECEIPT), format!("{}\n", receipts[0]))?;
    app.clock.put(now);
    Ok(())
}

/// The officer takes up what has come, asks the first reporter, and gets a reply.
fn talk(app: &App, now: Moment, letters: &Letters, receipts: &[String]) -> Result<(), Problem> {
    app.clock.put(now.plus_minutes(-15));
    let dpo = stage::actor(app, 2, app.now())?;
    hand::post(app, &dpo, "/incidents/letterbox", &[])?;
    let Some(id) = incidents::by_receipt(app, &receipts[0])? else {
        return Err(Problem::Outside(
            "demonstration: no case has the receipt".into(),
        ));
    };
    let fields = [("question", letters.question.clone())];
    hand::post(app, &dpo, &format!("/incidents/{id}/step/ask"), &fields)?;
    app.clock.put(now.plus_minutes(-5));
    let fields = [
        ("code", receipts[0].clone()),
        ("more", letters.reply.clone()),
    ];
    hand::page(app, &Actor::nobody(), "/talk/more", &fields).map(|_| ())
}

/// The receipt on the page that the form gave.
fn receipt(page: &str) -> Result<String, Problem> {
    page.split_once("class=\"code\" translate=\"no\">")
        .and_then(|(_, rest)| rest.split('<').next())
        .map(str::to_owned)
        .ok_or_else(|| Problem::Outside("demonstration: no receipt was given".into()))
}
