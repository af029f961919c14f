//! Foreign files are read in child processes: replaced ahead, denied files and network, killed when they take
//! too long or too much. Only programs outside (`pdftotext`, `tesseract`) are started by the parent, each in a
//! child of its own with the same walls.

pub mod child;
mod frame;
mod pool;
pub mod sandbox;
pub mod tools;

use std::sync::Arc;

use extract::Limits;

use crate::base::app::Reader;

pub use pool::Pool;

/// The reader of the running program: as many children as there are cores, each started when it is first needed
/// and replaced ahead.
pub fn children() -> Reader {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let pool = Arc::new(Pool::new(Limits::default(), cores.min(4)));
    Arc::new(move |name, bytes| pool.read(name, bytes))
}
