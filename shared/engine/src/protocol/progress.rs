//! What a run says while it works.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

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

/// Is told about every step, by one thread at a time; breaking cancels the run.
pub type Observer<'a> = dyn FnMut(Progress) -> ControlFlow<()> + Send + 'a;

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

/// An observer that jobs on several threads tell about a stage. Once it wants to stop, every job hears so.
pub(crate) struct Watched<'a, 'o> {
    state: Mutex<State<'a, 'o>>,
    stage: Stage,
    total: u64,
}

struct State<'a, 'o> {
    observer: &'a mut Observer<'o>,
    done: u64,
    cancelled: bool,
}

impl<'a, 'o> Watched<'a, 'o> {
    /// For a stage of `total` jobs.
    pub(crate) const fn new(observer: &'a mut Observer<'o>, stage: Stage, total: u64) -> Self {
        Self {
            state: Mutex::new(State {
                observer,
                done: 0,
                cancelled: false,
            }),
            stage,
            total,
        }
    }

    /// Says what a job is at; a break asks it to end.
    pub(crate) fn report(&self, message: &str) -> ControlFlow<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let done = state.done;
        if !state.cancelled {
            state.cancelled = (state.observer)(Progress {
                stage: self.stage,
                done,
                total: self.total,
                message: message.to_owned(),
            })
            .is_break();
        }
        if state.cancelled {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// The same, as an error for a job that is about to begin.
    pub(crate) fn tell(&self, message: &str) -> Result<(), TrainError> {
        match self.report(message) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(TrainError::Cancelled),
        }
    }

    /// Counts a job that has ended.
    pub(crate) fn finish_one(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.done += 1;
    }
}
