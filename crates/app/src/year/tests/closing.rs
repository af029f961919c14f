//! Closing, approving, publishing, correcting: what freezes and what does not.

use kit::words::Lang;

use super::super::model::{Kind, NewErratum, Step, TargetStep};
use super::super::sheet::{Sheet, State, TargetStatus};
use super::super::{actions, cli, rights, store};
use super::{Desk, day, english, entry, refusal};
use crate::base::Problem;
use crate::base::testing::on_both;

fn known(sheet: &Sheet, key: &str, year: i32) -> Option<f64> {
    sheet
        .figure(key)
        .and_then(|figure| figure.value(None, year))
}

#[test]
fn a_year_closes_when_it_is_over_where_people_live() {
    on_both(|house| {
        let desk = Desk::of(house);
        assert!(
            matches!(desk.close(2025), Err(Problem::NotFound)),
            "never opened"
        );
        desk.open(2025, Kind::Counted).expect("opened");
        assert_eq!(refusal(desk.close(2026)), "year-refused-not-ended");
        assert_eq!(refusal(desk.close(2031)), "year-refused-not-ended");
        // Helsinki is two hours ahead in winter: the year ends at 22:00 in London's time.
        house.at("2025-12-31T21:59:59Z");
        assert_eq!(refusal(desk.close(2025)), "year-refused-not-ended");
        house.at("2025-12-31T22:00:00Z");
        assert_eq!(desk.close(2025).expect("closed"), 1);
        house.at("2026-03-29T02:00:00Z");
        assert_eq!(desk.close(2025).expect("closed again"), 2);
        let sheet = desk.sheet(2025, None).expect("a sheet");
        assert_eq!((sheet.number, &sheet.state), (2, &State::Closed));
        assert_eq!(sheet.cutoff, day("2025-12-31"));
        assert_eq!(desk.sheet(2025, Some(1)).expect("the first").number, 1);
        assert!(matches!(desk.sheet(2025, Some(3)), Err(Problem::NotFound)));
    });
}

#[test]
fn figures_of_a_cut_off_day_are_read_as_of_that_day() {
    on_both(|house| {
        let desk = Desk::of(house);
        desk.open(2025, Kind::Counted).expect("opened");
        let kept = desk.target(2025, 0, "2025-02-28");
        let late = desk.target(2025, 1, "2025-12-31");
        desk.target(2026, 0, "2025-12-31");
        desk.target(2026, 0, "2026-01-01");
        let keeper = rights::keeper(&desk.doris).expect("a keeper");
        for (target, status, on) in [
            (kept, TargetStatus::UnderWay, "2025-10-26"),
            (kept, TargetStatus::Done, "2025-12-31"),
            (late, TargetStatus::Done, "2026-01-01"),
        ] {
            let step = TargetStep {
                status,
                reason: english(""),
                day: day(on),
            };
            house
                .app
                .write(&desk.doris, |tx| {
                    actions::note_status(tx, keeper, target, step)
                })
                .expect("noted");
        }
        desk.close(2025).expect("closed");
        let sheet = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(known(&sheet, "dev.targets", 2025), Some(2.0));
        assert_eq!(
            known(&sheet, "dev.targets.done", 2025),
            Some(1.0),
            "the other was done a day later"
        );
        assert_eq!(known(&sheet, "dev.targets.not_started", 2025), Some(1.0));
        assert_eq!(
            known(&sheet, "dev.next", 2025),
            Some(1.0),
            "one was set a day later"
        );
        assert_eq!(sheet.targets.len(), 3);
        assert_eq!(known(&sheet, "inc.t_notice", 2025), None);
    });
}

#[test]
fn the_leap_day_belongs_to_its_year() {
    on_both(|house| {
        let desk = Desk::of(house);
        desk.open(2024, Kind::Counted).expect("opened");
        desk.target(2024, 0, "2024-02-29");
        let sheet = desk.sheet(2024, Some(0)).expect("a sheet");
        assert_eq!(known(&sheet, "dev.targets", 2024), Some(1.0));
        let (period, _) = house
            .app
            .read(|conn| super::super::gather::period(&house.app, conn, 2024, Kind::Counted))
            .expect("a period");
        // 366 days; both clock changes lie inside and cancel out.
        assert_eq!(period.until.hours_since(period.from), 366.0 * 24.0);
    });
}

#[test]
fn approval_freezes_the_sheet_for_good() {
    on_both(|house| {
        let desk = Desk::of(house);
        desk.open(2025, Kind::Counted).expect("opened");
        let first = [entry("gov.dpo_fte", None, Some(1.5), "estimate")];
        desk.enter(2025, &first).expect("entered");
        assert_eq!(
            refusal(desk.approve(2025, "2026-02-01")),
            "year-refused-not-closed"
        );
        desk.close(2025).expect("closed");
        for wrong in ["2025-12-31", "2026-03-03"] {
            assert_eq!(
                refusal(desk.approve(2025, wrong)),
                "year-refused-approval-day"
            );
        }
        assert_eq!(desk.approve(2025, "2026-03-02").expect("approved"), 1);
        let before = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(before.state, State::Approved);
        let approval = before.approval.clone().expect("an approval");
        assert_eq!(
            (approval.day, approval.paragraph.as_str()),
            (day("2026-03-02"), "§ 42")
        );

        assert_eq!(
            refusal(desk.approve(2025, "2026-03-02")),
            "year-refused-approved-twice"
        );
        assert_eq!(refusal(desk.close(2025)), "year-refused-approved");
        let other = [entry("gov.dpo_fte", None, Some(9.0), "")];
        assert_eq!(refusal(desk.enter(2025, &other)), "year-refused-approved");
        // A register may still change: next year's target, dated back.
        desk.target(2026, 0, "2025-12-30");
        let after = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(known(&after, "dev.next", 2025), Some(0.0));
        let live = desk.sheet(2025, Some(0)).expect("the registers now");
        assert_eq!(known(&live, "dev.next", 2025), Some(1.0));
        assert_eq!(before.sections.len(), 16);
        let figures = |sheet: &Sheet| sheet.figures().cloned().collect::<Vec<_>>();
        assert!(figures(&before) == figures(&after) && before.head == after.head);
        assert_eq!(known(&after, "gov.dpo_fte", 2025), Some(1.5));
    });
}

#[test]
fn publication_is_a_step_after_approval() {
    on_both(|house| {
        let desk = Desk::of(house);
        desk.open(2025, Kind::Counted).expect("opened");
        desk.close(2025).expect("closed");
        let keeper = rights::keeper(&desk.doris).expect("a keeper");
        let publish = || {
            house
                .app
                .write(&desk.doris, |tx| actions::published(tx, keeper, 2025))
        };
        assert_eq!(refusal(publish()), "year-refused-not-approved");
        desk.approve(2025, "2026-01-20").expect("approved");
        assert_eq!(publish().expect("published"), 1);
        let sheet = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(
            sheet.state,
            State::Published {
                at: house.app.now()
            }
        );
        let row = house
            .app
            .read(|conn| store::year(conn, 2025))
            .expect("read")
            .expect("a year");
        let steps: Vec<&str> = row.steps.iter().map(|row| row.step.code()).collect();
        assert_eq!(steps, ["opened", "closed", "approved", "published"]);
        assert!(matches!(row.steps[1].step, Step::Closed { number: 1 }));
        let status = cli::status(&house.app, 2025).expect("a status");
        assert_eq!((status.state, status.snapshot), ("published", 1));
    });
}

#[test]
fn errata_show_old_and_new_and_reach_the_next_sheet() {
    on_both(|house| {
        let desk = Desk::of(house);
        let app = &house.app;
        desk.open(2024, Kind::Counted).expect("opened");
        desk.open(2025, Kind::Counted).expect("opened");
        desk.enter(
            2024,
            &[entry(
                "res.systems",
                Some(house.controllers[0]),
                Some(4.0),
                "",
            )],
        )
        .expect("entered");
        desk.enter(
            2025,
            &[entry(
                "res.systems",
                Some(house.controllers[0]),
                Some(6.0),
                "",
            )],
        )
        .expect("entered");
        let wrong = |new: Option<f64>, on: &str| NewErratum {
            figure: "res.systems".into(),
            board: Some(house.controllers[0]),
            new,
            reason: english("One meeting was counted twice."),
            approved_by: "Board of education".into(),
            day: day(on),
        };
        let correct = |new: NewErratum| {
            app.write(&desk.doris, |tx| {
                let recorder = rights::recorder(tx, &desk.doris, app.today())?;
                actions::erratum(app, tx, recorder, 2024, &new)
            })
        };
        desk.close(2024).expect("closed");
        assert_eq!(
            refusal(correct(wrong(Some(3.0), "2026-02-01"))),
            "year-refused-not-approved"
        );
        desk.approve(2024, "2025-02-10").expect("approved");
        assert_eq!(
            refusal(correct(wrong(Some(4.0), "2026-02-01"))),
            "year-refused-same-value"
        );
        assert_eq!(
            refusal(correct(wrong(Some(3.0), "2025-02-01"))),
            "year-refused-erratum-day"
        );
        correct(wrong(Some(3.0), "2026-02-01")).expect("corrected");
        correct(wrong(None, "2026-02-02")).expect("corrected again");
        let sheet = desk.sheet(2024, None).expect("a sheet");
        let seen: Vec<_> = sheet.errata.iter().map(|one| (one.old, one.new)).collect();
        assert_eq!(seen, [(Some(4.0), Some(3.0)), (Some(3.0), None)]);
        let board = Some(house.controllers[0]);
        let figure = sheet.figure("res.systems").expect("a figure");
        assert_eq!(figure.value(board, 2024), Some(4.0), "the snapshot stays");
        let next = desk.sheet(2025, None).expect("a sheet");
        let figure = next.figure("res.systems").expect("a figure");
        assert_eq!(
            figure.value(board, 2024),
            None,
            "the correction reaches later sheets"
        );
        assert_eq!(figure.change(board), None);
        let cell = figure.cell(board, 2024).expect("a cell");
        assert!(cell.entered, "a correction hides nobody's hand");
        let told = |sheet: &Sheet| -> Vec<_> {
            let before = sheet.before.iter();
            before.map(|one| (one.year, one.old, one.new)).collect()
        };
        let both = [(2024, Some(4.0), Some(3.0)), (2024, Some(3.0), None)];
        assert_eq!(told(&next), both);
        desk.close(2025).expect("closed");
        assert_eq!(told(&desk.sheet(2025, None).expect("frozen")), both);
        // What is corrected later is not in that snapshot.
        house.at("2026-03-05T08:00:00Z");
        correct(wrong(Some(7.0), "2026-03-03")).expect("corrected later");
        assert_eq!(told(&desk.sheet(2025, None).expect("frozen")), both);
        assert_eq!(told(&desk.sheet(2025, Some(0)).expect("now")).len(), 3);
    });
}

#[test]
fn four_earlier_years_stand_beside() {
    on_both(|house| {
        let desk = Desk::of(house);
        for year in 2019..=2022 {
            desk.open(year, Kind::History).expect("opened");
            let whole = [entry(
                "inc.known",
                None,
                Some(f64::from(year - 2000)),
                "old sheet",
            )];
            desk.enter(year, &whole).expect("entered");
        }
        for year in 2023..=2025 {
            desk.open(year, Kind::Counted).expect("opened");
            desk.enter(
                year,
                &[entry("gov.dpo_fte", None, Some(f64::from(year - 2020)), "")],
            )
            .expect("entered");
        }
        desk.close(2023).expect("closed");
        desk.close(2024).expect("closed");
        let sheet = desk.sheet(2025, None).expect("a sheet");
        assert_eq!(sheet.years, [2025, 2024, 2023, 2022, 2021]);
        assert_eq!(known(&sheet, "inc.known", 2022), Some(22.0));
        assert_eq!(
            known(&sheet, "inc.known", 2020),
            None,
            "five years ago is too far"
        );
        let cell = sheet
            .figure("inc.known")
            .and_then(|figure| figure.cell(None, 2022))
            .expect("a cell");
        assert!(cell.entered);
        assert_eq!(
            cell.note.as_ref().and_then(|note| note.get(Lang::En)),
            Some("old sheet")
        );
        let fte = sheet.figure("gov.dpo_fte").expect("a figure");
        assert_eq!(fte.change(None), Some(1.0));
        assert_eq!(fte.value(None, 2023), Some(3.0));
        assert_eq!(fte.value(None, 2022), None);
        desk.close(2025).expect("closed");
        let frozen = desk.sheet(2025, None).expect("a sheet");
        let same = frozen.figures().zip(sheet.figures()).all(|(a, b)| a == b);
        assert!(
            same && frozen.years == sheet.years,
            "freezing loses nothing"
        );
        let list = cli::figures(&house.app, 2025, &house.app.tongue(Lang::En)).expect("figures");
        let one = list
            .iter()
            .find(|one| one.key == "gov.dpo_fte")
            .expect("a figure");
        assert_eq!(
            (one.value, one.unit, one.board.as_deref()),
            (Some(5.0), "FTE", None)
        );
    });
}

#[test]
fn who_may_record_an_approval() {
    on_both(|house| {
        let may = |person| {
            let actor = house.actor(person);
            house
                .app
                .read(|conn| rights::recorder(conn, &actor, house.app.today()))
                .is_ok()
        };
        assert!(may(house.people.doris));
        assert!(may(house.people.sam), "secretary of the first board");
        for person in [
            house.people.iris,
            house.people.aud,
            house.people.adam,
            house.people.anna,
        ] {
            assert!(!may(person));
        }
    });
}

#[test]
fn a_target_is_carried_over_once_and_dropped_with_a_reason() {
    on_both(|house| {
        let desk = Desk::of(house);
        let keeper = rights::keeper(&desk.doris).expect("a keeper");
        let target = desk.target(2025, 0, "2025-01-10");
        let app = &house.app;
        let carry = || {
            app.write(&desk.doris, |tx| {
                actions::carry_over(tx, keeper, target, Some(day("2026-12-31")), app.today())
            })
        };
        carry().expect("carried");
        assert_eq!(refusal(carry()), "year-refused-carried");
        let step = TargetStep {
            status: TargetStatus::Dropped,
            reason: english(""),
            day: day("2025-12-31"),
        };
        let dropped = app.write(&desk.doris, |tx| {
            actions::note_status(tx, keeper, target, step)
        });
        assert!(matches!(dropped, Err(Problem::Faults(_))));
    });
}
