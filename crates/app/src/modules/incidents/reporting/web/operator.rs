//! A report typed for somebody on the phone or at the desk, who gets the receipt read out or printed. Nothing keeps
//! who typed it, and the caller has no account here.

use super::super::model::Way;
use super::tell;
use crate::base::App;
use crate::base::visit::{Answer, Visit};

pub fn form(app: &App, visit: &Visit) -> Answer {
    tell::draw(app, visit, &tell::fresh())?.answer()
}

pub fn send(app: &App, visit: &Visit) -> Answer {
    tell::take(app, visit, Some(Way::Operator))
}
