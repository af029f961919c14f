//! Reports without an account on the last day: through the public form, into the letterbox, and a talk with one of
//! the reporters.

use std::path::Path;

use kit::clock::Moment;

use super::hand;
use super::stage;
use crate::base::{Actor, App, Problem, keys};
use crate::modules::incidents;

/// Where the receipt lies that opens the talk of the demonstration.
pub const RECEIPT: &str = "receipt.txt";

/// What people wrote: story, what it is about, and how to reach them.
const LETTERS: [(&str, &str, &str); 4] = [
    (
        "Kadulla jätekatoksen vieressä oli laatikollinen papereita, joissa näkyy nimiä ja osoitteita.",
        "lost",
        "",
    ),
    (
        "Jag fick ett brev om någon annans dagvårdsavgift i mitt kuvert.",
        "wrong_recipient",
        "050 000 0000",
    ),
    (
        "On our floor the lists of substitutes hang in the corridor where visitors pass.",
        "risk",
        "",
    ),
    (
        "Meidän tiimissä katsotaan toisinaan tuttujen asioita järjestelmästä. En halua kertoa nimeäni.",
        "wrong_access",
        "",
    ),
];

/// Writes them at the end of the history, so that the officer finds some taken up, some waiting.
///
/// # Errors
/// A form that comes back: the demonstration would be wrong.
pub fn write(app: &App, dir: &Path, now: Moment) -> Result<(), Problem> {
    app.clock.put(now.plus_minutes(-30));
    let mut receipts = Vec::new();
    for (index, (story, about, contact)) in LETTERS.into_iter().enumerate() {
        if index == 2 {
            incidents::open_letterbox(app, now.plus_minutes(-20))?;
            talk(app, now, &receipts)?;
        }
        let fields = [
            ("once", keys::hex(&keys::random::<32>())),
            ("story", story.to_owned()),
            ("about", about.to_owned()),
            ("noticed", "today".to_owned()),
            ("contact", contact.to_owned()),
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
fn talk(app: &App, now: Moment, receipts: &[String]) -> Result<(), Problem> {
    app.clock.put(now.plus_minutes(-15));
    let dpo = stage::actor(app, 2, app.now())?;
    hand::post(app, &dpo, "/incidents/letterbox", &[])?;
    let Some(id) = incidents::by_receipt(app, &receipts[0])? else {
        return Err(Problem::Outside(
            "demonstration: no case has the receipt".into(),
        ));
    };
    let question =
        "Kiitos, että kerroit. Minkä kadun varrella laatikko oli, ja onko se vielä siellä?";
    let fields = [("question", question.to_owned())];
    hand::post(app, &dpo, &format!("/incidents/{id}/step/ask"), &fields)?;
    app.clock.put(now.plus_minutes(-5));
    let fields = [
        ("code", receipts[0].clone()),
        (
            "more",
            "Koulukadun päässä. Vein laatikon kirjaston palvelutiskille.".to_owned(),
        ),
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
