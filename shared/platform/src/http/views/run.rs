use std::collections::BTreeMap;

use serde::Serialize;
use stint_engine::{Interval, Mode, ModelType, Task, TrainSpec};
use utoipa::ToSchema;

use crate::domain::{Run, RunStatus};

/// One finished training, as it is listed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RunView {
    /// What is known of every run.
    #[serde(flatten)]
    pub summary: RunSummaryView,
    /// Scores on the held-out part by name; those that are not defined for the data are left out.
    pub metrics: BTreeMap<String, f64>,
}

/// What is known of a finished training without reading its report.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RunSummaryView {
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
    #[schema(value_type = RunStatusView)]
    pub status: RunStatus,
    /// What was predicted.
    #[schema(value_type = Task)]
    pub task: String,
    /// The predicted column.
    pub target: String,
    /// The model family that was trained.
    #[schema(value_type = ModelType)]
    pub model_type: String,
    /// What was really done.
    #[schema(value_type = Mode)]
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
    /// Every parameter, explicit.
    pub parameters: TrainSpec,
    /// What always answering the class frequencies, or the mean, scores.
    pub baseline: BaselineView,
    /// The interval of the primary metric; `null` where the metric is not defined.
    pub interval: Option<Interval>,
    /// Dollars.
    pub cost_usd: f64,
    /// Training time in milliseconds.
    pub duration_ms: u64,
}

/// Where a run stands.
#[derive(ToSchema)]
#[schema(as = RunStatus, rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum RunStatusView {
    Completed,
}

/// What the baseline scores.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct BaselineView {
    /// Scores by name.
    pub metrics: BTreeMap<String, f64>,
}

impl From<Run> for RunView {
    fn from(mut run: Run) -> Self {
        Self {
            metrics: std::mem::take(&mut run.metrics),
            summary: run.into(),
        }
    }
}

impl From<Run> for RunSummaryView {
    fn from(run: Run) -> Self {
        Self {
            id: run.id.to_string(),
            job_id: run.job_id.to_string(),
            artifact_id: run.artifact_id.to_string(),
            created_at: run.created_at.to_string(),
            dataset_id: run.dataset_id.to_string(),
            dataset_name: run.dataset_name,
            dataset_version: run.dataset_version,
            status: run.status,
            task: run.task,
            target: run.target,
            model_type: run.model_type,
            mode_used: run.mode_used,
            fallback_reason: run.fallback_reason,
            parameters: run.parameters,
            baseline: BaselineView {
                metrics: run.baseline,
            },
            interval: run.interval,
            cost_usd: run.cost_usd,
            duration_ms: run.duration_ms,
        }
    }
}
