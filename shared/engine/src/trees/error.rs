//! What can be wrong with a request for trees.

/// Why nothing was fitted or predicted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TreeError {
    /// A parameter is outside its range.
    #[error("{parameter} is {found}, but must be {expected}")]
    BadParameter {
        /// Its name, as scikit-learn spells it.
        parameter: &'static str,
        /// What was given.
        found: String,
        /// What would be right.
        expected: &'static str,
    },
    /// There is nothing to learn from.
    #[error("no rows with a positive weight, or no columns")]
    Empty,
    /// More rows than the integer histograms are made for.
    #[error("{found} rows are too many; at most {limit} are possible")]
    TooManyRows {
        /// Rows given.
        found: usize,
        /// Most rows possible.
        limit: usize,
    },
    /// Two inputs that belong together differ in length.
    #[error("{what} has {found} entries, but there are {expected} rows")]
    LengthMismatch {
        /// The input that does not fit.
        what: String,
        /// Its length.
        found: usize,
        /// The number of rows.
        expected: usize,
    },
    /// One entry cannot be used.
    #[error("{what} is {found} at row {row}, but must be {expected}")]
    BadValue {
        /// The input.
        what: String,
        /// Its row, from 0.
        row: usize,
        /// What is there.
        found: String,
        /// What would be right.
        expected: String,
    },
    /// Rows to predict have other columns than the model was fitted on.
    #[error("column {column}: {problem}")]
    WrongColumns {
        /// Index of the first column that does not fit.
        column: usize,
        /// How it differs.
        problem: &'static str,
    },
    /// The observer asked to stop.
    #[error("stopped on request")]
    Cancelled,
}
