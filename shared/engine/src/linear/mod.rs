//! Linear models: least squares with and without a penalty, and logistic regression.

mod lbfgs;
mod least_squares;
mod logistic;
mod orthogonal;
mod params;
#[cfg(test)]
mod parity;

pub(crate) use least_squares::LinearFit;
pub use params::{BadParameter, BadParameters, LinearParams, LogisticParams, RidgeParams};
pub use params::{LogisticValidParams, RidgeValidParams};

/// Why a fit gave nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FitError {
    /// A hyperparameter is out of range.
    #[error(transparent)]
    Parameters(#[from] BadParameters),
    /// The arithmetic left the range of 64-bit floats.
    #[error("the numbers are too large to calculate with")]
    NotFinite,
    /// The family cannot do the task.
    #[error("{model} cannot do {task}")]
    WrongTask {
        /// The family.
        model: &'static str,
        /// The task.
        task: &'static str,
    },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The data set does not hold together.
    #[error(transparent)]
    Dataset(#[from] linfa::Error),
}
