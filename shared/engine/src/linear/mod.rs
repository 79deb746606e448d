//! Linear models: least squares with and without penalties, and logistic regression.

mod elastic_net;
mod lbfgs;
mod least_squares;
mod logistic;
mod orthogonal;
mod params;
#[cfg(test)]
mod parity;

pub use elastic_net::ElasticNetParams;
pub(crate) use least_squares::LinearFit;
pub use params::{LinearParams, LogisticParams, RidgeParams};
pub use params::{LogisticValidParams, RidgeValidParams};
