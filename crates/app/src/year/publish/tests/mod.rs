//! Publication from its door.

mod board;
mod corrected;
mod flow;
mod made;
mod print;
mod withheld;
