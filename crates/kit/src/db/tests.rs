use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::*;

const STEPS: &[Migration] = &[Migration {
    number: 1,
    name: "things",
    sql: "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, weight REAL, raw BLOB) STRICT;",
}];

/// One database per engine; PostgreSQL where the test command has started one.
fn engines() -> Vec<(Db, Option<tempfile::TempDir>)> {
    let dir = tempfile::tempdir().unwrap();
    let sqlite = Db::open(Target::Sqlite(dir.path().join("t.sqlite")), 4).unwrap();
    let mut all = vec![(sqlite, Some(dir))];
    if let Ok(base) = std::env::var("TILLIT_TEST_POSTGRES") {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "kit_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let admin = Db::open(
            Target::Postgres {
                url: format!("{base} dbname=postgres"),
                ca_file: None,
            },
            1,
        )
        .unwrap();
        admin
            .0
            .writer
            .alone(|conn| conn.batch(&format!("CREATE DATABASE {name}")))
            .unwrap();
        let url = format!("{base} dbname={name}");
        all.push((
            Db::open(Target::Postgres { url, ca_file: None }, 4).unwrap(),
            None,
        ));
    }
    for (db, _) in &all {
        migrate(db, STEPS, Moment(0)).unwrap();
    }
    all
}

fn add(db: &Db, id: i64, name: &str) -> Result<u64, Error> {
    db.write("t", Moment(id), |tx| {
        tx.run(
            "INSERT INTO things (id, name) VALUES ($1, $2)",
            params![id, name],
        )
    })
}

fn count(db: &Db) -> i64 {
    db.read(|conn| conn.value::<i64>("SELECT COUNT(*) FROM things", &[]))
        .unwrap()
}

#[test]
fn values_come_back_as_they_went_in() {
    for (db, _dir) in engines() {
        db.write::<_, Error>("t", Moment(1), |tx| {
            tx.run(
                "INSERT INTO things (id, name, weight, raw) VALUES ($1, $2, $3, $4)",
                params![7i64, "Åse $1 ? Ø", 2.5, vec![0u8, 255]],
            )
        })
        .unwrap();
        let row = db
            .read::<_, Error>(|conn| {
                conn.one(
                    "SELECT * FROM things WHERE name = $2 AND id = $1",
                    params![7i64, "Åse $1 ? Ø"],
                )
            })
            .unwrap()
            .unwrap();
        assert_eq!(row.get::<i64>("id").unwrap(), 7);
        assert_eq!(row.get::<Option<f64>>("weight").unwrap(), Some(2.5));
        assert_eq!(row.get::<Vec<u8>>("raw").unwrap(), vec![0, 255]);
        assert!(matches!(row.get::<i64>("name"), Err(Error::Shape(_))));
    }
}

#[test]
fn a_failing_write_leaves_its_neighbours_whole() {
    for (db, _dir) in engines() {
        let db = Arc::new(db);
        let threads: Vec<_> = (0..8)
            .map(|worker| {
                let db = Arc::clone(&db);
                std::thread::spawn(move || {
                    let mut stored = 0;
                    for n in 0..25 {
                        let id = worker * 100 + n;
                        // Every fifth write breaks the rule that names are unique, another fifth panics.
                        let result = match n % 5 {
                            0 => add(&db, id, "same"),
                            1 => db.write("t", Moment(1), |tx| {
                                tx.run(
                                    "INSERT INTO things (id, name) VALUES ($1, $2)",
                                    params![id, format!("p{id}")],
                                )?;
                                std::panic::resume_unwind(Box::new("on purpose"))
                            }),
                            _ => add(&db, id, &format!("n{id}")),
                        };
                        stored += i64::from(result.is_ok());
                    }
                    stored
                })
            })
            .collect();
        let stored: i64 = threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .sum();
        assert_eq!(stored, 8 * 15 + 1, "every good write and one of the same");
        assert_eq!(count(&db), stored);
    }
}

fn add_among(db: &Db, id: i64, company: Company) {
    let added = db.write_among::<_, Error>("t", Moment(id), company, |tx| {
        tx.run(
            "INSERT INTO things (id, name) VALUES ($1, $2)",
            params![id, format!("n{id}")],
        )
    });
    assert_eq!(added.unwrap(), 1);
}

/// An hour of patience: a commit that waits for its time would end no test.
const HOUR: Duration = Duration::from_secs(3_600);

#[test]
fn writes_in_company_are_committed_when_all_are_there() {
    for (db, _dir) in engines() {
        let company = Company {
            most: 8,
            patience: HOUR,
        };
        std::thread::scope(|scope| {
            for id in 0..8 {
                let db = &db;
                scope.spawn(move || add_among(db, id, company));
            }
        });
        assert_eq!(count(&db), 8);
    }
}

#[test]
fn whoever_waits_for_nobody_ends_the_waiting_of_all() {
    for (db, _dir) in engines() {
        let company = Company {
            most: 100,
            patience: HOUR,
        };
        std::thread::scope(|scope| {
            let waits: Vec<_> = (0..4)
                .map(|id| {
                    let db = &db;
                    scope.spawn(move || add_among(db, id, company))
                })
                .collect();
            // Written alone again and again, until the last of the others has come and gone.
            let mut id = 1_000;
            while waits.iter().any(|thread| !thread.is_finished()) {
                add(&db, id, &format!("n{id}")).unwrap();
                id += 1;
            }
        });
        let names: i64 = db
            .read(|conn| conn.value::<i64>("SELECT COUNT(*) FROM things WHERE id < 1000", &[]))
            .unwrap();
        assert_eq!(names, 4);
    }
}

#[test]
fn a_write_whose_company_does_not_come_is_committed_after_its_patience() {
    for (db, _dir) in engines() {
        let company = Company {
            most: 2,
            patience: Duration::from_millis(1),
        };
        add_among(&db, 1, company);
        assert_eq!(count(&db), 1);
    }
}

#[test]
fn a_swallowed_fault_does_not_store_half() {
    for (db, _dir) in engines() {
        add(&db, 1, "one").unwrap();
        let result = db.write::<(), Error>("t", Moment(1), |tx| {
            tx.run("INSERT INTO things (id, name) VALUES (2, 'two')", &[])?;
            let _ = tx.run("INSERT INTO things (id, name) VALUES (3, 'one')", &[]);
            Err(Error::Shape("given up".into()))
        });
        assert!(result.is_err());
        assert_eq!(count(&db), 1);
    }
}

#[test]
fn a_read_sees_one_moment() {
    for (db, _dir) in engines() {
        add(&db, 1, "one").unwrap();
        db.read::<_, Error>(|conn| {
            let before: i64 = conn.value("SELECT COUNT(*) FROM things", &[])?;
            add(&db, 2, "two")?;
            let after: i64 = conn.value("SELECT COUNT(*) FROM things", &[])?;
            assert_eq!((before, after), (1, 1));
            Ok(())
        })
        .unwrap();
        assert_eq!(count(&db), 2);
    }
}

#[test]
fn an_older_program_refuses_a_newer_database() {
    for (db, _dir) in engines() {
        assert_eq!(state(&db, STEPS).unwrap(), State::Current);
        assert!(matches!(
            migrate(&db, &[], Moment(0)),
            Err(Error::Newer { found: 1, known: 0 })
        ));
        assert_eq!(state(&db, &[]).unwrap(), State::Newer { found: 1 });
    }
}

#[test]
fn a_backup_is_whole_while_writing_goes_on() {
    for (db, _dir) in engines() {
        let out = tempfile::tempdir().unwrap();
        let file = out.path().join("copy");
        for id in 0..50 {
            add(&db, id, &format!("n{id}")).unwrap();
        }
        let writer = {
            let db = db.clone();
            std::thread::spawn(move || {
                (50..150).for_each(|id| assert!(add(&db, id, &format!("n{id}")).is_ok()))
            })
        };
        backup(&db, &file).unwrap();
        writer.join().unwrap();
        assert!(backup(&db, &file).is_err(), "never over an existing file");
        if let Target::Sqlite(_) = db.target() {
            let copy = Db::open(Target::Sqlite(file), 1).unwrap();
            assert!(count(&copy) >= 50);
        }
    }
}

#[test]
fn a_reader_cannot_write() {
    for (db, _dir) in engines() {
        let result = db.read::<_, Error>(|conn| {
            conn.all(
                "INSERT INTO things (id, name) VALUES (9, 'nine') RETURNING id",
                &[],
            )
        });
        assert!(result.is_err());
        assert_eq!(count(&db), 0);
    }
}
