//! Why a CSV is not analyzed.

use crate::csv::CsvError;
use crate::protocol::{Rejection, RejectionKind};
use crate::request::ParameterError;

/// Why a CSV is not analyzed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// The file breaks a rule.
    #[error(transparent)]
    Csv(#[from] CsvError),
    /// The file to compare with breaks a rule.
    #[error("in the file to compare with: {0}")]
    Compared(CsvError),
    /// The target cannot be one.
    #[error("{}", .0.detail)]
    Target(Rejection),
    /// The observer broke.
    #[error("the analysis was cancelled")]
    Cancelled,
}

impl AnalysisError {
    /// What is wrong with the target, of everything that is wrong with it as a request.
    pub(super) fn target(target: &str, errors: Vec<ParameterError>) -> Self {
        let details: Vec<String> = errors.into_iter().map(|error| error.detail).collect();
        Self::Target(Rejection {
            kind: RejectionKind::InvalidSpecification,
            detail: details.join("; "),
            column: Some(target.to_owned()),
            line: None,
        })
    }
}
