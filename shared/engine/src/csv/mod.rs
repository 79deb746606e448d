//! Reading CSV bytes: what is allowed, where a fault is, and the typed columns that come out.

mod blocks;
mod column;
mod decimal;
mod delimiter;
mod encoding;
mod head;
mod header;
mod moment;
mod rows;
mod rules;
mod scan;
mod table;
mod value;

pub(crate) use blocks::CELLS_WORTH_THREADS;
pub(crate) use column::{Column, Data, Level, MISSING, Shape};
pub use head::CsvHead;
pub(crate) use moment::{SECONDS_PER_DAY, month_of, written_moment};
pub use rows::{CsvRow, CsvRows};
pub use rules::{CsvError, CsvRule, CsvRules};
pub(crate) use table::Table;
pub(crate) use value::{MISSING_WORDS, Value, parse};
