//! What a room is. A duty that a new room forgets is a missing field, so it does not compile.

use kit::db::{Conn, Migration, Tx};
use kit::jobs::{Done, Job};
use kit::words::{Lang, Tongue};

use super::audit::Kept;
use super::figure::{Period, Reading, Traced};
use super::organisation::PersonId;
use super::visit::{Answer, Visit};
use super::{Actor, App, Problem, Role};

/// One entry of the list.
pub struct Room {
    /// One word of the business; its tables and messages begin with it.
    pub name: &'static str,
    pub migrations: &'static [Migration],
    pub routes: &'static [Route],
    pub menu: &'static [MenuItem],
    /// Handlers of queued jobs, by kind.
    pub jobs: &'static [(&'static str, fn(&App, &Job) -> Done)],
    /// What happens by itself; `schedule` says when.
    pub daily: &'static [fn(&App) -> Result<(), Problem>],
    /// Tables whose rows the book commits to.
    pub kept: &'static [Kept],
    /// Title and address of one of its things, as this actor may see it.
    pub title: fn(&Conn, &Actor, &Tongue, kind: &str, id: &str) -> Result<Option<Link>, Problem>,
    /// What is due or open for this actor, for the first page.
    pub due: fn(&App, &Conn, &Actor, &Tongue) -> Result<Vec<Due>, Problem>,
    /// Its numbers for a year: per controller and (`None`) for the whole.
    pub figures: fn(&Conn, &Period) -> Result<Vec<Reading>, Problem>,
    /// The rows behind one of its numbers; `None` when the key is not its own.
    pub rows: fn(&Conn, &Actor, &Tongue, &Period, &Traced) -> Result<Option<Vec<Link>>, Problem>,
    /// Fluent messages per language.
    pub words: &'static [(Lang, &'static str)],
    /// Takes out what would tell who this person was, where the law lets the rest stay.
    pub forget: fn(&Tx<'_>, PersonId) -> Result<(), Problem>,
}

/// A link with a line of explanation, as lists of rows and search results show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub href: String,
    pub title: String,
    pub detail: String,
}

/// Something that waits for the actor. `late` colours it; the rule for late is the room's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    pub link: Link,
    pub day: Option<kit::clock::Day>,
    pub late: bool,
    /// The moment at which the law ends it, where it does so by the hour: such a thing stands before all others.
    pub end: Option<kit::clock::Moment>,
}

/// A page or form target. The door checks `access` before anything of the room runs: default is deny.
#[derive(Clone, Copy)]
pub struct Route {
    pub method: Method,
    /// axum's syntax: `/incidents/{id}`.
    pub path: &'static str,
    pub access: Access,
    pub run: fn(&App, &Visit) -> Answer,
    /// On the public report page's own host, where nobody is signed in and nothing is noted of a visit.
    pub outside: bool,
    /// On the portal's own listener, where people who are none of ours prove who they are.
    pub portal: bool,
}

impl Route {
    /// A page of the public report host.
    pub const fn outside_get(path: &'static str, run: fn(&App, &Visit) -> Answer) -> Route {
        Route {
            outside: true,
            ..Route::get(path, Access::Public, run)
        }
    }

    /// A form target of the public report host.
    pub const fn outside_post(path: &'static str, run: fn(&App, &Visit) -> Answer) -> Route {
        Route {
            outside: true,
            ..Route::post(path, Access::Public, run)
        }
    }

    /// A page of the portal's listener. The room itself asks for the proof.
    pub const fn portal_get(path: &'static str, run: fn(&App, &Visit) -> Answer) -> Route {
        Route {
            portal: true,
            ..Route::get(path, Access::Public, run)
        }
    }

    /// A form target of the portal's listener.
    pub const fn portal_post(path: &'static str, run: fn(&App, &Visit) -> Answer) -> Route {
        Route {
            portal: true,
            ..Route::post(path, Access::Public, run)
        }
    }

    pub const fn get(path: &'static str, access: Access, run: fn(&App, &Visit) -> Answer) -> Route {
        Route {
            method: Method::Get,
            path,
            access,
            run,
            outside: false,
            portal: false,
        }
    }

    pub const fn post(
        path: &'static str,
        access: Access,
        run: fn(&App, &Visit) -> Answer,
    ) -> Route {
        Route {
            method: Method::Post,
            path,
            access,
            run,
            outside: false,
            portal: false,
        }
    }
}

/// How many routes several lists have together; for the length of [`joined`].
pub const fn count(lists: &[&[Route]]) -> usize {
    let (mut all, mut list) = (0, 0);
    while list < lists.len() {
        all += lists[list].len();
        list += 1;
    }
    all
}

/// Several lists of routes as one: `const ROUTES: [Route; count(PARTS)] = joined(PARTS)`.
pub const fn joined<const N: usize>(lists: &[&[Route]]) -> [Route; N] {
    let mut all = [lists[0][0]; N];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut one = 0;
        while one < lists[list].len() {
            all[at] = lists[list][one];
            (at, one) = (at + 1, one + 1);
        }
        list += 1;
    }
    assert!(at == N, "more or fewer routes than said");
    all
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// Who may come through a door. What they may see behind it is decided by the action, per controller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Access {
    /// Anybody, signed in or not.
    Public,
    /// Anybody who is signed in.
    SignedIn,
    /// Holders of one of these duties, for whatever controller.
    Duty(&'static [Role]),
    /// Holders of one of these duties, and managers of a unit.
    DutyOrManager(&'static [Role]),
}

impl Access {
    pub fn admits(self, actor: &Actor) -> bool {
        match self {
            Access::Public => true,
            Access::SignedIn => actor.person().is_some(),
            Access::Duty(roles) => roles.iter().any(|role| actor.has(*role)),
            Access::DutyOrManager(roles) => {
                actor.is_manager() || roles.iter().any(|role| actor.has(*role))
            }
        }
    }
}

/// What the lines of the menu are about, in the menu's order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// What is asked of the reader and what they may do like everybody.
    Mine,
    Incidents,
    Mail,
    Year,
    House,
}

impl Topic {
    pub const ALL: [Topic; 5] = [
        Topic::Mine,
        Topic::Incidents,
        Topic::Mail,
        Topic::Year,
        Topic::House,
    ];

    /// Its name in the menu.
    pub fn word(self) -> &'static str {
        match self {
            Topic::Mine => "shell-topic-mine",
            Topic::Incidents => "shell-topic-incidents",
            Topic::Mail => "shell-topic-mail",
            Topic::Year => "shell-topic-year",
            Topic::House => "shell-topic-house",
        }
    }
}

/// A line of the menu: message key, topic, address, who sees it, and its place within the topic (lower is further up).
#[derive(Clone, Copy)]
pub struct MenuItem {
    pub word: &'static str,
    pub topic: Topic,
    pub href: &'static str,
    pub access: Access,
    pub place: u16,
}

// What a room says when it has nothing to say.

pub fn no_title(
    _: &Conn,
    _: &Actor,
    _: &Tongue,
    _: &str,
    _: &str,
) -> Result<Option<Link>, Problem> {
    Ok(None)
}

pub fn nothing_due(_: &App, _: &Conn, _: &Actor, _: &Tongue) -> Result<Vec<Due>, Problem> {
    Ok(Vec::new())
}

pub fn no_figures(_: &Conn, _: &Period) -> Result<Vec<Reading>, Problem> {
    Ok(Vec::new())
}

pub fn no_rows(
    _: &Conn,
    _: &Actor,
    _: &Tongue,
    _: &Period,
    _: &Traced,
) -> Result<Option<Vec<Link>>, Problem> {
    Ok(None)
}

pub fn nothing_to_forget(_: &Tx<'_>, _: PersonId) -> Result<(), Problem> {
    Ok(())
}
