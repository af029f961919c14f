//! The steps of a run and their closing lines.

use std::process::Command;
use std::time::Instant;

use crate::run;
use crate::tally::{self, Tally};

struct Step {
    name: &'static str,
    /// `None`: not run, for a reason that was said.
    ok: Option<bool>,
    tally: Tally,
    seconds: f64,
}

/// Steps in the order they ran. One that failed doesn't stop those after it.
#[derive(Default)]
pub struct Report {
    steps: Vec<Step>,
    /// Lines the tests printed as `figure: …`, for the lab.
    figures: Vec<String>,
}

impl Report {
    /// Runs one step and shows what it prints.
    pub fn step(&mut self, name: &'static str, command: Command) {
        println!("\n== {name}");
        let start = Instant::now();
        let (ok, text) = match run::watched(command) {
            Ok(ended) => (ended.ok, ended.text),
            Err(why) => {
                println!("{why}");
                (false, why)
            }
        };
        let mut tally = tally::of(&text);
        // A step that failed as a whole (it did not build, say) counts as one failure, so that the sum never
        // looks better than the run was.
        if !ok && tally.failed == 0 {
            tally.failed = 1;
        }
        self.figures.extend(
            text.lines()
                .filter_map(|line| line.strip_prefix("figure: "))
                .map(str::to_owned),
        );
        self.steps.push(Step {
            name,
            ok: Some(ok),
            tally,
            seconds: start.elapsed().as_secs_f64(),
        });
    }

    /// A step that could not even begin.
    pub fn failed(&mut self, name: &'static str, why: &str) {
        println!("\n== {name}\n{why}");
        self.steps.push(Step {
            name,
            ok: Some(false),
            tally: Tally {
                passed: 0,
                failed: 1,
            },
            seconds: 0.0,
        });
    }

    /// A step that this machine cannot do and that is no fault of the project.
    pub fn not_run(&mut self, name: &'static str, why: &str) {
        println!("\n== {name}\nnot checked: {why}");
        self.steps.push(Step {
            name,
            ok: None,
            tally: Tally::default(),
            seconds: 0.0,
        });
    }

    /// Prints a Markdown table of the steps, and the figures.
    pub fn table(&self) {
        println!("\n| step | result | passed | failed | seconds |\n|---|---|---:|---:|---:|");
        for step in &self.steps {
            let result = match step.ok {
                Some(true) => "ok",
                Some(false) => "FAILED",
                None => "not checked",
            };
            let Tally { passed, failed } = step.tally;
            println!(
                "| {} | {result} | {passed} | {failed} | {:.0} |",
                step.name, step.seconds
            );
        }
        for figure in &self.figures {
            println!("\n- {figure}");
        }
    }

    /// Lines that the tests printed as figures.
    pub fn figures(&self) -> &[String] {
        &self.figures
    }

    /// Prints the sum as the last line of all, in the plain form that CI reads; true when nothing failed.
    pub fn close(&self) -> bool {
        self.table();
        let sum = self
            .steps
            .iter()
            .fold(Tally::default(), |sum, step| sum + step.tally);
        println!("\n{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }
}
