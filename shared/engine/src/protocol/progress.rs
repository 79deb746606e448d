//! What a run says while it works.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Parsing the CSV.
    Reading,
    /// Splitting rows and fitting the preprocessing.
    Preparing,
    /// Fitting the model.
    Fitting,
    /// Measuring on the held-out part.
    Evaluating,
    /// Finding out which columns matter.
    Explaining,
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
