//! Reading CSV bytes: what is allowed, where a fault is, and the typed columns that come out.

mod rules;

pub use rules::{CsvError, CsvRule, CsvRules};
