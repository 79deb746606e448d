//! One score of given predictions, on all rows or on a resample of them.

use super::confusion::Confusion;
use super::predictions::{Predictions, Truth, most_probable};
use super::ranking::Ranking;
use crate::request::Metric;

/// Probabilities are kept this far from 0 and 1 before their logarithm is taken, as scikit-learn does.
const SMALLEST_PROBABILITY: f64 = f64::EPSILON;

/// A score, made ready to be computed for many weightings of the same rows.
#[derive(Clone, Debug)]
pub(crate) struct Scorer {
    form: Form,
    rows: usize,
}

#[derive(Clone, Debug)]
enum Form {
    /// The mean of a number per row.
    Mean(Vec<f64>),
    /// The root of that.
    RootMean(Vec<f64>),
    /// `1 − Σ squared errors / Σ squared distances of the truth from its mean`.
    ExplainedShare {
        squared_errors: Vec<f64>,
        truth: Vec<f64>,
    },
    /// A score of the confusion matrix.
    Confusion {
        truth: Vec<usize>,
        predicted: Vec<usize>,
        classes: usize,
        metric: Metric,
    },
    /// The mean area under the ROC curves of one or more classes.
    Area(Vec<Ranking>),
}

impl Scorer {
    /// Makes a score ready. `None` when it does not go with the predictions.
    pub(crate) fn new(metric: Metric, truth: &Truth, predictions: &Predictions) -> Option<Self> {
        let form = match (truth, predictions) {
            (
                Truth::Classes(truth),
                Predictions::Classes {
                    probabilities,
                    classes,
                },
            ) => classification(metric, truth, probabilities, *classes)?,
            (Truth::Values(truth), Predictions::Values(values)) => {
                regression(metric, truth, values)?
            }
            _ => return None,
        };
        Some(Self {
            form,
            rows: truth.len(),
        })
    }

    /// The score when every row counts once; `None` when it is not defined.
    pub(crate) fn score(&self) -> Option<f64> {
        self.weighted(&vec![1; self.rows])
    }

    /// The score when row `i` counts `weights[i]` times; `None` when it is not defined.
    pub(crate) fn weighted(&self, weights: &[u32]) -> Option<f64> {
        let value = match &self.form {
            Form::Mean(values) => weighted_mean(values, weights),
            Form::RootMean(values) => weighted_mean(values, weights).sqrt(),
            Form::ExplainedShare {
                squared_errors,
                truth,
            } => {
                let center = weighted_mean(truth, weights);
                let squares = truth
                    .iter()
                    .map(|value| (value - center) * (value - center));
                let total = weighted_mean_of(squares, weights);
                if total == 0.0 {
                    return None;
                }
                1.0 - weighted_mean(squared_errors, weights) / total
            }
            Form::Confusion {
                truth,
                predicted,
                classes,
                metric,
            } => {
                let confusion = Confusion::count(truth, predicted, *classes, weights);
                match metric {
                    Metric::Precision => confusion.macro_precision(),
                    Metric::Recall => confusion.macro_recall(),
                    _ => confusion.macro_f1(),
                }
            }
            Form::Area(rankings) => {
                let areas: Vec<f64> = rankings
                    .iter()
                    .filter_map(|ranking| ranking.area(weights))
                    .collect();
                areas.iter().sum::<f64>() / areas.len() as f64
            }
        };
        value.is_finite().then_some(value)
    }
}

fn classification(
    metric: Metric,
    truth: &[usize],
    probabilities: &[f64],
    classes: usize,
) -> Option<Form> {
    let rows = || probabilities.chunks_exact(classes);
    let predicted = || rows().map(most_probable);
    Some(match metric {
        Metric::Accuracy => Form::Mean(
            truth
                .iter()
                .zip(predicted())
                .map(|(t, p)| f64::from(u8::from(*t == p)))
                .collect(),
        ),
        Metric::LogLoss => Form::Mean(
            truth
                .iter()
                .zip(rows())
                .map(|(&class, row)| {
                    let kept = row[class].clamp(SMALLEST_PROBABILITY, 1.0 - SMALLEST_PROBABILITY);
                    -libm::log(kept)
                })
                .collect(),
        ),
        Metric::Precision | Metric::Recall | Metric::F1 => Form::Confusion {
            truth: truth.to_vec(),
            predicted: predicted().collect(),
            classes,
            metric,
        },
        Metric::RocAuc => {
            let first = usize::from(classes == 2);
            Form::Area(
                (first..classes)
                    .map(|class| Ranking::of_class(class, truth, probabilities, classes))
                    .collect(),
            )
        }
        Metric::R2 | Metric::Mse | Metric::Rmse | Metric::Mae => return None,
    })
}

fn regression(metric: Metric, truth: &[f64], values: &[f64]) -> Option<Form> {
    let errors = || truth.iter().zip(values).map(|(truth, value)| truth - value);
    let squared = || errors().map(|error| error * error).collect();
    Some(match metric {
        Metric::Mse => Form::Mean(squared()),
        Metric::Rmse => Form::RootMean(squared()),
        Metric::Mae => Form::Mean(errors().map(f64::abs).collect()),
        Metric::R2 => Form::ExplainedShare {
            squared_errors: squared(),
            truth: truth.to_vec(),
        },
        _ => return None,
    })
}

/// NaN when nothing counts.
fn weighted_mean(values: &[f64], weights: &[u32]) -> f64 {
    weighted_mean_of(values.iter().copied(), weights)
}

fn weighted_mean_of(values: impl Iterator<Item = f64>, weights: &[u32]) -> f64 {
    let mut total = 0.0;
    let mut count = 0_u64;
    for (value, &weight) in values.zip(weights) {
        total += value * f64::from(weight);
        count += u64::from(weight);
    }
    total / count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values from scikit-learn 1.9: accuracy_score, precision_score(average="macro"), …
    #[test]
    fn classification_scores_match_scikit_learn() {
        let truth = Truth::Classes(vec![0, 0, 1, 1, 2, 2]);
        let predictions = Predictions::Classes {
            probabilities: vec![
                0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.1, 0.8, 0.1, 0.3, 0.4, 0.3, 0.5, 0.2, 0.3, 0.1,
                0.2, 0.7,
            ],
            classes: 3,
        };
        for (metric, expected) in [
            (Metric::Accuracy, 0.666_666_666_666_666_6),
            (Metric::Precision, 0.722_222_222_222_222_2),
            (Metric::Recall, 0.666_666_666_666_666_6),
            (Metric::F1, 0.655_555_555_555_555_5),
            (Metric::LogLoss, 0.803_390_927_942_187_4),
            (Metric::RocAuc, 0.833_333_333_333_333_4),
        ] {
            let scorer = Scorer::new(metric, &truth, &predictions).expect("goes together");
            let score = scorer.score().expect("defined");
            assert!(
                (score - expected).abs() < 1e-12,
                "{metric:?}: {score} is not {expected}"
            );
        }
    }

    #[test]
    fn regression_scores_match_scikit_learn() {
        let truth = Truth::Values(vec![3.0, -0.5, 2.0, 7.0]);
        let predictions = Predictions::Values(vec![2.5, 0.0, 2.0, 8.0]);
        for (metric, expected) in [
            (Metric::R2, 0.948_608_137_044_967_9),
            (Metric::Mse, 0.375),
            (Metric::Rmse, 0.612_372_435_695_794_5),
            (Metric::Mae, 0.5),
        ] {
            let scorer = Scorer::new(metric, &truth, &predictions).expect("goes together");
            let score = scorer.score().expect("defined");
            assert!(
                (score - expected).abs() < 1e-12,
                "{metric:?}: {score} is not {expected}"
            );
        }
    }

    #[test]
    fn a_weight_of_two_is_a_row_written_twice() {
        let truth = [0, 1, 1, 0];
        let probabilities = [0.7, 0.3, 0.4, 0.6, 0.8, 0.2, 0.4, 0.6];
        let doubled_truth = [0, 1, 1, 1, 0];
        let doubled = [0.7, 0.3, 0.4, 0.6, 0.8, 0.2, 0.8, 0.2, 0.4, 0.6];
        for metric in Metric::ALL
            .into_iter()
            .filter(|metric| metric.task() == crate::Task::Classification)
        {
            let scorer = |truth: &[usize], probabilities: &[f64]| {
                Scorer::new(
                    metric,
                    &Truth::Classes(truth.to_vec()),
                    &Predictions::Classes {
                        probabilities: probabilities.to_vec(),
                        classes: 2,
                    },
                )
                .expect("goes together")
            };
            let weighted = scorer(&truth, &probabilities).weighted(&[1, 1, 2, 1]);
            let written = scorer(&doubled_truth, &doubled).score();
            assert!((weighted.expect("defined") - written.expect("defined")).abs() < 1e-12);
        }
    }

    #[test]
    fn undefined_scores_are_none() {
        let one_class = Truth::Classes(vec![0, 0]);
        let predictions = Predictions::Classes {
            probabilities: vec![0.6, 0.4, 0.5, 0.5],
            classes: 2,
        };
        let area = Scorer::new(Metric::RocAuc, &one_class, &predictions).expect("goes together");
        assert_eq!(area.score(), None);
        let constant = Truth::Values(vec![1.0, 1.0]);
        let predictions = Predictions::Values(vec![1.0, 2.0]);
        let r2 = Scorer::new(Metric::R2, &constant, &predictions).expect("goes together");
        assert_eq!(r2.score(), None);
        assert!(Scorer::new(Metric::F1, &constant, &predictions).is_none());
    }
}
