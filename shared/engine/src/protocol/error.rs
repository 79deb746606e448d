//! Why a run ends without a model.

use serde::{Deserialize, Serialize};

use crate::csv::CsvError;
use crate::fit::FitError;

/// Why a run ends without a model.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TrainError {
    /// The data or the parameters do not allow it; trying again gives the same.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The fit broke down, although data and parameters looked right.
    #[error("the fit failed: {detail}")]
    FitFailed {
        /// What broke down.
        detail: String,
    },
    /// The observer asked to stop.
    #[error("cancelled")]
    Cancelled,
}

/// Why data cannot be trained on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{detail}")]
pub struct Rejection {
    /// What is wrong.
    pub kind: RejectionKind,
    /// What was found and what would be right.
    pub detail: String,
    /// Column concerned.
    pub column: Option<String>,
    /// Line of the file concerned.
    pub line: Option<u64>,
}

/// What is wrong with data that cannot be trained on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RejectionKind {
    /// The file breaks a rule for CSV files.
    InvalidCsv,
    /// The specification holds values out of range.
    InvalidSpecification,
    /// The specification names a column that the file does not have.
    UnknownColumn,
    /// Too few rows with a target.
    TooFewRows,
    /// The training part has one class only.
    OneClass,
    /// Every row has a class of its own.
    AllUniqueTarget,
    /// More classes than a classifier is offered for.
    TooManyClasses,
    /// The target of a regression is not numeric.
    TargetNotNumeric,
    /// The target holds values that no model predicts, such as dates.
    TargetNotSupported,
    /// The target of a regression has one value only.
    ConstantTarget,
    /// No column is left to learn from.
    NoFeatures,
    /// The work is beyond what one run may do.
    TooLarge,
}

impl From<FitError> for TrainError {
    fn from(error: FitError) -> Self {
        let rejected = |kind, detail| {
            Self::Rejected(Rejection {
                kind,
                detail,
                column: None,
                line: None,
            })
        };
        match error {
            FitError::Cancelled => Self::Cancelled,
            FitError::TooFewRows(detail) => rejected(RejectionKind::TooFewRows, detail),
            FitError::TooLarge(detail) => rejected(RejectionKind::TooLarge, detail),
            other => Self::FitFailed {
                detail: other.to_string(),
            },
        }
    }
}

impl From<CsvError> for TrainError {
    fn from(error: CsvError) -> Self {
        Self::Rejected(Rejection {
            kind: RejectionKind::InvalidCsv,
            detail: error.detail,
            column: error.column,
            line: error.line,
        })
    }
}
