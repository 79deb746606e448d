//! The analysis as it is stored and shown.

use serde::{Deserialize, Serialize};

use super::drift::Drift;
use crate::profile::{ColumnKind, Warning};
use crate::request::Task;

/// A CSV, analyzed: how its columns hang together, what is odd, and how it differs from another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Analysis {
    /// Rows below the header.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Rows that repeat earlier rows.
    pub duplicates: Duplicates,
    /// How the columns hang together, two by two.
    pub correlations: Correlations,
    /// How each column hangs together with the target; `None` unless a target was named.
    pub target: Option<TargetAnalysis>,
    /// What is odd about the table, its columns and the target.
    pub warnings: Vec<Warning>,
    /// How the table differs from the one it was compared with; `None` unless there was one.
    pub drift: Option<Drift>,
    /// Version of the engine.
    pub engine_version: String,
}

/// Rows that are equal to an earlier row, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Duplicates {
    /// How many there are.
    pub rows: usize,
    /// The first of them, at most ten, in the order of the file.
    pub examples: Vec<DuplicateRow>,
}

/// A row that is equal to an earlier row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuplicateRow {
    /// Its number; the first row below the header is 1.
    pub row: usize,
    /// The number of the first row that it is equal to.
    pub first: usize,
}

/// How two columns hang together is measured by their kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssociationMeasure {
    /// Two columns of numbers: Pearson's correlation, −1 to 1.
    Pearson,
    /// Two columns of categories: Cramér's V, 0 to 1, corrected for chance (Bergsma 2013).
    CramersV,
    /// Numbers and categories: the correlation ratio, 0 to 1, corrected for chance (Kelley 1935).
    CorrelationRatio,
}

/// How columns hang together, two by two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correlations {
    /// The columns that are measured, in the order of the file; at most 40.
    pub columns: Vec<MeasuredColumn>,
    /// Every pair of them once, the earlier column first.
    pub pairs: Vec<Correlation>,
    /// The columns that are not measured, and why.
    pub omitted: Vec<OmittedColumn>,
}

/// A column that is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MeasuredColumn {
    /// Name from the header.
    pub name: String,
    /// Kind of its values.
    pub kind: ColumnKind,
}

/// How two columns hang together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correlation {
    /// A column.
    pub first: String,
    /// The other.
    pub second: String,
    /// What is measured.
    pub measure: AssociationMeasure,
    /// How strongly; `None` when the rows with both do not say.
    pub value: Option<f64>,
    /// Rows that hold both.
    pub rows: usize,
}

/// A column that is not measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OmittedColumn {
    /// Name from the header.
    pub column: String,
    /// Why not.
    pub reason: OmissionReason,
}

/// Why a column is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OmissionReason {
    /// It holds one value or none.
    Constant,
    /// It names the rows.
    Identifier,
    /// It is free text.
    FreeText,
    /// There are too many columns, and others come before it: those most associated with the target, else
    /// the first of the file.
    TooManyColumns,
}

/// How the columns hang together with the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetAnalysis {
    /// The target.
    pub column: String,
    /// What predicting it would be; with classes, its values count as categories.
    pub task: Task,
    /// One entry per column that can be measured, the strongest first.
    pub associations: Vec<TargetAssociation>,
    /// The columns that are not measured, and why.
    pub omitted: Vec<OmittedColumn>,
}

/// How a column hangs together with the target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetAssociation {
    /// The column.
    pub column: String,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// What is measured.
    pub measure: AssociationMeasure,
    /// How strongly; `None` when the rows with both do not say.
    pub value: Option<f64>,
    /// Rows that hold both.
    pub rows: usize,
    /// Share of the target's entropy that the column takes away, 0 to 1 (Theil's uncertainty coefficient):
    /// sees relations of any shape. Numbers are cut into ten groups of equal size, empty cells are a group of
    /// their own. `None` when there is nothing to tell.
    pub information: Option<f64>,
}
