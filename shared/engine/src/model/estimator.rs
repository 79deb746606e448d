//! The part of a model that turns numbers into predictions.

use std::ops::Range;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::bayes::GaussianBayes;
use crate::ensembles;
use crate::metrics::Predictions;
use crate::neighbors::Neighbors;
use crate::numeric::{dot, sigmoid, softmax};
use crate::svm::Machines;
use crate::trees::TreeEnsemble;

/// What is predicted from the encoded rows. Weights are stored row by row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Estimator {
    /// The same probabilities for every row.
    Frequencies(Vec<f64>),
    /// The same number for every row.
    Mean(f64),
    /// A linear function.
    Linear { weights: Vec<f64>, intercept: f64 },
    /// Class probabilities by the logistic function (one vector, the second class) or softmax (one
    /// vector per class).
    Logistic {
        weights: Vec<f64>,
        intercepts: Vec<f64>,
    },
    /// Gaussian naive Bayes.
    NaiveBayes(GaussianBayes),
    /// k nearest neighbours.
    Knn(Neighbors),
    /// One tree or many.
    Trees(TreeEnsemble),
    /// Support vector machines.
    Svm(Machines),
}

/// Predicts for encoded rows.
type Predict<'e> = Box<dyn Fn(&Array2<f64>) -> Predictions + 'e>;

impl Estimator {
    /// Predicts for encoded rows that differ from `rows` in some columns only.
    pub(crate) fn when_changed<'e>(
        &'e self,
        rows: &Array2<f64>,
        columns: &Range<usize>,
    ) -> Predict<'e> {
        match self {
            Self::Trees(ensemble) => {
                Box::new(ensembles::predict_when_changed(ensemble, rows, columns))
            }
            _ => Box::new(|changed| self.predict(changed)),
        }
    }

    /// Predicts for encoded rows.
    pub(crate) fn predict(&self, rows: &Array2<f64>) -> Predictions {
        let count = rows.nrows();
        let table = rows;
        let rows = rows
            .rows()
            .into_iter()
            .map(|row| row.to_slice().expect("encoded rows are contiguous"));
        match self {
            Self::Frequencies(frequencies) => Predictions::Classes {
                probabilities: frequencies.repeat(count),
                classes: frequencies.len(),
            },
            Self::Mean(mean) => Predictions::Values(vec![*mean; count]),
            Self::NaiveBayes(bayes) => Predictions::Classes {
                probabilities: bayes.predict(rows),
                classes: bayes.priors.len(),
            },
            Self::Knn(neighbors) => neighbors.predict(rows),
            Self::Svm(machines) => machines.predict(rows),
            Self::Trees(ensemble) => ensembles::predict(ensemble, table),
            Self::Linear { weights, intercept } => {
                Predictions::Values(rows.map(|row| dot(weights, row) + intercept).collect())
            }
            Self::Logistic {
                weights,
                intercepts,
            } => {
                let classes = intercepts.len().max(2);
                let mut probabilities = Vec::with_capacity(count * classes);
                for row in rows {
                    let scores = intercepts.iter().enumerate().map(|(vector, intercept)| {
                        dot(&weights[vector * row.len()..][..row.len()], row) + intercept
                    });
                    let start = probabilities.len();
                    probabilities.extend(scores);
                    if intercepts.len() == 1 {
                        let second = sigmoid(probabilities[start]);
                        probabilities[start] = 1.0 - second;
                        probabilities.push(second);
                    } else {
                        softmax(&mut probabilities[start..]);
                    }
                }
                Predictions::Classes {
                    probabilities,
                    classes,
                }
            }
        }
    }

    /// Numbers read to predict one row of `width` numbers.
    pub(crate) fn work(&self, width: usize) -> usize {
        match self {
            Self::Frequencies(_) | Self::Mean(_) | Self::Linear { .. } => width,
            Self::Logistic { intercepts, .. } => width * intercepts.len(),
            Self::NaiveBayes(bayes) => width * bayes.priors.len(),
            Self::Knn(neighbors) => neighbors.work(),
            Self::Svm(machines) => machines.work(),
            // A path is about as long as the logarithm of the nodes.
            Self::Trees(ensemble) => ensemble
                .trees
                .iter()
                .map(|tree| tree.nodes.len().max(2).ilog2() as usize + 1)
                .sum(),
        }
        .max(1)
    }

    /// Whether the parts fit together and hold finite numbers, for rows of `width` numbers and as many
    /// labels as given (0 for regression).
    pub(crate) fn is_sound(&self, width: usize, labels: usize) -> bool {
        let finite = |values: &[f64]| values.iter().all(|value| value.is_finite());
        match self {
            Self::Frequencies(frequencies) => {
                labels >= 2 && frequencies.len() == labels && finite(frequencies)
            }
            Self::Mean(mean) => labels == 0 && mean.is_finite(),
            Self::NaiveBayes(bayes) => bayes.is_sound(width, labels),
            Self::Knn(neighbors) => neighbors.is_sound(width, labels),
            Self::Svm(machines) => machines.is_sound(width, labels),
            Self::Trees(ensemble) => ensembles::is_sound(ensemble, width, labels),
            Self::Linear { weights, intercept } => {
                labels == 0 && weights.len() == width && finite(weights) && intercept.is_finite()
            }
            Self::Logistic {
                weights,
                intercepts,
            } => {
                let vectors = if labels == 2 { 1 } else { labels };
                labels >= 2
                    && intercepts.len() == vectors
                    && vectors.checked_mul(width) == Some(weights.len())
                    && finite(weights)
                    && finite(intercepts)
            }
        }
    }
}
