//! How boosting learnt, round after round.

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::predict_in_stages;
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
    let at: Vec<usize> = (1..=points).map(|point| point * rounds / points).collect();
    let trees: Vec<usize> = at.iter().map(|rounds| rounds * per_round).collect();
    let losses = |(rows, truth): (&Array2<f64>, &Truth)| {
        let metric = match truth {
            Truth::Classes(_) => Metric::LogLoss,
            Truth::Values(_) => Metric::Mse,
        };
        predict_in_stages(ensemble, rows, &trees, |predictions| {
            Scorer::new(metric, truth, &predictions)?.score()
        })
    };
    let losses = losses(train).into_iter().zip(losses(test));
    at.into_iter()
        .zip(losses)
        .filter_map(|(rounds, (train_loss, test_loss))| {
            Some(LearningPoint {
                rounds,
                train_loss: train_loss?,
                test_loss: test_loss?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::predict;
    use super::*;
    use crate::trees::{self, Column, Matrix, Target};

    #[test]
    fn a_curve_is_that_of_ensembles_cut_off() {
        let x: Vec<f64> = (0..300).map(|row| f64::from(row * 31 % 97)).collect();
        let codes: Vec<u32> = x.iter().map(|x| *x as u32 % 3).collect();
        let matrix = Matrix::new(300, vec![Column::Numeric(&x)]).expect("sound");
        let target = Target::Classes {
            codes: &codes,
            classes: 3,
        };
        let params = trees::GradientBoostingParams {
            max_iter: 23,
            ..trees::GradientBoostingParams::default()
        };
        let go = &mut |_, _| std::ops::ControlFlow::Continue(());
        let fit = trees::fit_gradient_boosting(&matrix, target, None, &params, 1, go);
        let ensemble = fit.expect("fits").ensemble;
        let rows = Array2::from_shape_vec((300, 1), x).expect("one column");
        let truth = Truth::Classes(codes.iter().map(|&code| code as usize).collect());
        let curve = learning_curve(&ensemble, (&rows, &truth), (&rows, &truth));
        assert_eq!((curve.len(), curve[19].rounds), (20, 23));
        for point in curve {
            let mut partial = ensemble.clone();
            partial.trees.truncate(3 * point.rounds);
            let scorer = Scorer::new(Metric::LogLoss, &truth, &predict(&partial, &rows));
            assert_eq!(
                scorer.and_then(|scorer| scorer.score()),
                Some(point.train_loss)
            );
            assert_eq!(point.test_loss, point.train_loss);
        }
    }
}
