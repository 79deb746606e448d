//! Every score of a set of predictions.

use super::calibration::calibration;
use super::confusion::Confusion;
use super::predictions::{Predictions, Truth, most_probable};
use super::ranking::Ranking;
use super::score::Scorer;
use super::types::{
    ClassCurve, ClassificationMetrics, Metrics, RegressionMetrics, RegressionSample,
};
use crate::request::Metric;

/// Rows shown of a regression.
const MAX_SAMPLES: usize = 500;

/// Classes that get a curve of their own, the first ones.
const MAX_CURVES: usize = 10;

/// Every score of `predictions`; `None` when one that must be finite is not.
pub(crate) fn evaluate(
    truth: &Truth,
    predictions: &Predictions,
    labels: &[String],
) -> Option<Metrics> {
    let score = |metric| Scorer::new(metric, truth, predictions)?.score();
    match (truth, predictions) {
        (Truth::Classes(classes), Predictions::Classes { probabilities, .. }) => {
            let rows = probabilities.chunks_exact(labels.len());
            let predicted: Vec<usize> = rows.map(most_probable).collect();
            let confusion =
                Confusion::count(classes, &predicted, labels.len(), &vec![1; classes.len()]);
            let (roc_curve, pr_curve) = curves(classes, probabilities, labels);
            Some(Metrics::Classification(ClassificationMetrics {
                accuracy: score(Metric::Accuracy)?,
                precision: score(Metric::Precision)?,
                recall: score(Metric::Recall)?,
                f1: score(Metric::F1)?,
                log_loss: score(Metric::LogLoss)?,
                roc_auc: score(Metric::RocAuc),
                confusion_matrix: confusion.matrix(labels),
                roc_curve,
                pr_curve,
                per_class: confusion.per_class(labels),
                calibration: calibration(classes, probabilities, labels.len()),
            }))
        }
        (Truth::Values(truth), Predictions::Values(values)) => {
            Some(Metrics::Regression(RegressionMetrics {
                r2: score(Metric::R2),
                mse: score(Metric::Mse)?,
                rmse: score(Metric::Rmse)?,
                mae: score(Metric::Mae)?,
                samples: samples(truth, values),
            }))
        }
        _ => None,
    }
}

/// ROC and precision-recall curves: of the second class of two, else of each.
fn curves(
    truth: &[usize],
    probabilities: &[f64],
    labels: &[String],
) -> (Vec<ClassCurve>, Vec<ClassCurve>) {
    let first = usize::from(labels.len() == 2);
    let mut roc_curves = Vec::new();
    let mut pr_curves = Vec::new();
    for (class, label) in labels.iter().enumerate().skip(first).take(MAX_CURVES) {
        let ranking = Ranking::of_class(class, truth, probabilities, labels.len());
        if let (Some(points), Some(area)) =
            (ranking.roc_curve(), ranking.area(&vec![1; truth.len()]))
        {
            roc_curves.push(ClassCurve {
                label: label.clone(),
                area,
                points,
            });
        }
        if let Some((points, area)) = ranking.precision_recall_curve() {
            pr_curves.push(ClassCurve {
                label: label.clone(),
                area,
                points,
            });
        }
    }
    (roc_curves, pr_curves)
}

/// Rows spread evenly over the part.
fn samples(truth: &[f64], values: &[f64]) -> Vec<RegressionSample> {
    let count = truth.len().min(MAX_SAMPLES);
    (0..count)
        .map(|index| index * truth.len() / count)
        .map(|row| RegressionSample {
            actual: truth[row],
            predicted: values[row],
            residual: truth[row] - values[row],
        })
        .collect()
}
