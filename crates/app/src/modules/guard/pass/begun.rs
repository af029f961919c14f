//! Which mails were about to be another server's when the program ended. The ledger says what was begun; a mail that is
//! not written down here has certainly not gone out, because it is written before the sign that ends its content. That
//! costs no commit: what a killed program has written the kernel still has. After the machine itself has stopped
//! nothing is certain, and the list counts for nothing.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use kit::clock::Moment;

use super::super::model::MailId;
use super::KEEP;
use crate::base::keys;

/// A mail and a recipient, as the ledger knows them: 16 bytes of each name.
type Key = [u8; 32];

/// Notes in a file before it is begun anew: far more than can be in hand at once.
const MOST: usize = 100_000;
/// The machine's name for the time since it was started; another one after every start.
const BOOT: &str = "/proc/sys/kernel/random/boot_id";
/// Length of that name with its line end, and of a moment behind it (milliseconds, little-endian).
const NAME: usize = 37;
const HEAD: usize = NAME + 8;

/// The notes of this start of the program, and those of earlier starts since the machine runs.
pub struct Begun {
    mine: Mutex<Mine>,
    earlier: HashMap<String, Notes>,
}

struct Mine {
    path: PathBuf,
    boot: Vec<u8>,
    file: File,
    notes: usize,
}

/// What an earlier start has left.
struct Notes {
    /// All notes since then are here.
    since: Moment,
    keys: HashSet<Key>,
}

impl Begun {
    /// Reads what earlier starts have left in this folder, and begins the file of this one.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn open(folder: &Path, start: &str, now: Moment) -> io::Result<Begun> {
        // In the folder of the keys, where nothing may be open to others.
        keys::folder(folder)?;
        let boot = fs::read(BOOT).unwrap_or_default();
        let earlier = earlier(folder, &boot, now)?;
        let path = folder.join(start);
        let file = begin(&path, &boot, now)?;
        let mine = Mine {
            path,
            boot,
            file,
            notes: 0,
        };
        Ok(Begun {
            mine: Mutex::new(mine),
            earlier,
        })
    }

    /// Writes down that these recipients of a mail may have it from now on.
    ///
    /// # Errors
    /// The disk is full: then the mail may not go.
    pub fn note<'a>(
        &self,
        mail: MailId,
        recipients: impl Iterator<Item = &'a str>,
        now: Moment,
    ) -> io::Result<()> {
        let keys: Vec<Key> = recipients.map(|one| key(mail, one)).collect();
        let mut mine = self.mine.lock().unwrap_or_else(PoisonError::into_inner);
        if mine.notes >= MOST {
            mine.file = begin(&mine.path, &mine.boot, now)?;
            mine.notes = 0;
        }
        mine.notes += keys.len();
        mine.file.write_all(keys.as_flattened())
    }

    /// Whether an earlier start has certainly not sent a mail that it had begun at that moment.
    pub fn is_unsent(&self, start: &str, (mail, recipient): (MailId, &str), begun: Moment) -> bool {
        let notes = self.earlier.get(start);
        notes.is_some_and(|notes| {
            notes.since <= begun && !notes.keys.contains(&key(mail, recipient))
        })
    }
}

impl Drop for Begun {
    /// Everything that was begun has ended; a row of the ledger without an end is then one that nobody can know.
    fn drop(&mut self) {
        let mine = self.mine.get_mut().unwrap_or_else(PoisonError::into_inner);
        let _ = fs::remove_file(&mine.path);
    }
}

/// An empty file of this boot.
fn begin(path: &Path, boot: &[u8], now: Moment) -> io::Result<File> {
    let mut file = File::create(path)?;
    file.write_all(&[boot, &now.ms().to_le_bytes()].concat())?;
    Ok(file)
}

/// The notes of every earlier start. What is too old for any queue, or of an earlier boot, goes.
fn earlier(folder: &Path, boot: &[u8], now: Moment) -> io::Result<HashMap<String, Notes>> {
    let oldest = now.plus_days(-KEEP);
    let mut all = HashMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let read = notes(&fs::read(&path)?, boot).filter(|notes| notes.since > oldest);
        match (read, path.file_name().and_then(|name| name.to_str())) {
            (Some(notes), Some(start)) => {
                all.insert(start.to_owned(), notes);
            }
            _ => fs::remove_file(&path)?,
        }
    }
    Ok(all)
}

/// A file of this boot. What is cut off was being written: its mail had not ended.
fn notes(bytes: &[u8], boot: &[u8]) -> Option<Notes> {
    let (head, notes) = bytes.split_at_checked(HEAD)?;
    let (name, since) = head.split_at_checked(NAME)?;
    let since = i64::from_le_bytes(since.try_into().ok()?);
    let (keys, _) = notes.as_chunks::<32>();
    (name == boot).then(|| Notes {
        since: Moment::from_ms(since),
        keys: keys.iter().copied().collect(),
    })
}

fn key(mail: MailId, recipient: &str) -> Key {
    let mut key = [0; 32];
    key[..16].copy_from_slice(&mail.bytes());
    // It is ours and always has that length.
    let recipient = keys::unhex(recipient).unwrap_or_default();
    for (byte, one) in key[16..].iter_mut().zip(recipient) {
        *byte = one;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "00112233445566778899aabbccddeeff";
    const TWO: &str = "00112233445566778899aabbccddeefe";

    fn at(ms: i64) -> Moment {
        Moment::from_ms(ms)
    }

    /// A start that noted these at 10, and was killed.
    fn killed(folder: &Path, start: &str, notes: &[(MailId, &str)]) {
        let killed = Begun::open(folder, start, at(1)).unwrap();
        for (mail, one) in notes {
            killed.note(*mail, [*one].into_iter(), at(10)).unwrap();
        }
        std::mem::forget(killed);
    }

    #[test]
    fn a_killed_start_leaves_what_it_had_begun() {
        let folder = tempfile::tempdir().unwrap();
        let (mail, other) = (MailId::random(), MailId::random());
        killed(folder.path(), "a1", &[(mail, ONE)]);
        let next = Begun::open(folder.path(), "a2", at(20)).unwrap();
        assert!(!next.is_unsent("a1", (mail, ONE), at(5)));
        assert!(next.is_unsent("a1", (mail, TWO), at(5)));
        assert!(next.is_unsent("a1", (other, ONE), at(5)));
        assert!(
            !next.is_unsent("a0", (other, ONE), at(5)),
            "an unknown start"
        );
        assert!(
            !next.is_unsent("a2", (other, ONE), at(25)),
            "this very start"
        );
        drop(next);
        let last = Begun::open(folder.path(), "a3", at(30)).unwrap();
        assert!(!last.is_unsent("a2", (mail, TWO), at(25)), "it ended well");
        assert!(last.is_unsent("a1", (mail, TWO), at(5)));
        drop(last);
        let late = at(1).plus_days(KEEP + 1);
        let last = Begun::open(folder.path(), "a4", late).unwrap();
        assert!(
            !last.is_unsent("a1", (mail, TWO), at(5)),
            "no queue is so old"
        );
    }

    #[test]
    fn a_note_that_is_cut_off_and_another_boot_are_no_knowledge() {
        let folder = tempfile::tempdir().unwrap();
        let mail = MailId::random();
        killed(folder.path(), "a1", &[(mail, ONE), (mail, TWO)]);
        let path = folder.path().join("a1");
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() - 5]).unwrap();
        let next = Begun::open(folder.path(), "a2", at(20)).unwrap();
        assert!(!next.is_unsent("a1", (mail, ONE), at(5)));
        assert!(next.is_unsent("a1", (mail, TWO), at(5)));
        let name = [b'x'; NAME];
        for other in [[&name, &bytes[NAME..]].concat(), b"short".to_vec()] {
            fs::write(&path, other).unwrap();
            let next = Begun::open(folder.path(), "a3", at(20)).unwrap();
            assert!(!next.is_unsent("a1", (mail, TWO), at(5)) && !path.exists());
        }
    }

    #[test]
    fn a_file_that_was_begun_anew_says_nothing_of_what_was_before() {
        let folder = tempfile::tempdir().unwrap();
        let start = Begun::open(folder.path(), "a1", at(1)).unwrap();
        let (first, last) = (MailId::random(), MailId::random());
        start.note(first, [ONE].into_iter(), at(10)).unwrap();
        start.mine.lock().unwrap().notes = MOST;
        start.note(last, [ONE].into_iter(), at(12)).unwrap();
        std::mem::forget(start);
        let next = Begun::open(folder.path(), "a2", at(20)).unwrap();
        assert!(!next.is_unsent("a1", (first, ONE), at(9)));
        assert!(!next.is_unsent("a1", (last, ONE), at(11)));
        assert!(next.is_unsent("a1", (last, TWO), at(12)));
    }
}
