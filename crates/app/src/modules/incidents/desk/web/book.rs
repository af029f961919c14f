//! The register of article 33(5) at any moment: on paper, and as data. It holds the facts in the officers' words,
//! the effects, what was done and why; neither the reporters nor their stories stand in it.

use kit::db::Conn;
use kit::words::Tongue;
use paper::Block;
use serde_json::{Value, json};

use super::super::super::law::times;
use super::super::super::model::{Step, Taken};
use super::super::super::store::{self, CaseRow, Listed, Sight};
use super::super::super::web::case::{details, facts};
use super::super::super::web::paper::document;
use super::super::super::web::register::{filter, known};
use super::super::super::{CASE, CaseId};
use super::super::model::veris_out::{Outgoing, record};
use super::super::store::book;
use crate::base::measures::{self, MeasureRow};
use crate::base::organisation::{self, ControllerRow};
use crate::base::subject::Subject;
use crate::base::visit::{Answer, Download, Reply, Visit};
use crate::base::{App, Problem, audit};

/// More cases than this are no document; the filters narrow them, and the data files hold all.
const ON_PAPER: i64 = 500;
const AS_DATA: i64 = 100_000;

/// A case with what belongs to it.
pub struct Entry {
    pub line: Listed,
    pub case: CaseRow,
    pub board: String,
    pub measures: Vec<MeasureRow>,
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
            line,
            case,
        })
        .collect())
}

pub fn pdf(app: &App, visit: &Visit) -> Answer {
    let w = &visit.tongue;
    let entries = entries(app, visit, ON_PAPER + 1)?;
    let mut blocks = vec![Block::Paragraph(w.t("incidents-paper-lead"))];
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
    let document = document(
        app,
        visit,
        w.t("incidents-paper-title"),
        w.one("incidents-paper-as-of", "at", w.moment(visit.now)),
        blocks,
    );
    Ok(file(
        "incidents.pdf",
        "application/pdf",
        (app.printer)(&document)?,
    ))
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
    let decisions: Vec<String> = case
        .steps
        .iter()
        .filter_map(|taken| decision(w, taken))
        .collect();
    if !decisions.is_empty() {
        section(
            &mut blocks,
            "incidents-paper-decisions",
            Block::List(decisions),
        );
    }
    if !entry.measures.is_empty() {
        let list = entry.measures.iter().map(|row| row.text.clone()).collect();
        section(&mut blocks, "incidents-measures-title", Block::List(list));
    }
    blocks
}

/// A decision with its reasoning (EDPB Guidelines 9/2022 on the register); other steps are none.
fn decision(w: &Tongue, taken: &Taken) -> Option<String> {
    if !matches!(
        taken.step,
        Step::Notify(_) | Step::NotNeeded | Step::People(_) | Step::Reopen
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

pub fn data(app: &App, visit: &Visit) -> Answer {
    let entries = entries(app, visit, AS_DATA)?;
    let list: Vec<Value> = entries.iter().map(as_data).collect();
    let all = json!({ "format": "tillit-incidents-1", "made": visit.now.rfc3339(), "cases": list });
    let bytes =
        serde_json::to_vec_pretty(&all).map_err(|error| Problem::Outside(error.to_string()))?;
    Ok(file("incidents.json", "application/json", bytes))
}

fn as_data(entry: &Entry) -> Value {
    let (line, case) = (&entry.line, &entry.case);
    let at = |moment: Option<kit::clock::Moment>| moment.map(|moment| moment.rfc3339());
    let steps: Vec<Value> = case
        .steps
        .iter()
        .filter(|taken| !matches!(taken.step, Step::More | Step::Respond))
        .map(|taken| json!({ "kind": taken.step.code(), "at": taken.at.rfc3339(), "words": taken.words }))
        .collect();
    let measures: Vec<Value> = entry
        .measures
        .iter()
        .map(|row| json!({ "text": row.text, "state": row.state.code(), "due": row.due.map(|day| day.to_string()) }))
        .collect();
    json!({
        "id": case.id.to_string(),
        "number": case.number,
        "board": entry.board,
        "unit": case.unit_name.iter().map(|(lang, text)| (lang.code().to_owned(), json!(text))).collect::<serde_json::Map<_, _>>(),
        "about": case.about.code(),
        "stage": line.stage.code(),
        "history": line.history,
        "outcome": line.outcome.map(|outcome| outcome.code()),
        "reported_at": at(Some(line.reported).filter(|_| line.history.is_none())),
        "aware_at": at(line.aware),
        "notified_at": at(line.notified),
        "closed_at": at(line.closed),
        "assessment": case.standing.assessment,
        "people": case.standing.people,
        "facts": case.facts,
        "steps": steps,
        "measures": measures,
    })
}

/// The filtered cases for comparing with others; texts stay here.
pub fn veris(app: &App, visit: &Visit) -> Answer {
    let entries = entries(app, visit, AS_DATA)?;
    let source = app.config.name(visit.tongue.lang);
    let records: Vec<Value> = entries
        .iter()
        .map(|entry| {
            record(&Outgoing {
                id: entry.case.id.to_string(),
                source: &source,
                occurred: entry.case.occurred(),
                year: app.zone.day_of(entry.line.known).year(),
                judged: entry.case.standing.assessment.as_ref(),
            })
        })
        .collect();
    let bytes = serde_json::to_vec_pretty(&records);
    let bytes = bytes.map_err(|error| Problem::Outside(error.to_string()))?;
    Ok(file("incidents.veris.json", "application/json", bytes))
}

/// A file to save.
pub fn file(name: &str, mime: &'static str, bytes: Vec<u8>) -> Reply {
    Reply::File(Download::saved(name.to_owned(), mime, bytes))
}
