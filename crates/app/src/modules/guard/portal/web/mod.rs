//! Pages of the portal: for citizens on its own listener, and for the staff.

mod channel;
mod door;
mod eid;
mod inbox;
mod people;
mod sent;
mod simulated;
mod wish;

use kit::db::Conn;

use super::model::Reach;
use super::store::messages::{self, MessageRow};
use super::store::{entering, people as registered};
use super::{Message, MessageId};
use crate::base::room::{Access, MenuItem, Route, Topic};
use crate::base::visit::Visit;
use crate::base::{App, Problem, Role};

/// Who may see what the simulators took.
const WATCHERS: Access = Access::Duty(&[Role::Dpo, Role::Ciso, Role::Administrator]);

pub const ROUTES: &[Route] = &[
    Route::portal_get("/post/{id}", door::page),
    Route::portal_post("/post/{id}/code", door::ask),
    Route::portal_post("/post/{id}/open", door::open),
    Route::portal_get("/post/{id}/eid", eid::go),
    Route::portal_get("/eid/back", eid::back),
    Route::portal_get("/inbox", inbox::list),
    Route::portal_get("/inbox/wish", wish::form),
    Route::portal_post("/inbox/wish", wish::send),
    Route::portal_post("/inbox/leave", inbox::leave),
    Route::portal_get("/inbox/{id}", inbox::page),
    Route::portal_get("/inbox/{id}/file/{place}", inbox::file),
    Route::portal_post("/inbox/{id}/answer", inbox::answer),
    Route::get("/guard/portal", Access::SignedIn, sent::list),
    Route::get("/guard/portal/{id}", Access::SignedIn, sent::page),
    Route::get(
        "/guard/portal/{id}/file/{file}",
        Access::SignedIn,
        sent::file,
    ),
    Route::post("/guard/portal/{id}/letter", Access::SignedIn, sent::letter),
    Route::post(
        "/guard/portal/{id}/channel",
        Access::SignedIn,
        channel::send,
    ),
    Route::post("/guard/portal/{id}/notice", Access::SignedIn, sent::notice),
    Route::get("/guard/recipients", Access::SignedIn, people::list),
    Route::post("/guard/recipients", Access::SignedIn, people::send),
    Route::post("/guard/recipients/{id}/end", Access::SignedIn, people::end),
    Route::get("/guard/channels", WATCHERS, simulated::channels),
    Route::get("/guard/texts", WATCHERS, simulated::texts),
];

pub const MENU: &[MenuItem] = &[
    MenuItem {
        word: "guard-portal-menu",
        topic: Topic::Mail,
        href: "/guard/portal",
        access: Access::SignedIn,
        place: 61,
    },
    MenuItem {
        word: "guard-portal-people-menu",
        topic: Topic::Mail,
        href: "/guard/recipients",
        access: Access::SignedIn,
        place: 63,
    },
    MenuItem {
        word: "guard-portal-channels-menu",
        topic: Topic::Mail,
        href: "/guard/channels",
        access: WATCHERS,
        place: 64,
    },
];

/// A citizen whose session holds, the message by which they came, and how far what they have proven reaches.
pub struct Citizen {
    pub reach: Reach,
    pub by: MessageRow,
}

/// Who comes, if their session holds.
fn citizen(app: &App, conn: &Conn, visit: &Visit) -> Result<Option<Citizen>, Problem> {
    let Some(secret) = visit.session.as_deref() else {
        return Ok(None);
    };
    let Some(entered) = entering::session(conn, secret, visit.now)? else {
        return Ok(None);
    };
    let Some(by) = messages::one(conn, &app.keys, entered.message)? else {
        return Ok(None);
    };
    let row = registered::of_address(conn, &app.keys, &by.recipient)?;
    let reach = Reach {
        proof: entered.proof,
        opened: entered.message,
        since: row.and_then(|row| row.since(entered.proof)),
    };
    Ok(Some(Citizen { reach, by }))
}

impl Citizen {
    /// Whether a message is there for them at all.
    fn meets(&self, message: &MessageRow) -> bool {
        self.by.recipient == message.recipient && self.reach.holds(message.id, message.at)
    }

    /// Whether what was proven is enough for it.
    fn may(&self, message: &MessageRow) -> bool {
        self.meets(message) && self.reach.proof >= message.proof && message.erased.is_none()
    }
}

fn message_id(visit: &Visit) -> Result<MessageId, Problem> {
    visit.id::<Message>("id")
}
