//! What a run says while it works.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::error::TrainError;

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Parsing the CSV.
    Reading,
    /// Splitting rows and choosing columns.
    Preparing,
    /// Fitting the model.
    Fitting,
    /// Cross-validating inside the training part.
    Validating,
    /// Measuring on the held-out part.
    Evaluating,
    /// Finding out which columns matter.
    Explaining,
    /// Measuring how columns hang together.
    Analyzing,
}

/// A step of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Where the run is.
    pub stage: Stage,
    /// Steps of this stage that are done.
    pub done: u64,
    /// Steps of this stage; 0 when not known.
    pub total: u64,
    /// The sentence to show.
    pub message: String,
}

/// Is told about every step; breaking cancels the run.
pub type Observer<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Tells the observer about a step.
pub(crate) fn tell(
    observer: &mut Observer<'_>,
    stage: Stage,
    (done, total): (u64, u64),
    message: impl Into<String>,
) -> Result<(), TrainError> {
    match observer(Progress {
        stage,
        done,
        total,
        message: message.into(),
    }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(TrainError::Cancelled),
    }
}
