//! Pages of the law on a case.

pub mod times;
