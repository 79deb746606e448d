//! Which columns a model relies on.

mod permutation;

pub(crate) use permutation::permutation_importance;
