//! On which core a child reads. A core that sleeps is slow to wake and has nothing at hand; the one on which a file
//! waits for its answer is awake, free until then, and has just held the file.

use std::process::Child;

use rustix::process::Pid;
use rustix::thread::{CpuSet, sched_getaffinity, sched_getcpu, sched_setaffinity};

/// Bytes that are read in less time than a balance between the cores would need to pay.
const SMALL: usize = 64 * 1024;

/// Where one child may run.
pub struct Nearby {
    child: Pid,
    /// Where it may run when nothing is said.
    anywhere: CpuSet,
    /// The only core that it may use now.
    only: Option<usize>,
}

impl Nearby {
    /// A child of this thread; nothing where the system does not say on which cores it may run.
    pub fn of(child: &Child) -> Option<Nearby> {
        let child = Pid::from_child(child);
        Some(Nearby {
            child,
            anywhere: sched_getaffinity(Some(child)).ok()?,
            only: None,
        })
    }

    /// For a small file beside this thread, which is about to wait for it; for a large one wherever there is room. A
    /// system that does not allow it lets the child run as it likes.
    pub fn for_file(&mut self, bytes: usize) {
        let here = sched_getcpu();
        let near = bytes <= SMALL && here < CpuSet::MAX_CPU && self.anywhere.is_set(here);
        let only = near.then_some(here);
        if only == self.only {
            return;
        }
        let cores = only.map_or(self.anywhere, |core| {
            let mut one = CpuSet::new();
            one.set(core);
            one
        });
        if sched_setaffinity(Some(self.child), &cores).is_ok() {
            self.only = only;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_child_is_near_for_a_small_file_and_anywhere_for_a_large_one() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
        let mut nearby = Nearby::of(&child).unwrap();
        let before = nearby.anywhere;
        let now = || sched_getaffinity(Some(Pid::from_child(&child))).unwrap();
        nearby.for_file(SMALL);
        assert_eq!(now().count(), 1);
        let core = nearby.only.unwrap();
        assert!(now().is_set(core) && before.is_set(core));
        nearby.for_file(SMALL + 1);
        assert_eq!(now(), before);
        drop(child.stdin.take());
        assert!(child.wait().unwrap().success());
        nearby.for_file(SMALL);
        assert_eq!(nearby.only, None, "a child that has ended cannot be placed");
    }
}
