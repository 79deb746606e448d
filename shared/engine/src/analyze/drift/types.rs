//! Drift as it is stored and shown.

use serde::{Deserialize, Serialize};

use crate::profile::{ColumnKind, ValueCount};

/// How a table differs from another version of it, the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Drift {
    /// Rows of the reference.
    pub reference_rows: usize,
    /// The columns that both have and that can be compared, the most shifted first.
    pub columns: Vec<ColumnDrift>,
    /// Columns that the reference does not have.
    pub added: Vec<String>,
    /// Columns that only the reference has.
    pub removed: Vec<String>,
    /// Columns that hold another kind of values than in the reference.
    pub kind_changed: Vec<KindChange>,
}

/// A column that holds another kind of values than in the reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KindChange {
    /// Its name.
    pub column: String,
    /// Its kind in the reference.
    pub reference: ColumnKind,
    /// Its kind in the table.
    pub current: ColumnKind,
}

/// How much a column is shifted, by its population stability index, where that is more than chance makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DriftLevel {
    /// Below 0.1, or no more than chance makes.
    Stable,
    /// From 0.1.
    Shifted,
    /// From 0.25.
    MuchShifted,
}

/// How a column is distributed in the table and in the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnDrift {
    /// Its name.
    pub column: String,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// How to read the index.
    pub level: DriftLevel,
    /// Population stability index: `Σ (p − q) ln(p/q)` over tenths of the reference's numbers, or over its values where
    /// it has at most ten, or over its 19 most frequent words; what the reference does not have and empty cells are groups
    /// of their own, and a group without rows counts as half a row.
    pub psi: f64,
    /// What samples of this size from one distribution exceed one time in a thousand.
    pub psi_by_chance: f64,
    /// In the table.
    pub current: TableSide,
    /// In the reference.
    pub reference: TableSide,
    /// For numbers and moments.
    pub numeric: Option<NumericDrift>,
    /// For words.
    pub categorical: Option<CategoricalDrift>,
}

/// A column in one of the tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TableSide {
    /// Share of empty cells, 0 to 1.
    pub missing_ratio: f64,
    /// Mean of a column of numbers; of moments in seconds since 1970-01-01 UTC.
    pub mean: Option<f64>,
    /// Most frequent word of a column of words.
    pub most_frequent: Option<String>,
}

/// How numbers are shifted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NumericDrift {
    /// Kolmogorov–Smirnov statistic: the largest difference between the two distribution functions, 0 to 1.
    pub ks_statistic: f64,
    /// The chance of so large a statistic if both came from one distribution.
    pub ks_p_value: f64,
}

/// How words are shifted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CategoricalDrift {
    /// Total variation distance: half the sum of the differences between the shares, 0 to 1; empty cells count as a
    /// word.
    pub total_variation: f64,
    /// Rows with words that the reference does not have.
    pub new_rows: u64,
    /// The most frequent of these words, at most five.
    pub new_values: Vec<ValueCount>,
}
