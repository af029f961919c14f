//! What passing a mail needs besides the installation, and the keyed names by which mails and recipients are known.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use detect::Policy;
use kit::db::{Company, Tx};

use super::super::decide::Rules;
use super::super::model::{MailId, mail};
use super::super::place;
use super::begun::Begun;
use super::ledger::Owner;
use super::ways::Outlets;
use crate::base::{Actor, App, Country, Problem, keys};

/// How long what is stored about one mail waits for other mails that are in hand, so that one commit serves several.
const TOGETHER: Duration = Duration::from_millis(20);

/// Signs of a long queue id that name its second (postconf(5), enable_long_queue_ids); in the order of time.
const SECOND: usize = 6;

/// What passing a mail needs besides the installation. Made once, shared by all connections.
pub struct Engine {
    pub app: App,
    pub rules: Rules,
    pub policy: Policy,
    pub outlets: Outlets,
    pub(super) me: Owner,
    pub(super) begun: Begun,
    pub(super) country: String,
    /// A board was seen. It is asked until then, once in the life of an installation.
    board: AtomicBool,
    in_hand: AtomicUsize,
}

/// A mail that is being passed.
pub(super) struct InHand<'a>(&'a AtomicUsize);

impl Drop for InHand<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Engine {
    /// # Errors
    /// The municipality's own file of rules cannot be used, or the folder of the keys cannot be written.
    pub fn new(app: &App, outlets: Outlets) -> Result<Engine, Problem> {
        let mut rules = Rules::shipped().clone();
        let guard = app.config.outgoing.clone().unwrap_or_default();
        if let Some(file) = &guard.levels {
            let outside = |what: String| Problem::Outside(format!("guard.levels: {what}"));
            let text = std::fs::read_to_string(file)
                .map_err(|error| outside(format!("{}: {error}", file.display())))?;
            let own = Rules::from_toml(&text).map_err(|fault| outside(fault.0))?;
            rules = rules.with(own);
        }
        let place = app.keys.receipt_mac("guard.place", place(app).as_bytes());
        let me = Owner::new(&keys::hex(&place[..8]), &keys::hex(&keys::salt()));
        Ok(Engine {
            begun: Begun::open(&app.keys.dir().join("begun"), me.start(), app.now())?,
            rules,
            policy: Policy::shipped(),
            outlets,
            me,
            country: country(app),
            in_hand: AtomicUsize::new(0),
            board: AtomicBool::new(false),
            app: app.clone(),
        })
    }

    /// Whether there is a board that a mail can belong to.
    pub(super) fn has_board(&self) -> Result<bool, Problem> {
        if self.board.load(Ordering::Relaxed) {
            return Ok(true);
        }
        let found = self.app.read(|conn| place::is_any(&self.app, conn))?;
        self.board.store(found, Ordering::Relaxed);
        Ok(found)
    }

    /// Counts a mail until the value is dropped.
    pub(super) fn in_hand(&self) -> InHand<'_> {
        self.in_hand.fetch_add(1, Ordering::Relaxed);
        InHand(&self.in_hand)
    }

    /// Writes about a mail; a mail alone waits for nobody. Remembering an ordinary mail costs no commit of its own.
    pub(super) fn write<T>(
        &self,
        f: impl FnOnce(&Tx<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let company = Company {
            most: self.in_hand.load(Ordering::Relaxed),
            patience: TOGETHER,
        };
        self.app.write_among(&Actor::program("guard"), company, f)
    }

    /// Only note what would have been done.
    pub(super) fn is_dry(&self) -> bool {
        self.app
            .config
            .outgoing
            .as_ref()
            .is_none_or(|guard| guard.only_note)
    }

    pub(super) fn patience(&self) -> Duration {
        let seconds = self
            .app
            .config
            .outgoing
            .as_ref()
            .map_or(240, |g| g.patience);
        Duration::from_secs(seconds)
    }
}

/// This machine and this installation: two guards cannot run here at once, since they share an address.
fn place(app: &App) -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let listen = app.config.outgoing.as_ref().and_then(|g| g.listen.clone());
    format!("{} {}", host.trim(), listen.unwrap_or_default())
}

/// Whose law holds; where nothing says it, the one that asks for most.
fn country(app: &App) -> String {
    app.country().map_or("dk", Country::code).to_owned()
}

/// The keyed hash by which a recipient is known in the ledger.
pub fn recipient_hash(app: &App, address: &str) -> String {
    let folded = mail::folded(address);
    let mac = app.keys.receipt_mac("guard.recipient", folded.as_bytes());
    keys::hex(&mac[..16])
}

/// The same long queue id with the same bytes is the same mail. The id begins as a long queue id does, with the second
/// in which Postfix took the mail, so that what is written about the mails of a moment lies together; the rest is keyed
/// and tells nothing.
pub fn mail_id(app: &App, queue_id: &str, sha256: &[u8; 32]) -> MailId {
    let mut text = queue_id.as_bytes().to_vec();
    text.push(0);
    text.extend_from_slice(sha256);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&app.keys.receipt_mac("guard.mail", &text)[..16]);
    for (byte, sign) in bytes.iter_mut().zip(queue_id.bytes().take(SECOND)) {
        *byte = sign;
    }
    MailId::of_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::House;

    #[test]
    fn the_id_of_a_mail_is_in_the_order_of_time_and_tells_mails_apart() {
        let house = House::sqlite();
        let id = |queue_id: &str, byte| mail_id(&house.app, queue_id, &[byte; 32]);
        let (early, late) = ("4jXx9b6YCrz1Vt8Z", "4jXx9c3syYz1Vt86");
        assert!((0..100).all(|byte| id(early, byte) < id(late, byte)));
        assert_eq!(id(early, 1), id(early, 1));
        assert_ne!(id(early, 1), id(early, 2));
        assert_ne!(id("4jXx9b6YCrz1Vt8Z", 1), id("4jXx9b6YCrz1Vt8Y", 1));
        for short in ["", "4", "4A1"] {
            assert_ne!(id(short, 1), id(short, 2), "{short}");
        }
    }
}
