//! Foreign files are read in child processes: replaced ahead, denied files and network, killed when they take
//! too long or too much. Only programs outside (`pdftotext`, `tesseract`) are started by the parent, each in a
//! child of its own with the same walls.

pub mod child;
mod frame;
mod nearby;
mod pool;
pub mod sandbox;
pub mod tools;

use std::path::PathBuf;
use std::sync::Arc;

use extract::Limits;

use crate::base::app::Reader;

pub use pool::Pool;

/// The reader of the running program: as many children as there are cores, each started when it is first needed
/// and replaced ahead.
pub fn children() -> Reader {
    reader(Limits::default(), cores().min(4))
}

/// The reader of a run over many files, where nobody waits for a single one: a scanned document has time for its
/// pages.
pub fn patient() -> Reader {
    let limits = Limits {
        time: std::time::Duration::from_secs(180),
        ..Limits::default()
    };
    reader(limits, cores())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn reader(limits: Limits, most: usize) -> Reader {
    let pool = Arc::new(Pool::new(own(), limits, most));
    Arc::new(move |name, bytes| pool.read(name, bytes))
}

/// This program, also after an upgrade has put another file in its place.
pub fn own() -> PathBuf {
    PathBuf::from("/proc/self/exe")
}
