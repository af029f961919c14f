//! The register of article 33(5) at any moment: its entries, and on paper. It holds the facts in the officers' words,
//! the effects, what was done and why; neither the reporters nor their stories stand in it.

use kit::clock::Moment;
use kit::db::Conn;
use kit::words::Tongue;
use paper::{Block, Document};

use super::super::super::law::{ScoreRow, scores_in, times};
use super::super::super::model::{Outcome, Step, Taken};
use super::super::super::store::{self, CaseRow, Listed, Sight};
use super::super::super::web::case::{details, facts, state_word};
use super::super::super::web::paper::document;
use super::super::super::web::register::{filter, known};
use super::super::super::{CASE, CaseId};
use super::super::store::book;
use crate::base::measures::{self, MeasureRow};
use crate::base::organisation::{self, ControllerRow};
use crate::base::subject::Subject;
use crate::base::visit::{Answer, Download, Reply, Visit};
use crate::base::{App, Problem, audit};

/// More cases than this are no document; the filters narrow them, and the data files hold all.
const ON_PAPER: i64 = 500;
pub const AS_DATA: i64 = 100_000;

/// A case with what belongs to it.
pub struct Entry {
    pub line: Listed,
    pub case: CaseRow,
    pub board: String,
    pub measures: Vec<MeasureRow>,
    /// What persons made of the score, the earliest first.
    pub judged: Vec<ScoreRow>,
}

/// The filtered cases, whole. That somebody took them along is written into the book.
pub fn entries(app: &App, visit: &Visit, most: i64) -> Result<Vec<Entry>, Problem> {
    let sight = Sight::of(&visit.actor);
    let filter = filter(app, visit);
    let entries = app.read(|conn| {
        let lines = store::all(conn, &sight, &filter, most)?;
        whole(conn, &visit.tongue, lines)
    })?;
    app.write(&visit.actor, |tx| {
        audit::noted(tx, "incidents.export", &Subject::named(CASE.kind, "list"))
    })?;
    Ok(entries)
}

fn whole(conn: &Conn, w: &Tongue, lines: Vec<Listed>) -> Result<Vec<Entry>, Problem> {
    let ids: Vec<CaseId> = lines.iter().map(|line| line.id).collect();
    let names: Vec<String> = ids.iter().map(CaseId::to_string).collect();
    let cases = book::cases(conn, &ids)?;
    let mut measures = measures::of_many(conn, CASE.kind, &names)?;
    let mut judged = scores_in(conn, &ids)?;
    let boards = organisation::controllers(conn, kit::clock::Day::MIN, kit::clock::Day::MAX)?;
    let board = |line: &Listed| {
        let found = boards
            .iter()
            .find(|one: &&ControllerRow| one.id == line.controller);
        found
            .map(|one| one.name.best(w.lang).to_owned())
            .unwrap_or_default()
    };
    Ok(lines
        .into_iter()
        .zip(cases)
        .map(|(line, case)| Entry {
            board: board(&line),
            measures: measures.remove(&case.id.to_string()).unwrap_or_default(),
            judged: judged.remove(&case.id).unwrap_or_default(),
            line,
            case,
        })
        .collect())
}

pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let bytes = (app.printer)(&paper(app, visit)?)?;
    Ok(file("incidents.pdf", "application/pdf", bytes))
}

/// The filtered cases as a document.
pub fn paper(app: &App, visit: &Visit) -> Result<Document, Problem> {
    let w = &visit.tongue;
    let entries = entries(app, visit, ON_PAPER + 1)?;
    let (title, lead) = named(filter(app, visit).outcome);
    let mut blocks = vec![Block::Paragraph(w.t(lead))];
    if entries.len() > ON_PAPER as usize {
        blocks.push(Block::Paragraph(w.one(
            "incidents-paper-first",
            "count",
            ON_PAPER,
        )));
    }
    if entries.is_empty() {
        blocks.push(Block::Paragraph(w.t("incidents-register-none")));
    }
    for entry in entries.iter().take(ON_PAPER as usize) {
        blocks.extend(on_paper(app, w, entry));
    }
    Ok(document(
        app,
        visit,
        w.t(title),
        w.one("incidents-paper-as-of", "at", w.moment(visit.now)),
        blocks,
    ))
}

/// Title and first words: the filters decide what the paper holds, and it is called the register of breaches when it
/// holds breaches alone.
fn named(outcome: Option<Outcome>) -> (&'static str, &'static str) {
    match outcome {
        Some(Outcome::Breach) => ("incidents-paper-title", "incidents-paper-lead"),
        _ => ("incidents-paper-all-title", "incidents-paper-all-lead"),
    }
}

/// Its facts: where it belongs, its times, what was judged.
fn facts_of(app: &App, w: &Tongue, entry: &Entry) -> Vec<(String, String)> {
    let case = &entry.case;
    let became_known = match &entry.line.history {
        Some(_) => known(app, w, &entry.line),
        None => w.day(app.zone.day_of(entry.line.known)),
    };
    let mut rows = vec![
        (w.t("incidents-col-known"), became_known),
        (w.t("incidents-col-stage"), w.t(entry.line.stage_word())),
        (w.t("incidents-col-board"), entry.board.clone()),
        (
            w.t("incidents-col-unit"),
            case.unit_name.best(w.lang).to_owned(),
        ),
    ];
    rows.extend(
        times(w, case)
            .into_iter()
            .map(|time| (w.t(time.word), time.at)),
    );
    if let Some(judged) = &case.standing.assessment {
        rows.extend(
            facts(w, judged)
                .into_iter()
                .map(|(word, text)| (w.t(word), text)),
        );
    }
    rows
}

fn on_paper(app: &App, w: &Tongue, entry: &Entry) -> Vec<Block> {
    let case = &entry.case;
    let outcome = entry
        .line
        .outcome
        .map_or("incidents-outcome-none", |outcome| outcome.word());
    let mut blocks = vec![
        Block::Heading {
            level: 1,
            text: format!("{} · {}", case.number, w.t(outcome)),
        },
        Block::Facts(facts_of(app, w, entry)),
    ];
    let section = |blocks: &mut Vec<Block>, word: &str, content: Block| {
        let text = w.t(word);
        blocks.extend([Block::Heading { level: 2, text }, content]);
    };
    if !case.facts.is_empty() {
        let content = Block::Paragraph(case.facts.clone());
        section(&mut blocks, "incidents-field-facts", content);
    }
    let decisions = decisions(w, entry);
    if !decisions.is_empty() {
        section(
            &mut blocks,
            "incidents-paper-decisions",
            Block::List(decisions),
        );
    }
    if !entry.measures.is_empty() {
        let list = Block::List(remedies(w, entry));
        section(&mut blocks, "incidents-measures-title", list);
    }
    blocks
}

/// The measures, each with how far it is.
pub fn remedies(w: &Tongue, entry: &Entry) -> Vec<String> {
    let said = |row: &MeasureRow| format!("{} · {}", row.text, w.t(state_word(row.state)));
    entry.measures.iter().map(said).collect()
}

/// The decisions and judgements with their reasoning, in the order in which they were taken (EDPB Guidelines 9/2022
/// on the register).
pub fn decisions(w: &Tongue, entry: &Entry) -> Vec<String> {
    let steps = entry.case.steps.iter();
    let mut all: Vec<(Moment, String)> = steps
        .filter_map(|taken| Some((taken.at, decision(w, taken)?)))
        .collect();
    all.extend(entry.judged.iter().map(|row| (row.at, judgement(w, row))));
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, text)| text).collect()
}

fn judgement(w: &Tongue, row: &ScoreRow) -> String {
    let (word, risk) = (w.t("incidents-paper-judged"), w.t(row.judged.risk.word()));
    let at = w.moment(row.at);
    format!("{word}, {at} · {risk}: {}", row.judged.reason)
}

/// A decision with its reasoning; other steps are none.
fn decision(w: &Tongue, taken: &Taken) -> Option<String> {
    if !matches!(
        taken.step,
        Step::Notify(_) | Step::Delay | Step::NotNeeded | Step::People(_) | Step::Reopen
    ) {
        return None;
    }
    let mut text = format!("{}, {}", w.t(taken.step.word()), w.moment(taken.at));
    for detail in details(w, taken) {
        text.push_str(" · ");
        text.push_str(&detail);
    }
    if !taken.words.is_empty() {
        text.push_str(": ");
        text.push_str(&taken.words);
    }
    Some(text)
}

/// A file to save.
pub fn file(name: &str, mime: &'static str, bytes: Vec<u8>) -> Reply {
    Reply::File(Download::saved(name.to_owned(), mime, bytes))
}
