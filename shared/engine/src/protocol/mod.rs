//! How a run goes: read, hold back, prepare, fit, measure, explain.

mod error;
mod fallback;
mod fit;
mod leakage;
mod pipeline;
mod progress;
mod split;
mod target;
mod train;
#[cfg(test)]
mod unseen;
mod validate;
mod warnings;

pub use error::{Rejection, RejectionKind, TrainError};
pub use fallback::{train_baseline, train_with_fallback};
pub(crate) use pipeline::{Learnt, MAX_ENCODED, Pipeline, Source};
pub use progress::{Observer, Progress, Stage};
pub(crate) use progress::{Watched, tell};
pub(crate) use split::{Split, folds, split};
pub use train::{Outcome, train};
pub(crate) use warnings::{leaks, target_warnings};
