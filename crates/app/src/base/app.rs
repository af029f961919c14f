//! The running installation: what an action or a page needs besides its own arguments.

use std::sync::Arc;

use kit::clock::{Clock, Day, Moment, Zone};
use kit::db::{Company, Conn, Db, Tx};
use kit::mail::Sender;
use kit::words::{Lang, Tongue, Words};

use super::config::Config;
use super::country::Country;
use super::keys::Keys;
use super::room::Room;
use super::{Actor, Problem};

/// How a document becomes a PDF: a short-lived child process in the program, a stand-in in tests.
pub type Printer = Arc<dyn Fn(&paper::Document) -> Result<Vec<u8>, Problem> + Send + Sync>;

/// How a foreign file becomes texts: in a child process that may be killed, in tests in this one. Name and bytes
/// in; always answers, with *not inspected* where nothing could be read.
pub type Reader = Arc<dyn Fn(&str, &[u8]) -> Vec<extract::Part> + Send + Sync>;

/// Cloning shares it.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub zone: Zone,
    pub words: Arc<Words>,
    pub config: Arc<Config>,
    pub keys: Arc<Keys>,
    pub sender: Sender,
    pub printer: Printer,
    pub reader: Reader,
    /// Everything on the list, the hall's parts first. Given by boot, so that the hall names no room.
    pub rooms: &'static [&'static Room],
    /// The sign-in provider's metadata and keys, fetched once and again when they change.
    pub provider: Arc<super::identity::Provider>,
    /// The same for national eID in the portal.
    pub eid: Arc<super::identity::Provider>,
    /// Text messages to people who are none of ours.
    pub texter: super::sms::Texter,
    pub brakes: Arc<super::identity::Brakes>,
}

impl App {
    /// Reads on one snapshot.
    pub fn read<T>(&self, f: impl FnOnce(&Conn) -> Result<T, Problem>) -> Result<T, Problem> {
        self.db.read(f)
    }

    /// Writes as somebody; returns when it is durable.
    pub fn write<T>(
        &self,
        actor: &Actor,
        f: impl FnOnce(&Tx<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.db.write(&actor.mark(), self.clock.now(), f)
    }

    /// The same for one of many writes that come about at once: they wait a moment for each other and share a commit.
    pub fn write_among<T>(
        &self,
        actor: &Actor,
        company: Company,
        f: impl FnOnce(&Tx<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.db
            .write_among(&actor.mark(), self.clock.now(), company, f)
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn today(&self) -> Day {
        self.zone.day_of(self.clock.now())
    }

    /// Whose law holds here.
    pub fn country(&self) -> Option<Country> {
        Country::of(self.config.law.country.as_deref(), self.zone.name())
    }

    pub fn tongue(&self, lang: Lang) -> Tongue {
        self.words.tongue(lang, self.zone.clone())
    }
}
