//! A corrected earlier year in the next sheet, and what the front and the charts of a sheet may not pretend.

use kit::words::Lang;
use paper::{Block, Chart};
use serde_json::Value;

use super::made;
use super::print::{house, tongue};
use crate::year::catalogue;
use crate::year::print::{self, View};
use crate::year::publish::open_data;
use crate::year::publish::withholding::{self, Past};
use crate::year::sheet::{Erratum, Sheet};

const KEY: &str = "env.residents";

/// Two years, of which the first was corrected by 12 after its publication; what was published then.
fn corrected() -> (Sheet, Vec<Past>) {
    let mut sheet = made::sheet(2025, 3, 2, 7);
    let mut first = made::sheet(2024, 3, 1, 7);
    let new = sheet.figure(KEY).and_then(|one| one.value(None, 2024));
    let old = new.map(|value| value + 12.0);
    for section in &mut first.sections {
        let figure = section.figures.iter_mut().find(|one| one.def.key == KEY);
        for cell in figure.into_iter().flat_map(|one| &mut one.cells) {
            if cell.board.is_none() {
                cell.value = old;
            }
        }
    }
    sheet.before = vec![Erratum {
        year: 2024,
        key: KEY.to_owned(),
        board: None,
        day: sheet.cutoff,
        reason: made::texts("The register was late"),
        old,
        new,
        approved_by: "Executive board".to_owned(),
        at: sheet.taken_at,
        by: None,
    }];
    (sheet, withholding::public(&first, &[]).added)
}

fn errata(view: &View<'_>) -> Vec<Value> {
    let bytes = open_data::json(view, &made::texts("Ålunda"), 1).expect("open data");
    let json: Value = serde_json::from_slice(&bytes).expect("json");
    json["errata"].as_array().expect("errata").clone()
}

#[test]
fn a_corrected_earlier_year_is_marked_with_old_and_new() {
    let (sheet, past) = corrected();
    let public = withholding::public(&sheet, &past);
    let view = View::new(&sheet, &public.places, false);
    let figure = sheet.figure(KEY).expect("a figure");
    for lang in Lang::ALL {
        let w = tongue(lang);
        assert!(view.text(&w, figure, None, 2024).ends_with("*‡"), "{lang}");
        assert!(!view.text(&w, figure, None, 2025).contains('‡'));
        let document = print::document(&view, &w, &house());
        let caption = w.t("open-errata-before");
        let told = document.blocks.iter().any(|block| {
            matches!(block, Block::Table(table) if table.caption == caption
                && table.rows[0].contains(&"2024".to_owned()))
        });
        assert!(told, "{lang}: the correction is not listed");
    }
    let [one] = errata(&view).try_into().expect("one");
    assert_eq!((&one["key"], &one["year"]), (&KEY.into(), &2024.into()));
    assert!(one["old"].as_f64() > one["new"].as_f64());

    // An old value that no edition has carried is no news of ours.
    let public = withholding::public(&sheet, &[]);
    let view = View::new(&sheet, &public.places, false);
    let [one] = errata(&view).try_into().expect("one");
    assert!(one["key"].is_null() && one["old"].is_null(), "{one}");
    let inside = View::new(&sheet, &public.places, true);
    assert_eq!(errata(&inside)[0]["key"], KEY);
}

#[test]
fn the_front_says_what_is_entered_and_in_which_unit() {
    let sheet = made::sheet(2025, 3, 3, 7);
    let public = withholding::public(&sheet, &[]);
    let view = View::new(&sheet, &public.places, true);
    let w = tongue(Lang::En);
    let document = print::document(&view, &w, &house());
    let cards = document.blocks.iter().filter_map(|block| match block {
        Block::KeyFigures(cards) => Some(cards),
        _ => None,
    });
    let mut seen = 0;
    for card in cards.flatten() {
        let figure = sheet
            .figures()
            .find(|one| one.def.name.best(Lang::En) == card.label);
        let entered = figure
            .and_then(|one| one.cell(None, 2025))
            .is_some_and(|cell| cell.entered);
        assert_eq!(card.value.contains('*'), entered, "{card:?}");
        seen += u32::from(entered);
    }
    assert!(seen > 0);
    let heads = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter().map(|row| row[0].as_str())),
        _ => None,
    });
    let heads: Vec<&str> = heads.flatten().collect();
    let hours = catalogue::definition("inc.t_notice").expect("a figure");
    let bare = hours.name.best(Lang::En);
    assert!(heads.contains(&format!("{bare} (hours)").as_str()));
    assert!(!heads.contains(&bare), "hours stand without their unit");
}

#[test]
fn no_chart_shows_nothing_but_zeros_or_lines_that_lie_flat() {
    let mut sheet = made::sheet(2025, 16, 5, 7);
    for figure in sheet.sections.iter_mut().flat_map(|one| &mut one.figures) {
        let factor = match figure.def.key.as_str() {
            "env.employments" => 1_000.0,
            key if key.starts_with("inc.nis2") => 0.0,
            _ => continue,
        };
        for cell in &mut figure.cells {
            cell.value = cell.value.map(|value| value * factor);
        }
    }
    let public = withholding::public(&sheet, &[]);
    let view = View::new(&sheet, &public.places, true);
    let document = print::document(&view, &tongue(Lang::En), &house());
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(figure) => Some(figure),
        _ => None,
    });
    for figure in charts {
        let (Chart::Bars(plot) | Chart::Stacked(plot) | Chart::Lines(plot)) = &figure.chart;
        let tops: Vec<f64> = plot
            .series
            .iter()
            .map(|one| one.values.iter().flatten().copied().fold(0.0, f64::max))
            .collect();
        let (least, most) = (
            tops.iter().copied().fold(f64::MAX, f64::min),
            tops.iter().copied().fold(0.0, f64::max),
        );
        assert!(most > 0.0, "{}: nothing but zeros", figure.caption);
        let counts = figure.caption.contains("numbers over the years");
        assert!(
            !counts || most <= least * 20.0,
            "{}: {least} beside {most}",
            figure.caption
        );
    }
}
