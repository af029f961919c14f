//! The moments at which the laboratory kills the program (`crates/app/tests/guard_lab.rs`): between two things that
//! must not come apart. They exist in builds with assertions alone; in the shipped program they are nothing.

/// A moment in the walk of one mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Judged, nothing done.
    Judged,
    /// The lease is stored, nothing sent.
    Leased,
    /// Its content is with the next server, the sign that ends it is not.
    Begun,
    /// Postfix has it back, nobody has noted it.
    Handed,
    /// One domain is done, the next has not begun.
    Between,
    /// The recipient's server has it, nobody has noted it.
    Delivered,
    /// In the transaction that ends it: the ledger is written, nothing that stays.
    Written,
    /// It lies with its sender, who is not told.
    Kept,
    /// It lies in the portal, and its notice is not asked for.
    Deposited,
    /// The sender is told, the evidence is not there.
    Told,
    /// Everything is written, nothing committed.
    Noted,
    /// Committed; Postfix has no answer.
    Settled,
    /// The recipient has the portal's notice, nobody has noted it.
    Noticed,
}

/// Ends the program as `kill -9` does when this is the moment that `TILLIT_KILL_AT` names (`handed`, or `handed:3` for
/// the third time).
#[cfg(debug_assertions)]
pub fn reached(moment: Moment) {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static ASKED: LazyLock<Option<(String, AtomicU32)>> = LazyLock::new(|| {
        let text = std::env::var("TILLIT_KILL_AT").ok()?;
        let (name, times) = text.split_once(':').unwrap_or((&text, "1"));
        Some((name.to_owned(), AtomicU32::new(times.parse().ok()?)))
    });
    let Some((name, left)) = ASKED.as_ref() else {
        return;
    };
    let here = format!("{moment:?}").eq_ignore_ascii_case(name);
    if here && left.fetch_sub(1, Ordering::SeqCst) == 1 {
        let _ =
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        // The kernel ends us; nothing more may happen until it does.
        loop {
            std::thread::park();
        }
    }
}

#[cfg(not(debug_assertions))]
pub const fn reached(_: Moment) {}
