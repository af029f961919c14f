//! A preview in words, for the page and the command line.

use kit::words::{Arg, Tongue};

use super::plan::Fate;
use super::{Mode, Preview};

impl Preview {
    /// "14,012 rows, UTF-8, separated by ;".
    pub fn read_line(&self, w: &Tongue) -> String {
        let sign = match self.delimiter {
            '\t' => "TAB".to_owned(),
            sign => sign.to_string(),
        };
        let mode = w.t(match self.mode {
            Mode::Full => "organisation-import-full",
            Mode::Changes => "organisation-import-changes",
        });
        let args: [(&str, Arg); 4] = [
            ("rows", self.rows.into()),
            ("encoding", self.encoding.as_str().into()),
            ("sign", sign.into()),
            ("mode", mode.into()),
        ];
        w.with("organisation-import-read", &args)
    }

    /// Identity numbers that were dropped, column by column.
    pub fn dropped_lines(&self, w: &Tongue) -> Vec<String> {
        self.dropped
            .iter()
            .map(|one| {
                let args: [(&str, Arg); 2] = [
                    ("column", one.column.as_str().into()),
                    ("count", one.cells.into()),
                ];
                let key = if one.whole {
                    "organisation-import-dropped-whole"
                } else {
                    "organisation-import-dropped"
                };
                w.with(key, &args)
            })
            .collect()
    }

    /// Units, titles and managers that come with the file.
    pub fn begin_lines(&self, w: &Tongue) -> Vec<String> {
        let plan = &self.plan;
        let mut lines = Vec::new();
        if !plan.units.is_empty() {
            let names: Vec<String> = plan
                .units
                .iter()
                .map(|unit| unit.name.best(w.lang).to_owned())
                .collect();
            let shown = names
                .iter()
                .take(20)
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            let args: [(&str, Arg); 2] = [("count", names.len().into()), ("names", shown.into())];
            lines.push(w.with("organisation-import-new-units", &args));
        }
        if !plan.titles.is_empty() {
            lines.push(w.one("organisation-import-new-titles", "count", plan.titles.len()));
        }
        if !plan.leaders.is_empty() {
            lines.push(w.one("organisation-import-leaders", "count", plan.leaders.len()));
        }
        lines
    }

    /// What must be confirmed, if anything.
    pub fn confirm_line(&self, w: &Tongue) -> Option<String> {
        let share = w.percent(self.plan.end_share(), 1);
        let args: [(&str, Arg); 2] = [
            ("count", self.plan.leavers.len().into()),
            ("share", share.into()),
        ];
        self.needs_confirmation
            .then(|| w.with("organisation-import-needs-confirm", &args))
    }

    /// Line, column, reason, and what is left out or taken as it is; in the order of the file.
    pub fn fault_rows(&self, w: &Tongue) -> Vec<[String; 4]> {
        let formulas = self.formulas.iter().map(|(line, column, sign)| {
            let said = w.one("organisation-import-formula", "sign", sign.to_string());
            let kept = w.t("organisation-import-kept");
            (*line, [number(w, *line), column.clone(), said, kept])
        });
        let faults = self.plan.faults.iter().map(|fault| {
            let out = if fault.left_out {
                "organisation-import-row-out"
            } else {
                "organisation-import-cell-out"
            };
            let said = w.with(fault.message, &fault.args);
            let row = [number(w, fault.line), fault.column.clone(), said, w.t(out)];
            (fault.line, row)
        });
        let mut rows: Vec<(u64, [String; 4])> = faults.chain(formulas).collect();
        rows.sort_by_key(|(line, _)| *line);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The whole preview for a terminal.
    pub fn lines(&self, w: &Tongue) -> Vec<String> {
        let mut lines = vec![self.read_line(w)];
        for (fate, word) in [
            (Fate::New, "organisation-import-new"),
            (Fate::Changed, "organisation-import-changed"),
            (Fate::Ended, "organisation-import-ended"),
            (Fate::Unchanged, "organisation-import-unchanged"),
        ] {
            lines.push(format!(
                "{}: {}",
                w.t(word),
                w.number(self.count(fate) as i64)
            ));
        }
        lines.extend(self.dropped_lines(w));
        lines.extend(self.begin_lines(w));
        if self.plan.endings_held_back {
            lines.push(w.t("organisation-import-held-back"));
        }
        lines.extend(
            self.units
                .iter()
                .filter(|unit| unit.new + unit.changed + unit.ended > 0)
                .map(|unit| {
                    format!(
                        "  {} ({}): +{} ~{} −{} ={}",
                        unit.name.best(w.lang),
                        unit.code,
                        unit.new,
                        unit.changed,
                        unit.ended,
                        unit.unchanged
                    )
                }),
        );
        for [line, column, reason, out] in self.fault_rows(w) {
            let place = if column.is_empty() {
                String::new()
            } else {
                format!(", {column}")
            };
            lines.push(format!(
                "{} {line}{place}: {reason} ({out})",
                w.t("organisation-import-line")
            ));
        }
        lines.extend(self.confirm_line(w));
        lines
    }
}

fn number(w: &Tongue, line: u64) -> String {
    w.number(i64::try_from(line).unwrap_or(i64::MAX))
}
