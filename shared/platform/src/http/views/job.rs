use serde::Serialize;
use utoipa::ToSchema;

use super::JobWorkView;
use crate::domain::{Job, JobErrorCode, JobStatus};

/// A unit of background work.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub job_id: String,
    /// What it does, with what, and what it made: `job_type` says which.
    #[serde(flatten)]
    pub work: JobWorkView,
    /// Where it stands.
    #[schema(value_type = JobStatusView)]
    pub status: JobStatus,
    /// How far it has come.
    pub progress: JobProgressView,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When a worker first took it.
    #[schema(format = DateTime)]
    pub started_at: Option<String>,
    /// When it reached its final state.
    #[schema(format = DateTime)]
    pub completed_at: Option<String>,
    /// How often a worker took it.
    pub attempt: u32,
    /// True once its owner asked for it to stop.
    pub cancel_requested: bool,
    /// Dollars, once final.
    pub cost_usd: Option<f64>,
    /// Why it failed, if it did.
    pub error: Option<JobErrorView>,
}

/// Where a job stands. `COMPLETED`, `FAILED` and `CANCELLED` are final.
#[derive(ToSchema)]
#[schema(as = JobStatus, rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum JobStatusView {
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
}

/// How far a job has come.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobProgressView {
    /// The stage's name.
    #[schema(example = "fit")]
    pub stage: String,
    /// Units done in this stage.
    pub done: u64,
    /// Units this stage has.
    pub total: u64,
    /// The same for people.
    pub message: String,
}

/// Why a job failed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobErrorView {
    /// For programs.
    #[schema(value_type = JobErrorCodeView)]
    pub code: JobErrorCode,
    /// What happened and what would be right.
    pub detail: String,
}

/// Why a job failed, for programs.
#[derive(ToSchema)]
#[schema(as = JobErrorCode, rename_all = "kebab-case")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum JobErrorCodeView {
    Rejected,
    DatasetGone,
    ArtifactGone,
    OutOfTime,
    WorkerLost,
    Undeliverable,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        Self {
            job_id: job.id.to_string(),
            work: JobWorkView::new(job.work, job.result),
            status: job.status,
            progress: JobProgressView {
                stage: job.progress.stage,
                done: job.progress.done,
                total: job.progress.total,
                message: job.progress.message,
            },
            created_at: job.created_at.to_string(),
            started_at: job.started_at.map(|at| at.to_string()),
            completed_at: job.completed_at.map(|at| at.to_string()),
            attempt: job.attempt,
            cancel_requested: job.cancel_requested,
            cost_usd: job.cost_usd,
            error: job.error.map(|error| JobErrorView {
                code: error.code,
                detail: error.detail,
            }),
        }
    }
}
