//! The part from its door on both engines, and its rules beside them.

mod dated;
