//! From what a user asks for to a specification in which nothing is implicit.

mod hyperparameters;
mod resolve;
mod spec;
mod types;

pub use hyperparameters::{LinearParams, LogisticParams, ModelSpec, RidgeParams};
pub use resolve::TrainRequest;
pub use spec::{TrainSpec, run_key};
pub use types::{FeatureSelection, Metric, Mode, ModelType, ParameterError, Task};
