//! How a run goes: read, hold back, prepare, fit, measure, explain.

mod error;
mod progress;

pub use error::{Rejection, RejectionKind, TrainError};
pub use progress::{Observer, Progress, Stage};

use crate::csv::CsvRules;
use crate::model::Model;
use crate::report::Report;
use crate::request::TrainSpec;

/// A trained model and what is known about it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The model, with its preprocessing.
    pub model: Model,
    /// How it was made and how good it is.
    pub report: Report,
}

/// Trains the specified model, no other.
///
/// # Errors
/// [`TrainError::Rejected`] for data that cannot be trained on, [`TrainError::FitFailed`] when the fit breaks
/// down, [`TrainError::Cancelled`] when the observer says so.
pub fn train(
    _csv: &[u8],
    _rules: &CsvRules,
    _spec: &TrainSpec,
    _observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    unimplemented!("follows in the next commit")
}

/// Trains the specified model; if its fit fails or panics, the baseline, and the report says so.
///
/// # Errors
/// As [`train`], but [`TrainError::FitFailed`] only when the baseline fails as well.
pub fn train_with_fallback(
    _csv: &[u8],
    _rules: &CsvRules,
    _spec: &TrainSpec,
    _observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    unimplemented!("follows in the next commit")
}
