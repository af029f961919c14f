//! Publication from its door.

mod board;
mod flow;
mod made;
mod print;
mod withheld;
