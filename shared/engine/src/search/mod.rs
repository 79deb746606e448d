//! Finding the best of several families: successive halving (Jamieson and Talwalkar 2016; Li et al.,
//! *A System for Massively Parallel Hyperparameter Tuning*, 2020) over a seeded list of configurations.
//!
//! Every fit of a trial is a pure function of data, configuration and fold, so many are done at once. What it may cost is counted in
//! numbers read and never in seconds. So the same request gives the same winner on any machine.

mod candidates;
mod halving;
mod params;
mod play;
mod trial;
mod types;
mod work;

pub(crate) use halving::search;
pub use params::AutoParams;
pub use types::{Search, Trial, TrialState};
pub(crate) use work::fit_work;
