//! Who does what for which recipient, and how it ended; pure. Its rows are in `store`.
//!
//! A way with an effect outside gets a row before and a row after it, both in commits that are shared with
//! whatever else is being written. In between, a crash leaves *doing*: nobody knows whether the mail went out. It
//! is then sent once more, marked; a second such end is not followed by a third try. What `begun` knows not to have
//! reached the end of its content goes out as if it had never been begun.

use kit::clock::Moment;

use super::super::model::Way;

kit::choices! {
    /// How it ended for one recipient.
    pub enum Ended {
        /// Back in Postfix.
        Passed = "passed";
        /// The recipient's server has it.
        Delivered = "delivered";
        /// In the portal.
        Stored = "stored";
        Held = "held";
        Refused = "refused";
        /// The person has asked for letters.
        NotSent = "not-sent";
        /// The next server said no for good: Postfix tells the sender.
        Bounced = "bounced";
        /// A probe of `guard check`.
        Probe = "probe";
    }
}

/// How a mail stands for one recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    New,
    /// Tried before and certainly not sent.
    Later {
        since: Moment,
    },
    /// Begun so many times, and nobody knows how it ended.
    Unknown {
        attempts: i64,
    },
    /// Somebody is at it.
    Busy,
    Done(Ended),
}

impl Standing {
    /// A row that was begun so many times and has no end; `unsent`: the last time has certainly sent nothing.
    pub fn without_end(attempts: i64, since: Moment, unsent: bool) -> Standing {
        match attempts - i64::from(unsent) {
            ..=0 => Standing::Later { since },
            attempts => Standing::Unknown { attempts },
        }
    }

    /// How many times it was begun so that nobody knows the end.
    pub fn tries(self) -> i64 {
        match self {
            Standing::Unknown { attempts } => attempts,
            _ => 0,
        }
    }

    /// Begun twice without an end: not sent a third time.
    pub fn is_exhausted(self) -> bool {
        matches!(self, Standing::Unknown { attempts } if attempts >= 2)
    }

    /// What goes out now may have gone out before.
    pub fn is_repeat(self) -> bool {
        matches!(self, Standing::Unknown { .. })
    }

    /// The way that it has taken; held where it is not done.
    pub fn way(self) -> Way {
        match self {
            Standing::Done(Ended::Passed | Ended::Probe) => Way::Plain,
            Standing::Done(Ended::Delivered | Ended::Bounced) => Way::Verified,
            Standing::Done(Ended::Stored) => Way::Portal,
            Standing::Done(Ended::NotSent) => Way::Letter,
            Standing::Done(Ended::Refused) => Way::Refuse,
            _ => Way::Hold,
        }
    }
}

/// A running guard: its place (machine and installation) and this start of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    place: String,
    start: String,
}

impl Owner {
    /// `place` and `start` are hexadecimal, so that nothing in them means anything in a pattern.
    pub fn new(place: &str, start: &str) -> Owner {
        Owner {
            place: place.to_owned(),
            start: start.to_owned(),
        }
    }

    pub fn code(&self) -> String {
        format!("{}/{}", self.place, self.start)
    }

    /// The start of this place that wrote an owner's code; nothing where it was somewhere else.
    pub fn start_of<'a>(&self, code: &'a str) -> Option<&'a str> {
        code.strip_prefix(&self.place)?.strip_prefix('/')
    }

    pub fn start(&self) -> &str {
        &self.start
    }

    /// For `LIKE`: every start at this place.
    pub fn elder_pattern(&self) -> String {
        format!("{}/%", self.place)
    }

    /// Whether a row was begun by an earlier start at this place. Two cannot run there at once (they share an
    /// address), so the earlier one is dead and its lease is over.
    pub fn outlives(&self, owner: &str) -> bool {
        self.start_of(owner)
            .is_some_and(|start| start != self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ended, Moment, Owner, Standing};

    #[test]
    fn codes_read_back() {
        for ended in Ended::ALL {
            assert_eq!(Ended::parse(ended.code()), Some(ended));
        }
    }

    #[test]
    fn a_try_that_sent_nothing_does_not_count() {
        let since = Moment::from_ms(5);
        let later = Standing::Later { since };
        assert_eq!(Standing::without_end(1, since, true), later);
        let unknown = |attempts| Standing::Unknown { attempts };
        assert_eq!(Standing::without_end(2, since, true), unknown(1));
        assert_eq!(Standing::without_end(2, since, false), unknown(2));
        assert_eq!((later.tries(), unknown(2).tries()), (0, 2));
    }

    #[test]
    fn an_earlier_start_at_the_same_place_is_dead() {
        let me = Owner::new("aa", "02");
        assert!(me.outlives("aa/01"));
        assert!(!me.outlives("aa/02"));
        assert!(!me.outlives("ab/01"));
        assert!(!me.outlives("aaa/01"));
    }
}
