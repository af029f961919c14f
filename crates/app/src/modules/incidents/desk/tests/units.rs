//! History whose records name their units.

use super::*;
use crate::base::visit::Upload;
use crate::crossings::{History, import_history};

const FILE: &str = "Number;What happened;Unit\n\
                    A-1;A letter went astray.;EDU-2\n\
                    A-2;A list stood open.;\n\
                    A-3;A key was lost.;soc-1\n\
                    A-4;A page was printed twice.;nowhere\n";

fn units_of(house: &House) -> Vec<(String, String)> {
    let all = house.app.read(|conn| {
        let ids: Vec<CaseId> = store::visible(conn, &store::Sight::of(&doris(house)))?
            .into_iter()
            .collect();
        ids.into_iter()
            .map(|id| store::case(conn, id))
            .collect::<Result<Vec<_>, Problem>>()
    });
    let mut found: Vec<(String, String)> = all
        .unwrap()
        .into_iter()
        .flatten()
        .map(|case| {
            let unit = case.unit_name.best(kit::words::Lang::En).to_owned();
            (case.story, unit)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_record_goes_to_the_unit_that_it_names() {
    on_both(|house| {
        let unit = house.units[0].to_string();
        let upload = vec![Upload {
            field: "file".to_owned(),
            name: "old.csv".to_owned(),
            bytes: FILE.as_bytes().to_vec(),
        }];
        let fields = [("source", "Old"), ("unit", unit.as_str())];
        let to = led(house.send_with(&doris(house), "/incidents/import", &fields, upload));
        let page = text(house.open(&doris(house), &to));
        assert!(
            page.contains("one of another controller"),
            "an officer takes in for one controller at a time: {page}"
        );
        led(house.send(&doris(house), &to, &[]));
        let pair = |story: &str, unit: &str| (story.to_owned(), unit.to_owned());
        let first = [
            pair("A letter went astray.", "School"),
            pair("A list stood open.", "Education"),
        ];
        assert_eq!(units_of(house), first);
        // The command line takes in for all of them; what is known already stays as it is.
        let asked = History {
            bytes: FILE.as_bytes().to_vec(),
            source: "Old".to_owned(),
            unit: "edu-1".to_owned(),
            dry: false,
        };
        let w = house.app.tongue(kit::words::Lang::En);
        let lines = import_history(&house.app, &asked, &w).unwrap();
        assert!(
            lines.iter().any(|line| line.contains("5:")),
            "the unknown unit by its line: {lines:?}"
        );
        let mut all = first.to_vec();
        all.push(pair("A key was lost.", "Social services"));
        all.sort();
        assert_eq!(units_of(house), all);
    });
}
