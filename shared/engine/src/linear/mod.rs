//! Linear models: least squares with and without a penalty, and logistic regression.

mod params;

pub use params::{BadParameter, BadParameters, LinearParams, LogisticParams, RidgeParams};
pub use params::{LogisticValidParams, RidgeValidParams};
