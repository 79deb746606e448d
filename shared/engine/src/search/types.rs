//! What a search tells about itself.

use serde::{Deserialize, Serialize};

use crate::report::CrossValidation;
use crate::request::{Metric, ModelSpec, TrainSpec};

/// A configuration and how it did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trial {
    /// Its place in the list of configurations, counted from 0.
    pub number: u32,
    /// Family and hyperparameters.
    #[serde(flatten)]
    pub model: ModelSpec,
    /// The last round that it took part in, counted from 0.
    pub round: u32,
    /// Most rows that each of its fits learnt from in that round.
    pub rows: usize,
    /// The score on each fold of that round.
    pub scores: Vec<f64>,
    /// Their mean; `None` without scores.
    pub mean: Option<f64>,
    /// Their sample standard deviation; `None` for fewer than two.
    pub std: Option<f64>,
    /// Numbers read by all of its fits, as estimated before them.
    pub work: u64,
    /// How it ended.
    pub state: TrialState,
}

/// How a trial ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrialState {
    /// It has the best mean of those that came to the last round.
    Won,
    /// It came to the last round.
    Finalist,
    /// Others were better.
    Dropped,
    /// It could not be fitted or scored.
    Failed,
    /// It would have been more work than one trial may be.
    TooMuchWork,
}

/// A search: its winner and every trial, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Search {
    /// The score that decided.
    pub metric: Metric,
    /// The configuration that won.
    pub winner: ModelSpec,
    /// The best configuration of another family, if any could be scored.
    pub runner_up: Option<ModelSpec>,
    /// Every trial, best first: by round reached, then by mean.
    pub leaderboard: Vec<Trial>,
    /// Numbers read by all trials, as estimated before them.
    pub work: u64,
}

impl Search {
    /// What a cross-validation of the winner would give, when the last round was one.
    pub(crate) fn cross_validation(
        &self,
        spec: &TrainSpec,
        rows: usize,
    ) -> Option<CrossValidation> {
        let won = self.leaderboard.first()?;
        let whole = won.state == TrialState::Won
            && won.rows == rows
            && won.scores.len() == spec.folds as usize;
        whole.then_some(CrossValidation {
            metric: self.metric,
            scores: won.scores.clone(),
            mean: won.mean?,
            std: won.std?,
        })
    }
}
