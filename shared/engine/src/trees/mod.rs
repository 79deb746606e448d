//! One core for decision trees, random forests and gradient boosting.
//!
//! Features are binned once to bytes. Splits are found on histograms of integers, whose sums are exact, so
//! a model has the same bytes for any number of threads and on any platform. Values of leaves are then
//! computed anew from the rows in double precision, in a fixed order (Shi et al., *Quantized Training of
//! Gradient Boosting Decision Trees*, NeurIPS 2022).
//!
//! - [`Matrix`] and [`Target`] are what is learned from; missing values need no preparation, and
//!   categories are split natively.
//! - [`fit_decision_tree`], [`fit_random_forest`] and [`fit_gradient_boosting`] give a [`TreeEnsemble`].
//! - [`TreeEnsemble::predict_raw`], [`TreeEnsemble::predict_proba`] and [`TreeEnsemble::shap`] use it.
//!
//! Numbers are rounded to single precision before they are compared, in fitting and in predicting.

mod binning;
mod boosting;
mod counter;
mod crew;
mod ensemble;
mod entries;
mod error;
mod finder;
mod flat;
mod forest;
mod gradients;
mod grow;
mod histogram;
mod loss;
mod math;
mod matrix;
mod params;
mod partition;
mod predict;
mod prefixes;
mod scan;
mod shap;
mod split;
mod tally;
mod tally_classes;
mod workshop;

pub use boosting::{BoostingFit, fit_gradient_boosting};
pub use ensemble::{FeatureKind, Link, Node, Rule, Tree, TreeEnsemble};
pub use error::TreeError;
pub use forest::{fit_decision_tree, fit_random_forest};
pub use matrix::{Column, MISSING_CODE, Matrix, Target};
pub use params::{DecisionTreeParams, GradientBoostingParams, MaxFeatures, RandomForestParams};
pub use shap::Shap;

/// Is told how many of how many steps are done; breaks to stop.
pub type Observer<'a> = &'a mut dyn FnMut(usize, usize) -> std::ops::ControlFlow<()>;
