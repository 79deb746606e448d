//! Runs: what a finished training measured.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ArtifactId, DatasetId, JobId, RunId, Timestamp, UserId};

/// Where a run stands. A job that fails leaves no run, so there is one state so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RunStatus {
    /// Trained and measured.
    Completed,
}

/// One finished training. Curves, matrices and samples live in its report object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Identifier.
    pub id: RunId,
    /// Whose it is.
    pub user_id: UserId,
    /// The job that made it.
    pub job_id: JobId,
    /// The model it made; the artifact may since have been deleted.
    pub artifact_id: ArtifactId,
    /// Content key; names the report object.
    pub run_key: String,
    /// When it finished.
    pub created_at: Timestamp,
    /// The dataset it was trained on.
    pub dataset_id: DatasetId,
    /// The dataset's name.
    pub dataset_name: String,
    /// The dataset's version.
    pub dataset_version: u32,
    /// Where it stands.
    pub status: RunStatus,
    /// `classification` or `regression`.
    pub task: String,
    /// The predicted column.
    pub target: String,
    /// The model family that was trained.
    pub model_type: String,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
    /// Every parameter, explicit.
    pub parameters: stint_engine::TrainSpec,
    /// Scalar metrics on the held-out part by name.
    pub metrics: BTreeMap<String, f64>,
    /// The same of the baseline.
    pub baseline: BTreeMap<String, f64>,
    /// The interval of the primary metric.
    pub interval: Option<stint_engine::Interval>,
    /// Dollars.
    pub cost_usd: f64,
    /// Training time in milliseconds, first byte read to last object written.
    pub duration_ms: u64,
}
