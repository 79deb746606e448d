//! From what a user asks for to a specification in which nothing is implicit.

mod fields;
mod hyperparameters;
mod resolve;
mod spec;
mod types;

pub(crate) use fields::escape;
pub use hyperparameters::ModelSpec;
pub(crate) use resolve::MAX_CLASSES;
pub use resolve::TrainRequest;
pub use spec::{TrainSpec, run_key};
pub use types::{FeatureSelection, Metric, Mode, ModelType, ParameterError, Task};
