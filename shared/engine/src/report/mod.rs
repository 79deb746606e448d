//! What is known about a trained model: for machines as JSON, for people as a model card.

mod card;
mod verdict;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ensembles::LearningPoint;
use crate::explain::PartialDependence;
use crate::metrics::{Interval, Metrics};
use crate::profile::Warning;
use crate::request::{Metric, Mode, ModelType, Task, TrainSpec};
use crate::search::Search;
pub use verdict::Verdict;

/// How a model was made and how good it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// What is predicted.
    pub task: Task,
    /// The column that is predicted.
    pub target: String,
    /// The mode that was asked for.
    pub mode_requested: Mode,
    /// The mode that gave the model.
    pub mode_used: Mode,
    /// Why the mode used is not the one asked for.
    pub fallback_reason: Option<String>,
    /// The family of the model.
    pub model_type: ModelType,
    /// Rows with a target.
    pub n_samples: usize,
    /// Rows the model has seen.
    pub n_train: usize,
    /// Rows held back, on which every score is measured.
    pub n_test: usize,
    /// Columns the model uses.
    pub n_features: usize,
    /// Classes in the order of the probabilities; empty for regression.
    pub labels: Vec<String>,
    /// Scores of the model.
    pub metrics: Metrics,
    /// Scores of the baseline on the same rows.
    pub baseline: Metrics,
    /// Interval of the primary score; `None` when the score is not defined on the held-out part.
    pub interval: Option<Interval>,
    /// Whether the model is better than the baseline, and than the runner-up of a search, beyond noise;
    /// `None` for baselines.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// The search that chose the model; `None` when the family was asked for.
    #[serde(default)]
    pub search: Option<Search>,
    /// How boosting learnt; empty for other families.
    #[serde(default)]
    pub learning_curve: Vec<LearningPoint>,
    /// What the model says on average when one column is changed, for the columns that matter most.
    #[serde(default)]
    pub partial_dependence: Vec<PartialDependence>,
    /// Scores inside the training part; `None` for baselines and for very few rows.
    pub cross_validation: Option<CrossValidation>,
    /// What each column contributes, most important first.
    pub importance: Vec<FeatureImportance>,
    /// What a user should know.
    pub warnings: Vec<Warning>,
    /// Columns that were not used although they were allowed.
    pub dropped_columns: Vec<DroppedColumn>,
    /// Every parameter of the run.
    pub parameters: TrainSpec,
    /// The engine that made it.
    pub engine_version: String,
    /// SHA-256 of the CSV, in hex.
    pub dataset_sha256: String,
}

/// The primary score on parts of the training part, each time trained on the other parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CrossValidation {
    /// The score.
    pub metric: Metric,
    /// One value per fold.
    pub scores: Vec<f64>,
    /// Their mean.
    pub mean: f64,
    /// Their sample standard deviation.
    pub std: f64,
}

/// How much the primary score suffers when a column is shuffled among the held-out rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeatureImportance {
    /// The column of the CSV.
    pub feature: String,
    /// Mean loss of score over the repeats; larger is more important.
    pub mean: f64,
    /// Standard deviation over the repeats.
    pub std: f64,
}

/// A column that was not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DroppedColumn {
    /// Its name.
    pub column: String,
    /// Why.
    pub reason: String,
}

impl Report {
    /// The model's scores that are single numbers, by name; undefined ones are left out.
    #[must_use]
    pub fn scalar_metrics(&self) -> BTreeMap<String, f64> {
        self.metrics
            .scalars()
            .map(|(metric, value)| (metric.name().to_owned(), value))
            .collect()
    }

    /// A model card in Markdown.
    #[must_use]
    pub fn card_markdown(&self) -> String {
        card::markdown(self)
    }
}
