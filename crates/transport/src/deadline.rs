//! One limit for the sum of all waits of an operation.

use std::time::{Duration, Instant};

/// The moment at which an operation has to be over. A single slow answer is bounded, and so is a drip of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(Instant);

impl Deadline {
    /// `time` from now.
    pub fn after(time: Duration) -> Deadline {
        Deadline(Instant::now() + time)
    }

    /// What is left; zero when it is over.
    pub fn left(&self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }

    /// Whether nothing is left.
    pub fn is_over(&self) -> bool {
        self.left().is_zero()
    }

    /// The earlier of this one and `most` from now.
    pub fn sooner(&self, most: Duration) -> Deadline {
        Deadline(self.0.min(Instant::now() + most))
    }
}
