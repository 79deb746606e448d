use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::domain::Run;

/// One finished training.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RunView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// The job that made it.
    #[schema(format = "uuid")]
    pub job_id: String,
    /// The model it made; it may since have been deleted.
    #[schema(format = "uuid")]
    pub artifact_id: String,
    /// When it finished.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// The dataset it was trained on.
    #[schema(format = "uuid")]
    pub dataset_id: String,
    /// The dataset's name.
    pub dataset_name: String,
    /// The dataset's version.
    pub dataset_version: u32,
    /// Always `COMPLETED`: a job that fails leaves no run.
    pub status: String,
    /// `classification` or `regression`.
    pub task: String,
    /// The predicted column.
    pub target: String,
    /// The model family that was trained.
    #[schema(example = "logistic")]
    pub model_type: String,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
    /// Every parameter, explicit.
    #[schema(value_type = Object)]
    pub parameters: Value,
    /// Scores on the held-out part: numbers by name in lists; one run also has the confusion
    /// matrix, curves, per-class report, samples and permutation importance.
    #[schema(value_type = Object)]
    pub metrics: Map<String, Value>,
    /// What always answering the most frequent class, or the mean, scores.
    pub baseline: BaselineView,
    /// The interval of the primary metric: `{metric, low, high, level}`.
    #[schema(value_type = Option<Object>)]
    pub interval: Value,
    /// Every trial of a search, best first. Empty in lists, and where one model was asked for.
    #[schema(value_type = Vec<Object>)]
    pub leaderboard: Vec<Value>,
    /// Dollars.
    pub cost_usd: f64,
    /// Training time in milliseconds.
    pub duration_ms: u64,
}

/// What the baseline scores.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BaselineView {
    /// Scalar metrics by name.
    pub metrics: BTreeMap<String, f64>,
}

impl From<Run> for RunView {
    fn from(run: Run) -> Self {
        Self {
            id: run.id.to_string(),
            job_id: run.job_id.to_string(),
            artifact_id: run.artifact_id.to_string(),
            created_at: run.created_at.to_string(),
            dataset_id: run.dataset_id.to_string(),
            dataset_name: run.dataset_name,
            dataset_version: run.dataset_version,
            status: "COMPLETED".to_owned(),
            task: run.task,
            target: run.target,
            model_type: run.model_type,
            mode_used: run.mode_used,
            fallback_reason: run.fallback_reason,
            parameters: json!(run.parameters),
            metrics: run
                .metrics
                .into_iter()
                .map(|(name, value)| (name, json!(value)))
                .collect(),
            baseline: BaselineView {
                metrics: run.baseline,
            },
            interval: json!(run.interval),
            leaderboard: Vec::new(),
            cost_usd: run.cost_usd,
            duration_ms: run.duration_ms,
        }
    }
}
