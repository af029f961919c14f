//! Everything that happens by itself, on one page.
