//! The first page and the list of tasks: what the law ends by the hour is not buried.

use super::*;
use crate::base::testing::on_both;

#[test]
fn a_legal_end_stands_first_and_each_duty_once() {
    on_both(|house| {
        let anna = house.people.anna;
        let breached = report(house, anna, house.units[1], "The letter.");
        assess(house, breached, breach(house.app.now()));
        // Late on the page, and more than it shows.
        for number in 0..16 {
            report(house, anna, house.units[1], &format!("Report {number}"));
        }
        house.at("2026-03-04T08:00:00Z");
        let doris = house.actor(house.people.doris);
        let page = text(house.open(&doris, "/"));
        let first = page.find("<li").map(|at| &page[at..]).unwrap_or_default();
        let first = &first[..first.find("</li>").unwrap()];
        assert!(
            first.contains("2026-0001") && first.contains("Notify or decide by"),
            "{first}"
        );
        let links = |page: &str, id: CaseId| page.matches(&format!("\"/incidents/{id}\"")).count();
        assert_eq!(links(&page, breached), 1, "once, not as a task too: {page}");
        // What the room does not tell of itself stands as a task, with its number.
        assert!(page.contains("Assess a new report · 2026-00"), "{page}");
        let tasks = text(house.open(&doris, "/tasks"));
        let at = |said: &str| {
            tasks
                .find(said)
                .unwrap_or_else(|| panic!("{said}: {tasks}"))
        };
        assert!(at("2026-0001") < at("Assess a new report · 2026-0002"));
        assert!(tasks.contains("Notify the authority or decide that it is not needed · 2026-0001"));
    });
}
