//! The part from its door on both engines, and its rules beside them.

mod abroad;
mod alike;
mod clocks;
mod dated;
mod judging;
mod scored;
mod times;
mod year;
