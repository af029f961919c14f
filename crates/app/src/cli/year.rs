//! `tillit year …`: the same actions as on the pages, for scripts and for the auditor.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use kit::clock::Day;
use kit::words::{Texts, Tongue};
use serde::Serialize;

use super::{open, text};
use crate::base::{Actor, App, Problem};
use crate::ops::progress;
use crate::year::sheet::{Approval, paragraph as paragraph_of};
use crate::year::{cli, publish};

pub fn run(given: &ArgMatches, w: &Tongue) -> Result<ExitCode, Problem> {
    let Some((name, given)) = given.subcommand() else {
        return Ok(ExitCode::from(2));
    };
    let number: i32 = text(given, "year")
        .parse()
        .map_err(|_| Problem::refused("cli-year-wrong"))?;
    let app = open(given)?;
    let w = &app.tongue(w.lang);
    match name {
        "status" => status(given, &app, number, w),
        "figures" => {
            let figures = cli::figures(&app, number, w)?;
            show(given, &figures, || {
                figures
                    .iter()
                    .map(|figure| figure_line(figure, w))
                    .collect()
            })
        }
        "close" => {
            cli::close(&app, number)?;
            status(given, &app, number, w)
        }
        "approve" => approve(given, &app, number, w),
        "publish" => publish_year(given, &app, number, w),
        "export" => {
            let count = publish::export(&app, number, Path::new(text(given, "dir")))?.len();
            out!("{}", w.one("cli-exported", "count", count));
            Ok(ExitCode::SUCCESS)
        }
        _ => Ok(ExitCode::from(2)),
    }
}

fn approve(given: &ArgMatches, app: &App, number: i32, w: &Tongue) -> Result<ExitCode, Problem> {
    let day = Day::parse(text(given, "day")).ok_or(Problem::refused("cli-day-wrong"))?;
    let approval = Approval {
        body: Texts::same(text(given, "body")),
        day,
        paragraph: text(given, "paragraph").to_owned(),
    };
    cli::approve(app, number, approval)?;
    status(given, app, number, w)
}

fn publish_year(
    given: &ArgMatches,
    app: &App,
    number: i32,
    w: &Tongue,
) -> Result<ExitCode, Problem> {
    let bar = progress::bar(w, "cli-doing-publish", 0);
    let mut told = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let done = publish::publish_telling(app, &Actor::console(), number, &mut told);
    bar.finish_and_clear();
    done?;
    status(given, app, number, w)
}

/// Where the year stands, after whatever was done to it.
fn status(given: &ArgMatches, app: &App, number: i32, w: &Tongue) -> Result<ExitCode, Problem> {
    let status = cli::status(app, number)?;
    show(given, &status, || status_lines(&status, w))
}

fn status_lines(status: &cli::Status, w: &Tongue) -> Vec<String> {
    let state = match status.state {
        "closed" => "cli-state-closed",
        "approved" => "cli-state-approved",
        "published" => "cli-state-published",
        _ => "cli-state-open",
    };
    let mut lines = vec![
        format!("{}: {}", status.year, w.t(state)),
        w.with(
            "cli-state-figures",
            &[
                ("available", status.available.into()),
                ("figures", status.figures.into()),
            ],
        ),
    ];
    if status.snapshot > 0 {
        lines.push(w.one("cli-state-snapshot", "number", status.snapshot.to_string()));
    }
    if let (Some(body), Some(day), Some(paragraph)) =
        (&status.approved_by, &status.approved_on, &status.paragraph)
    {
        let day = Day::parse(day).map_or_else(|| day.clone(), |day| w.day(day));
        lines.push(w.with(
            "open-fact-approved-value",
            &[
                ("body", body.as_str().into()),
                ("day", day.into()),
                ("paragraph", paragraph_of(paragraph).into()),
            ],
        ));
    }
    if let Some(head) = &status.head {
        lines.push(w.one("cli-state-head", "head", head.as_str()));
    }
    lines
}

fn figure_line(figure: &cli::Figure, w: &Tongue) -> String {
    let value = figure
        .text
        .clone()
        .unwrap_or_else(|| w.t("cli-not-available"));
    let board = figure.board.as_deref().unwrap_or("");
    format!(
        "{:<34} {:<5} {:>20}  {}",
        figure.key, board, value, figure.name
    )
}

fn show<T: Serialize>(
    given: &ArgMatches,
    value: &T,
    lines: impl FnOnce() -> Vec<String>,
) -> Result<ExitCode, Problem> {
    if text(given, "format") == "json" {
        let json = serde_json::to_string_pretty(value)
            .map_err(|error| Problem::Outside(error.to_string()))?;
        out!("{json}");
    } else {
        for line in lines() {
            out!("{line}");
        }
    }
    Ok(ExitCode::SUCCESS)
}
