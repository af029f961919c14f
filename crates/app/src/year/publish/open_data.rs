//! Open data: JSON with everything the public sheet says, CSV with its values. Withheld, internal by choice and
//! not available look alike.

use kit::words::{Lang, Texts};
use serde_json::{Map, Value, json};

use crate::base::Problem;
use crate::base::export::harmless;
use crate::base::organisation::ControllerId;
use crate::year::catalogue::{Unit, Whole};
use crate::year::print::{Place, View, plain};
use crate::year::sheet::{SheetFigure, SheetTarget};

const SHOWN: &str = "value";
const NOT: &str = "not published";

/// The whole public sheet.
///
/// # Errors
/// [`Problem::Outside`] when the text cannot be written, which only a fault of ours can cause.
pub fn json(view: &View<'_>, municipality: &Texts, edition: i64) -> Result<Vec<u8>, Problem> {
    let sheet = view.sheet;
    let boards: Vec<Value> = view
        .boards()
        .iter()
        .map(|board| {
            json!({
                "code": board.code,
                "name": board.name,
                "kind": if board.company { "company" } else { "board" },
            })
        })
        .collect();
    let approved = sheet.approval.as_ref().map(|approval| {
        json!({ "body": approval.body, "day": approval.day.to_string(), "paragraph": approval.paragraph })
    });
    let whole = json!({
        "municipality": municipality,
        "year": sheet.year,
        "edition": edition,
        "snapshot": sheet.number,
        "cutoff": sheet.cutoff.to_string(),
        "approved": approved,
        "boards": boards,
        "sections": view.sections().map(|section| section_of(view, section)).collect::<Vec<_>>(),
        "figures": figures(view).map(|figure| figure_of(view, figure)).collect::<Vec<_>>(),
        "targets": sheet.targets.iter().map(|target| target_of(view, target)).collect::<Vec<_>>(),
        "errata": errata(view),
        "status": {
            SHOWN: "the value is published",
            NOT: "not available, or withheld because it is about few people or would give such a count back",
        },
    });
    let mut bytes =
        serde_json::to_vec_pretty(&whole).map_err(|e| Problem::Outside(e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn figures<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a SheetFigure> {
    view.sections()
        .flat_map(|section| &section.figures)
        .filter(|figure| view.names(figure))
}

fn section_of(view: &View<'_>, section: &crate::year::sheet::SheetSection) -> Value {
    let of_this = |one: &&crate::year::sheet::SheetSection| one.number == section.number;
    let texts: Vec<&Texts> = view
        .sections()
        .filter(of_this)
        .flat_map(|section| view.paragraphs(section))
        .map(|paragraph| &paragraph.text)
        .collect();
    json!({
        "number": section.number,
        "key": section.key,
        "title": section.title,
        "lead": section.lead,
        "texts": texts,
    })
}

fn figure_of(view: &View<'_>, figure: &SheetFigure) -> Value {
    let def = &figure.def;
    json!({
        "key": def.key,
        "section": def.section,
        "name": def.name,
        "definition": def.definition,
        "unit": def.unit.code(),
        "period": def.period.code(),
        "source": def.source.code(),
        "whole": if def.whole == Whole::Sum { "sum" } else { "own" },
        "values": places(view, figure)
            .map(|(board, year)| value_of(view, figure, board, year))
            .collect::<Vec<_>>(),
    })
}

/// All places of a figure, so that nothing can be told from which are listed; none where nothing is published.
fn places<'a>(
    view: &'a View<'_>,
    figure: &'a SheetFigure,
) -> impl Iterator<Item = (Option<ControllerId>, i32)> + 'a {
    let seen = view.seen(figure);
    let boards = view.boards().iter().map(|board| Some(board.id));
    let boards: Vec<_> = boards.filter(|_| figure.def.boards).collect();
    let all = std::iter::once(None).chain(boards);
    all.flat_map(|board| view.sheet.years.iter().map(move |year| (board, *year)))
        .filter(move |_| seen)
}

fn code<'a>(view: &View<'a>, board: Option<ControllerId>) -> Option<&'a str> {
    board
        .and_then(|id| view.sheet.board(id))
        .map(|board| board.code.as_str())
}

fn value_of(
    view: &View<'_>,
    figure: &SheetFigure,
    board: Option<ControllerId>,
    year: i32,
) -> Value {
    let value = view.value(figure, board, year);
    let mut map = Map::new();
    map.insert("board".into(), code(view, board).into());
    map.insert("year".into(), year.into());
    map.insert("value".into(), number(figure.def.unit, value));
    map.insert("status".into(), status(value).into());
    if let (Some(_), Some(cell)) = (value, view.cell(figure, board, year)) {
        if cell.entered {
            map.insert("entered".into(), true.into());
        }
        if cell.incomplete {
            map.insert("incomplete".into(), true.into());
        }
        if board.is_none() && !adds_up(view, figure, year) {
            map.insert("adds_up".into(), false.into());
        }
    }
    Value::Object(map)
}

/// Whether the boards of today make up the whole. They do not where a board is gone, or where only one of both
/// was corrected. The proof of withholding takes it as known by how much they are off, so this tells nothing.
fn adds_up(view: &View<'_>, figure: &SheetFigure, year: i32) -> bool {
    if figure.def.whole == Whole::Own {
        return true;
    }
    let value = |board| match view.place(figure, board, year) {
        Place::Shown(value) | Place::Withheld(value) | Place::Internal(value) => Some(value),
        Place::NotAvailable => None,
    };
    let boards: Vec<Option<f64>> = view
        .boards()
        .iter()
        .map(|board| value(Some(board.id)))
        .collect();
    let sum: f64 = boards.iter().flatten().sum();
    let none = boards.iter().all(Option::is_none);
    none || value(None).is_none_or(|total| (total - sum).abs() < 0.5)
}

fn status(value: Option<f64>) -> &'static str {
    if value.is_some() { SHOWN } else { NOT }
}

/// A number without digits that were not published; a date as text.
fn number(unit: Unit, value: Option<f64>) -> Value {
    let Some(value) = value else {
        return Value::Null;
    };
    let text = plain(unit, value);
    if unit == Unit::Date {
        return text.into();
    }
    text.parse::<serde_json::Number>()
        .map_or(Value::Null, Value::Number)
}

fn target_of(view: &View<'_>, target: &SheetTarget) -> Value {
    json!({
        "year": target.year,
        "text": target.text,
        "board": code(view, Some(target.board)),
        "status": target.status.code(),
        "reason": target.reason,
        "owner": target.owner,
        "due": target.due.map(|day| day.to_string()),
    })
}

fn errata(view: &View<'_>) -> Vec<Value> {
    let all = view.errata().chain(view.before());
    all.map(|(one, open)| {
        let figure = view.sheet.figure(&one.key);
        let Some(figure) = figure.filter(|_| open) else {
            return json!({ "day": one.day.to_string(), "year": one.year, "status": NOT });
        };
        json!({
            "day": one.day.to_string(),
            "year": one.year,
            "status": SHOWN,
            "key": one.key,
            "board": code(view, one.board),
            "old": number(figure.def.unit, one.old),
            "new": number(figure.def.unit, one.new),
            "reason": one.reason,
            "approved_by": one.approved_by,
        })
    })
    .collect()
}

/// One line per value: RFC 4180 with commas, UTF-8, a decimal point. Names are in the municipality's language.
///
/// # Errors
/// [`Problem::Outside`] when the text cannot be written.
pub fn csv(view: &View<'_>, lang: Lang) -> Result<Vec<u8>, Problem> {
    let mut lines = csv::Writer::from_writer(Vec::new());
    let head = [
        "key",
        "name",
        "unit",
        "period",
        "source",
        "board",
        "board_name",
        "year",
        "value",
        "status",
    ];
    let fault = |error: csv::Error| Problem::Outside(error.to_string());
    lines.write_record(head).map_err(fault)?;
    for figure in figures(view) {
        let def = &figure.def;
        for (board, year) in places(view, figure) {
            let value = view.value(figure, board, year);
            let name = board.and_then(|id| view.sheet.board(id));
            let written = value.map_or_else(String::new, |value| plain(def.unit, value));
            let entered = view
                .cell(figure, board, year)
                .is_some_and(|cell| cell.entered);
            let source = if entered && value.is_some() {
                "entered"
            } else {
                def.source.code()
            };
            let record = [
                def.key.clone(),
                harmless(def.name.best(lang)),
                def.unit.code().to_owned(),
                def.period.code().to_owned(),
                source.to_owned(),
                harmless(code(view, board).unwrap_or_default()),
                harmless(name.map_or("", |board| board.name.best(lang))),
                year.to_string(),
                written,
                status(value).to_owned(),
            ];
            lines.write_record(&record).map_err(fault)?;
        }
    }
    lines
        .into_inner()
        .map_err(|error| Problem::Outside(error.to_string()))
}
