//! Jobs: units of background work. `PENDING → RUNNING → COMPLETED | FAILED | CANCELLED`.

use serde::{Deserialize, Serialize};

use super::{ArtifactId, DatasetId, JobId, RunId, Timestamp, UserId};

/// Seconds for which a claim holds unless the worker renews it.
pub const LEASE: i64 = 60;
/// How often a job is started before it counts as lost for good.
pub const MAX_ATTEMPTS: u32 = 3;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum JobType {
    /// Trains a model on a dataset.
    Train,
}

/// Where a job stands. The last three are final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum JobStatus {
    /// Waiting for a worker.
    Pending,
    /// A worker holds its lease.
    Running,
    /// Done; there is a result.
    Completed,
    /// Over without a result; there is an error.
    Failed,
    /// Stopped by its owner.
    Cancelled,
}

impl JobStatus {
    /// The status as it is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Running => "RUNNING",
            Self::Completed => "COMPLETED",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }

    /// Whether nothing will change any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

/// What a TRAIN job trains: the dataset named, and every parameter made explicit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainParameters {
    /// The dataset.
    pub dataset_id: DatasetId,
    /// Its name when the job was made.
    pub dataset_name: String,
    /// Its version when the job was made.
    pub dataset_version: u32,
    /// Lower-case hex SHA-256 of its content: what is trained on is held against it.
    pub dataset_sha256: String,
    /// The engine's resolved parameters.
    pub spec: stint_engine::TrainSpec,
}

/// How far a job has come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JobProgress {
    /// The stage's name.
    pub stage: String,
    /// Units done in this stage.
    pub done: u64,
    /// Units this stage has.
    pub total: u64,
    /// The same for people.
    pub message: String,
}

/// What a finished TRAIN job made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobResult {
    /// The run.
    pub run_id: RunId,
    /// Its model.
    pub artifact_id: ArtifactId,
    /// True if an earlier run with the same content key was found instead of training again.
    pub cached: bool,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
}

/// Why a job failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobErrorCode {
    /// The data or the parameters cannot be trained on.
    Rejected,
    /// The dataset was deleted before the job ran.
    DatasetGone,
    /// Workers died or were interrupted too often.
    WorkerLost,
    /// It was delivered too often without an end.
    Undeliverable,
}

/// The error of a failed job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobError {
    /// For programs.
    pub code: JobErrorCode,
    /// For people: what happened and what would be right.
    pub detail: String,
}

/// A unit of background work.
///
/// The ids of what it will make are drawn when it is made, so that a second delivery writes the
/// same objects and records as the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Identifier.
    pub id: JobId,
    /// Whose it is.
    pub user_id: UserId,
    /// What it does.
    pub job_type: JobType,
    /// Where it stands.
    pub status: JobStatus,
    /// What it works on.
    pub parameters: TrainParameters,
    /// The run it will make.
    pub run_id: RunId,
    /// The model it will make.
    pub artifact_id: ArtifactId,
    /// Content key: SHA-256 over engine version, dataset and parameters.
    pub run_key: String,
    /// How far it has come.
    pub progress: JobProgress,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was first claimed.
    pub started_at: Option<Timestamp>,
    /// When it reached its final state.
    pub completed_at: Option<Timestamp>,
    /// How often it was claimed; every write of a worker carries it as a fence.
    pub attempt: u32,
    /// Until when the current claim holds.
    pub lease_until: Option<Timestamp>,
    /// Set by its owner; the worker stops at its next progress report.
    #[serde(default)]
    pub cancel_requested: bool,
    /// Dollars, once final.
    pub cost_usd: Option<f64>,
    /// What it made, once completed.
    pub result: Option<JobResult>,
    /// Why it failed, if it did.
    pub error: Option<JobError>,
}

impl Job {
    /// A TRAIN job that waits for a worker.
    pub fn train(
        id: JobId,
        user_id: UserId,
        run_id: RunId,
        artifact_id: ArtifactId,
        parameters: TrainParameters,
        now: Timestamp,
    ) -> Self {
        let run_key = stint_engine::run_key(&parameters.dataset_sha256, &parameters.spec);
        Self {
            id,
            user_id,
            job_type: JobType::Train,
            status: JobStatus::Pending,
            parameters,
            run_id,
            artifact_id,
            run_key,
            progress: JobProgress {
                stage: "queued".into(),
                message: "waiting for a worker".into(),
                ..JobProgress::default()
            },
            created_at: now,
            started_at: None,
            completed_at: None,
            attempt: 0,
            lease_until: None,
            cancel_requested: false,
            cost_usd: None,
            result: None,
            error: None,
        }
    }

    /// The job as finished at once by an earlier run with the same content key.
    #[must_use]
    pub fn answered_by(mut self, result: JobResult, now: Timestamp) -> Self {
        self.status = JobStatus::Completed;
        self.completed_at = Some(now);
        self.cost_usd = Some(0.0);
        self.progress = JobProgress {
            stage: "done".into(),
            done: 1,
            total: 1,
            message: "answered by an earlier run with the same data and parameters".into(),
        };
        self.result = Some(result);
        self
    }
}
