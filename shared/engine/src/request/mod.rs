//! From what a user asks for to a specification in which nothing is implicit.

mod checks;
mod fields;
mod hyperparameters;
mod resolve;
mod spec;
#[cfg(test)]
mod tests;
mod trees;
mod types;

pub(crate) use checks::MAX_CLASSES;
pub(crate) use fields::escape;
pub use hyperparameters::ModelSpec;
pub use resolve::TrainRequest;
pub use spec::{TrainSpec, run_key};
pub use types::{FeatureSelection, Metric, Mode, ModelType, ParameterError, Task};
