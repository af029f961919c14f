//! Publication from its door.

mod flow;
mod made;
mod print;
mod withheld;
