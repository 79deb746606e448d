//! Jobs: units of background work. `PENDING → RUNNING → COMPLETED | FAILED | CANCELLED`.

use serde::{Deserialize, Serialize};

use super::{JobId, JobResult, Timestamp, TrainResult, UserId, Work};

/// Seconds for which a claim holds unless the worker renews it.
pub const LEASE: i64 = 60;
/// How often a job is started before it counts as lost for good.
pub const MAX_ATTEMPTS: u32 = 3;

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

/// Why a job failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobErrorCode {
    /// The data or the parameters cannot be worked with.
    Rejected,
    /// The dataset was deleted before the job was done.
    DatasetGone,
    /// The model was deleted before the job was done.
    ArtifactGone,
    /// It did not end within the time that one function may run.
    OutOfTime,
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
    /// What it does. Stored beside the other attributes: `job_type`, `parameters`, and for a
    /// training the ids of what it will make.
    #[serde(flatten)]
    pub work: Work,
    /// Where it stands.
    pub status: JobStatus,
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
    /// A job that waits for a worker.
    pub fn waiting(id: JobId, user_id: UserId, work: Work, now: Timestamp) -> Self {
        Self {
            id,
            user_id,
            work,
            status: JobStatus::Pending,
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
    pub fn answered_by(mut self, result: TrainResult, now: Timestamp) -> Self {
        self.status = JobStatus::Completed;
        self.completed_at = Some(now);
        self.cost_usd = Some(0.0);
        self.progress = JobProgress {
            stage: "done".into(),
            done: 1,
            total: 1,
            message: "answered by an earlier run with the same data and parameters".into(),
        };
        self.result = Some(JobResult::Train(result));
        self
    }
}
