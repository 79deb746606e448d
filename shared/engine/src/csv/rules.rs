//! The limits a CSV must keep and the error that names a broken one.

use serde::{Deserialize, Serialize};

/// Limits that a CSV must keep to be accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CsvRules {
    /// Fewest rows below the header.
    pub min_data_rows: usize,
    /// Largest share of empty cells over the whole table, 0 to 1.
    pub max_empty_ratio: f64,
    /// Most columns.
    pub max_columns: usize,
    /// Longest cell, in bytes.
    pub max_cell_bytes: usize,
    /// Longest column name, in bytes.
    pub max_name_bytes: usize,
}

impl Default for CsvRules {
    fn default() -> Self {
        Self {
            min_data_rows: 2,
            max_empty_ratio: 0.5,
            max_columns: 1000,
            max_cell_bytes: 32 * 1024,
            max_name_bytes: 256,
        }
    }
}

/// The rule that a CSV breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CsvRule {
    /// The file holds nothing but white space.
    EmptyFile,
    /// A byte sequence is not UTF-8.
    NotUtf8,
    /// The bytes are another format: compressed, UTF-16, or with NUL bytes.
    NotCsv,
    /// The first row holds numbers only, so it cannot be a header.
    MissingHeader,
    /// Fewer than two columns.
    TooFewColumns,
    /// A column has no name.
    EmptyName,
    /// Two columns have the same name.
    DuplicateName,
    /// A column name is longer than [`CsvRules::max_name_bytes`].
    NameTooLong,
    /// More columns than [`CsvRules::max_columns`].
    TooManyColumns,
    /// A row has another number of cells than the header.
    RaggedRow,
    /// A quote is opened and never closed.
    UnterminatedQuote,
    /// A cell is longer than [`CsvRules::max_cell_bytes`].
    CellTooLong,
    /// Fewer rows than [`CsvRules::min_data_rows`].
    TooFewRows,
    /// More empty cells than [`CsvRules::max_empty_ratio`] allows.
    TooManyEmpty,
}

/// Why a CSV is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{detail}")]
pub struct CsvError {
    /// The broken rule.
    pub rule: CsvRule,
    /// What was found and what would be right.
    pub detail: String,
    /// Line of the file, counted from 1, where the fault is.
    pub line: Option<u64>,
    /// Column concerned: its name, or its number counted from 1 where there is no name.
    pub column: Option<String>,
}
