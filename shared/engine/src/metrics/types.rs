//! Scores as they are stored and shown. A score that is not defined for the data is `None`.

use serde::{Deserialize, Serialize};

use crate::request::Metric;

/// Scores of a model, flat in JSON, with the task that they belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "task", rename_all = "snake_case", from = "StoredMetrics")]
pub enum Metrics {
    /// Scores of a classifier.
    Classification(ClassificationMetrics),
    /// Scores of a regressor.
    Regression(RegressionMetrics),
}

/// Scores as they are read: those written before they named their task are told by their fields.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredMetrics {
    Classification(ClassificationMetrics),
    Regression(RegressionMetrics),
}

impl From<StoredMetrics> for Metrics {
    fn from(stored: StoredMetrics) -> Self {
        match stored {
            StoredMetrics::Classification(scores) => Self::Classification(scores),
            StoredMetrics::Regression(scores) => Self::Regression(scores),
        }
    }
}

impl Metrics {
    /// The scores that are single numbers; undefined ones are left out.
    pub fn scalars(&self) -> impl Iterator<Item = (Metric, f64)> {
        let all = match self {
            Self::Classification(scores) => vec![
                (Metric::Accuracy, Some(scores.accuracy)),
                (Metric::Precision, Some(scores.precision)),
                (Metric::Recall, Some(scores.recall)),
                (Metric::F1, Some(scores.f1)),
                (Metric::LogLoss, Some(scores.log_loss)),
                (Metric::RocAuc, scores.roc_auc),
            ],
            Self::Regression(scores) => vec![
                (Metric::R2, scores.r2),
                (Metric::Mse, Some(scores.mse)),
                (Metric::Rmse, Some(scores.rmse)),
                (Metric::Mae, Some(scores.mae)),
            ],
        };
        all.into_iter()
            .filter_map(|(metric, value)| Some((metric, value?)))
    }
}

/// Scores of a classifier on the held-out part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassificationMetrics {
    /// Share of right labels.
    pub accuracy: f64,
    /// Macro average over classes; a class never predicted counts as 0.
    pub precision: f64,
    /// Macro average over classes.
    pub recall: f64,
    /// Macro average over classes.
    pub f1: f64,
    /// Mean negative natural logarithm of the probability given to the true class.
    pub log_loss: f64,
    /// Area under the ROC curve, one-vs-rest macro average; `None` when the part holds one class.
    pub roc_auc: Option<f64>,
    /// Who was taken for whom.
    pub confusion_matrix: ConfusionMatrix,
    /// ROC curves: of the second label for two classes, else one per class.
    pub roc_curve: Vec<ClassCurve>,
    /// Precision-recall curves of the same labels.
    pub pr_curve: Vec<ClassCurve>,
    /// Scores of each class.
    pub per_class: Vec<ClassReport>,
    /// Whether the probabilities are what they say; `None` in reports of old.
    #[serde(default)]
    pub calibration: Option<Calibration>,
}

/// How well probabilities fit what is so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Calibration {
    /// Brier score, the mean squared distance of the probabilities from the truth: 0 is best. For two
    /// classes it is about the second label alone and at most 1, else about all labels and at most 2.
    pub brier: f64,
    /// Expected calibration error: the mean distance between what is said and what is so, over the rows by
    /// their bins, 0 to 1.
    pub expected_error: f64,
    /// Up to 10 bins of about equally many rows, by ascending probability: of the second of two labels, else
    /// of the predicted label.
    pub bins: Vec<CalibrationBin>,
}

/// Held-out rows of similar probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalibrationBin {
    /// Mean probability that the model gives.
    pub predicted: f64,
    /// Share of the rows for which it is so.
    pub observed: f64,
    /// Lower end of the 95 % interval of that share, by Wilson.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// Rows of the bin.
    pub count: u64,
}

/// Counts of true (row) against predicted (column) labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfusionMatrix {
    /// Labels of rows and columns.
    pub labels: Vec<String>,
    /// `counts[true][predicted]`.
    pub counts: Vec<Vec<u64>>,
}

/// A curve of one class against the rest, at most 100 points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassCurve {
    /// The class.
    pub label: String,
    /// Area under the curve (ROC), or average precision.
    pub area: f64,
    /// Points from the strictest threshold to the loosest.
    pub points: Vec<CurvePoint>,
}

/// A point: `x` is the false positive rate (ROC) or recall (PR); `y` the true positive rate or precision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CurvePoint {
    /// Horizontal, 0 to 1.
    pub x: f64,
    /// Vertical, 0 to 1.
    pub y: f64,
    /// Rows at or above this probability count as positive; `None` before the first row.
    pub threshold: Option<f64>,
}

/// Scores of one class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassReport {
    /// The class.
    pub label: String,
    /// Right among those predicted.
    pub precision: f64,
    /// Found among those that are.
    pub recall: f64,
    /// Harmonic mean of both.
    pub f1: f64,
    /// Held-out rows of the class.
    pub support: u64,
}

/// Scores of a regressor on the held-out part, in units of the target (squared for MSE).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegressionMetrics {
    /// Share of the variance explained; `None` when the held-out target is constant.
    pub r2: Option<f64>,
    /// Mean squared error.
    pub mse: f64,
    /// Root of the mean squared error.
    pub rmse: f64,
    /// Mean absolute error.
    pub mae: f64,
    /// Up to 500 held-out rows, spread evenly.
    pub samples: Vec<RegressionSample>,
}

/// A held-out row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegressionSample {
    /// The true value.
    pub actual: f64,
    /// The model's value.
    pub predicted: f64,
    /// `actual − predicted`.
    pub residual: f64,
}

/// An interval around a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interval {
    /// The score.
    pub metric: Metric,
    /// Its value on the held-out part.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Probability that such an interval covers the true score, 0 to 1.
    pub level: f64,
    /// How it was found.
    pub method: IntervalMethod,
}

/// How an interval is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntervalMethod {
    /// 1,000 resamples of the held-out rows, corrected for bias, skewness and few rows.
    Bootstrap,
    /// Wilson's interval of a share.
    Wilson,
}

/// How much better one model scores than another on the same held-out rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// The score.
    pub metric: Metric,
    /// The difference of the scores, with the sign that makes better positive.
    pub gain: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end of its interval.
    pub high: f64,
    /// Probability that such an interval covers the true difference, 0 to 1.
    pub level: f64,
    /// Whether it is better beyond noise.
    pub better: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_name_their_task_and_are_read_without_it() {
        let scores = Metrics::Regression(RegressionMetrics {
            r2: None,
            mse: 4.0,
            rmse: 2.0,
            mae: 1.5,
            samples: Vec::new(),
        });
        let mut json = serde_json::to_value(&scores).expect("JSON");
        assert_eq!(json["task"], "regression");
        let read = |json: &serde_json::Value| serde_json::from_value::<Metrics>(json.clone());
        assert_eq!(read(&json).expect("as it is written"), scores);
        json.as_object_mut().expect("an object").remove("task");
        assert_eq!(read(&json).expect("as it was written"), scores);
    }
}
