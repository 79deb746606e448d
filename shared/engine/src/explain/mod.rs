//! Which columns a model relies on, and why it says what it says.

mod dependence;
mod permutation;
mod shap;

pub(crate) use dependence::partial_dependence;
pub use dependence::{DependencePoint, DependenceValue, PartialDependence};
pub(crate) use permutation::permutation_importance;
pub(crate) use shap::explain;
pub use shap::{Contribution, Explanation, OutputUnit};
