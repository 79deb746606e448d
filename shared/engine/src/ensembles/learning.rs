//! How boosting learnt, round after round.

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::predict;
use crate::metrics::{Scorer, Truth};
use crate::request::Metric;
use crate::trees::TreeEnsemble;

/// Most points of a curve.
const POINTS: usize = 20;

/// A point of a learning curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LearningPoint {
    /// Rounds of boosting so far.
    pub rounds: usize,
    /// The loss on the training part: log loss in nats, or mean squared error.
    pub train_loss: f64,
    /// The loss on the held-out part.
    pub test_loss: f64,
}

/// The losses of a boosted ensemble cut off after fewer and more rounds.
pub(crate) fn learning_curve(
    ensemble: &TreeEnsemble,
    train: (&Array2<f64>, &Truth),
    test: (&Array2<f64>, &Truth),
) -> Vec<LearningPoint> {
    let per_round = (ensemble.outputs as usize).max(1);
    let rounds = ensemble.trees.len() / per_round;
    let points = rounds.min(POINTS);
    let at = |point: usize| -> Option<LearningPoint> {
        let rounds = (point + 1) * rounds / points;
        let mut partial = ensemble.clone();
        partial.trees.truncate(rounds * per_round);
        let loss = |(rows, truth): (&Array2<f64>, &Truth)| {
            let metric = match truth {
                Truth::Classes(_) => Metric::LogLoss,
                Truth::Values(_) => Metric::Mse,
            };
            Scorer::new(metric, truth, &predict(&partial, rows))?.score()
        };
        Some(LearningPoint {
            rounds,
            train_loss: loss(train)?,
            test_loss: loss(test)?,
        })
    };
    (0..points).filter_map(at).collect()
}
