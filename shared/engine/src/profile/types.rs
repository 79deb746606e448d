//! The profile as it is stored and shown.

use serde::{Deserialize, Serialize};

use crate::request::Task;

/// What kind of values a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Numbers.
    Numeric,
    /// A few distinct words.
    Categorical,
    /// Two words such as `yes` and `no`.
    Boolean,
    /// Dates or times.
    Datetime,
    /// Free text: many distinct values, too many to learn from as categories.
    Text,
    /// A value that names the row.
    Id,
}

impl ColumnKind {
    /// The name that is written and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Numeric => "numeric",
            Self::Categorical => "categorical",
            Self::Boolean => "boolean",
            Self::Datetime => "datetime",
            Self::Text => "text",
            Self::Id => "id",
        }
    }
}

/// A CSV, described.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// Rows below the header.
    pub rows: usize,
    /// The character between cells.
    pub delimiter: char,
    /// One entry per column, in the order of the file.
    pub columns: Vec<ColumnProfile>,
    /// What is odd about the table or one of its columns.
    pub warnings: Vec<Warning>,
    /// The column that is most likely to be predicted.
    pub target_suggestion: Option<TargetSuggestion>,
    /// Rows that repeat an earlier row.
    pub duplicate_rows: usize,
    /// Share of empty cells, 0 to 1.
    pub empty_ratio: f64,
}

impl Profile {
    /// The compact form that [`crate::TrainRequest::resolve`] needs.
    #[must_use]
    pub fn schema(&self) -> Vec<ColumnSchema> {
        self.columns
            .iter()
            .map(|column| ColumnSchema {
                name: column.name.clone(),
                kind: column.kind,
                unique: column.unique,
                missing: column.missing,
            })
            .collect()
    }
}

/// One column, described.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnProfile {
    /// Name from the header.
    pub name: String,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// Empty cells.
    pub missing: usize,
    /// Distinct values, empty cells not counted.
    pub unique: usize,
    /// Distribution of a numeric column.
    pub numeric: Option<NumericSummary>,
    /// The most frequent values of a column of words, most frequent first, at most ten.
    pub top_values: Vec<ValueCount>,
    /// What is odd about it.
    pub warnings: Vec<Warning>,
}

/// What is needed of a column to resolve a training request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnSchema {
    /// Name from the header.
    pub name: String,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// Distinct values, empty cells not counted.
    pub unique: usize,
    /// Empty cells.
    pub missing: usize,
}

/// Distribution of a numeric column, in the column's own unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NumericSummary {
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Arithmetic mean.
    pub mean: f64,
    /// Sample standard deviation (n − 1); `None` for a single value.
    pub std: Option<f64>,
    /// Quantiles, linear between values.
    pub quantiles: Quantiles,
    /// Counts in bins of equal width.
    pub histogram: Histogram,
}

/// Quantiles by linear interpolation (Hyndman and Fan's type 7, as numpy and pandas do).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[allow(missing_docs)]
pub struct Quantiles {
    pub p5: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p95: f64,
}

/// Counts in bins of equal width; `edges` has one entry more than `counts`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Histogram {
    /// Borders of the bins, ascending; the last bin includes its upper border.
    pub edges: Vec<f64>,
    /// Values in each bin.
    pub counts: Vec<u64>,
}

/// A value and how often it occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ValueCount {
    /// The value as written in the file.
    pub value: String,
    /// Rows that hold it.
    pub count: u64,
}

/// The column that is most likely to be predicted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetSuggestion {
    /// Its name.
    pub column: String,
    /// What predicting it would be.
    pub task: Task,
    /// Why this column.
    pub reason: String,
}

/// What is odd about a table, a column, a training run, or an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// A column holds one value only.
    Constant,
    /// A column is empty.
    AllMissing,
    /// A column is mostly empty.
    MostlyMissing,
    /// A column names rows and tells nothing about others.
    Identifier,
    /// A column is free text.
    FreeText,
    /// Numbers are infinite or too large for a 64-bit float; they count as missing.
    OutOfRange,
    /// Numbers are written with a decimal comma.
    DecimalComma,
    /// Rows repeat earlier rows.
    DuplicateRows,
    /// Held-out rows are equal to rows of the training part.
    DuplicatesAcrossSplit,
    /// Rows without a target were left out.
    TargetMissing,
    /// One class is much rarer than another.
    ClassImbalance,
    /// A class occurs once, so it cannot be tested.
    SingletonClass,
    /// There are too few rows for numbers to be trusted.
    FewRows,
    /// The solver stopped before it was done.
    NotConverged,
    /// A column alone predicts the target almost perfectly.
    Leakage,
    /// Two columns say nearly the same.
    Redundant,
    /// A column is not what it is in another version of the table.
    Drift,
}

/// Something a user should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Warning {
    /// What it is about.
    pub kind: WarningKind,
    /// Column concerned.
    pub column: Option<String>,
    /// The sentence to show.
    pub detail: String,
}
