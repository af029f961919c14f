//! The verbs of the portal.

mod answering;
mod deposit;
mod entering;
mod people;

pub use answering::{answer, looked, read, taken};
pub use deposit::{Deposit, REMIND_DAYS, deposit, expire, noticed, remind, renew_notice};
pub use entering::{
    Asked, Tried, Ways, ask, begin_eid, enter_by_eid, leave, letter, take_eid, try_code,
};
pub use people::{end, register};
