//! SQL of tasks.

use kit::clock::{Day, Moment};
use kit::db::{Conn, Row, Tx};
use kit::params;

use super::super::organisation::{ControllerId, PersonId};
use super::super::subject::Subject;
use super::super::{Actor, Problem, Role};
use super::{Task, TaskId};

/// A task as it is stored.
#[derive(Clone, Debug)]
pub struct TaskRow {
    pub id: TaskId,
    pub kind: String,
    pub subject: Subject,
    pub href: String,
    pub controller: ControllerId,
    pub person: Option<PersonId>,
    pub due: Option<Day>,
    pub opened_at: Moment,
    pub about: Option<String>,
    pub end: Option<Moment>,
}

impl TaskRow {
    /// Late is what was due before today, or what the law has ended by now.
    pub fn is_late(&self, today: Day, now: Moment) -> bool {
        self.due.is_some_and(|due| due < today) || self.end.is_some_and(|end| end < now)
    }

    /// Nothing that a task says of itself has changed.
    pub fn asks(&self, task: &Task) -> bool {
        (self.due, self.end) == (task.due, task.end)
            && self.href == task.href
            && self.about == task.about
    }
}

const TASK: &str =
    "SELECT id, kind, subject_kind, subject_id, href, controller_id, person_id, due_day, opened_at,
       about, end_at FROM tasks_asked";

fn task(row: &Row) -> Result<TaskRow, Problem> {
    Ok(TaskRow {
        id: row.get("id")?,
        kind: row.get("kind")?,
        subject: Subject {
            kind: row.get("subject_kind")?,
            id: row.get("subject_id")?,
        },
        href: row.get("href")?,
        controller: row.get("controller_id")?,
        person: row.get("person_id")?,
        due: row.get("due_day")?,
        opened_at: row.get("opened_at")?,
        about: row.get("about")?,
        end: row.get("end_at")?,
    })
}

/// The open task that asks the same of the same.
pub fn same(conn: &Conn, wanted: &Task) -> Result<Option<TaskRow>, Problem> {
    let sql = format!(
        "{TASK} WHERE subject_kind = $1 AND subject_id = $2 AND kind = $3 AND role = $4
         AND COALESCE(person_id, '') = COALESCE(CAST($5 AS TEXT), '') AND done_at IS NULL"
    );
    let subject = &wanted.subject;
    let found = conn.one(
        &sql,
        params![
            &subject.kind,
            &subject.id,
            wanted.kind,
            wanted.role.code(),
            wanted.person
        ],
    )?;
    found.as_ref().map(task).transpose()
}

pub fn insert(tx: &Tx<'_>, id: TaskId, task: &Task) -> Result<(), Problem> {
    tx.run(
        "INSERT INTO tasks_asked (id, kind, subject_kind, subject_id, href, controller_id, role, person_id, due_day,
           opened_at, about, end_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            id,
            task.kind,
            &task.subject.kind,
            &task.subject.id,
            &task.href,
            task.controller,
            task.role.code(),
            task.person,
            task.due,
            tx.at(),
            task.about.clone(),
            task.end
        ],
    )?;
    Ok(())
}

pub fn renew(tx: &Tx<'_>, id: TaskId, task: &Task) -> Result<(), Problem> {
    tx.run(
        "UPDATE tasks_asked SET due_day = $2, href = $3, about = $4, end_at = $5 WHERE id = $1",
        params![id, task.due, &task.href, task.about.clone(), task.end],
    )?;
    Ok(())
}

/// Closes what is open of this kind about the subject; says which.
pub fn close(tx: &Tx<'_>, kind: &str, subject: &Subject) -> Result<Vec<TaskId>, Problem> {
    tx.all(
        "UPDATE tasks_asked SET done_at = $4, done_by = $5
         WHERE subject_kind = $1 AND subject_id = $2 AND kind = $3 AND done_at IS NULL RETURNING id",
        params![&subject.kind, &subject.id, kind, tx.at(), tx.by()],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

pub fn leave_to_role(tx: &Tx<'_>, person: PersonId) -> Result<Vec<TaskId>, Problem> {
    tx.all(
        "UPDATE tasks_asked SET person_id = NULL WHERE person_id = $1 AND done_at IS NULL RETURNING id",
        params![person],
    )?
    .iter()
    .map(|row| Ok(row.get("id")?))
    .collect()
}

/// What is asked of an actor: their own, and those of nobody in particular that one of their duties covers.
fn asked_of(actor: &Actor) -> String {
    let mut any = vec!["1 = 0".to_owned()];
    if let Some(person) = actor.person() {
        any.push(format!("person_id = '{person}'"));
    }
    for role in Role::ALL {
        let scope = actor.scope(role);
        if !scope.is_empty() {
            let code = role.code();
            let held = scope.sql("controller_id");
            any.push(format!(
                "(person_id IS NULL AND role = '{code}' AND {held})"
            ));
        }
    }
    any.join(" OR ")
}

/// Open tasks of an actor: what the law ends by the hour first, then what has a date, by date.
pub fn open_for(
    conn: &Conn,
    actor: &Actor,
    limit: i64,
    offset: i64,
) -> Result<Vec<TaskRow>, Problem> {
    let sql = format!(
        "{TASK} WHERE done_at IS NULL AND ({})
         ORDER BY CASE WHEN end_at IS NULL THEN 1 ELSE 0 END, end_at, COALESCE(due_day, '9999-12-31'), opened_at, id LIMIT $1 OFFSET $2",
        asked_of(actor)
    );
    conn.all(&sql, params![limit, offset])?
        .iter()
        .map(task)
        .collect()
}

pub fn count_for(conn: &Conn, actor: &Actor) -> Result<i64, Problem> {
    let sql = format!(
        "SELECT COUNT(*) FROM tasks_asked WHERE done_at IS NULL AND ({})",
        asked_of(actor)
    );
    Ok(conn.value(&sql, &[])?)
}
