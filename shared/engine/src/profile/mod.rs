//! What is in a CSV: the kind of every column, its values, and what is odd about it.

mod types;

pub use types::{
    ColumnKind, ColumnProfile, ColumnSchema, Histogram, NumericSummary, Profile, Quantiles,
    TargetSuggestion, ValueCount, Warning, WarningKind,
};

use crate::csv::{CsvError, CsvRules};

/// Checks a CSV against `rules` and describes its columns.
///
/// # Errors
/// The first rule that the file breaks, with line and column.
pub fn profile_csv(_bytes: &[u8], _rules: &CsvRules) -> Result<Profile, CsvError> {
    unimplemented!("follows in the next commit")
}
