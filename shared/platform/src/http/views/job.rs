use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::domain::{Job, JobErrorCode, JobStatus, JobType};

/// A unit of background work.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub job_id: String,
    /// What it does.
    #[schema(value_type = JobTypeView)]
    pub job_type: JobType,
    /// Where it stands.
    #[schema(value_type = JobStatusView)]
    pub status: JobStatus,
    /// The dataset and every parameter, explicit.
    #[schema(value_type = Object)]
    pub parameters: Value,
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
    /// What it made, once completed.
    pub result: Option<JobResultView>,
    /// Why it failed, if it did.
    pub error: Option<JobErrorView>,
}

/// What a job does.
#[derive(ToSchema)]
#[schema(as = JobType, rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum JobTypeView {
    Train,
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

/// What a finished TRAIN job made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobResultView {
    /// The run.
    #[schema(format = "uuid")]
    pub run_id: String,
    /// Its model.
    #[schema(format = "uuid")]
    pub artifact_id: String,
    /// True if an earlier run with the same data, parameters and engine answered.
    pub cached: bool,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
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
    WorkerLost,
    Undeliverable,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        Self {
            job_id: job.id.to_string(),
            job_type: job.job_type,
            status: job.status,
            parameters: parameters(&job),
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
            result: job.result.map(|result| JobResultView {
                run_id: result.run_id.to_string(),
                artifact_id: result.artifact_id.to_string(),
                cached: result.cached,
                mode_used: result.mode_used,
                fallback_reason: result.fallback_reason,
            }),
            error: job.error.map(|error| JobErrorView {
                code: error.code,
                detail: error.detail,
            }),
        }
    }
}

/// The parameters as they could be sent again.
fn parameters(job: &Job) -> Value {
    let mut parameters = json!(job.parameters.spec);
    if let Value::Object(map) = &mut parameters {
        map.insert("dataset_id".into(), json!(job.parameters.dataset_id));
        map.insert("dataset_name".into(), json!(job.parameters.dataset_name));
        map.insert(
            "dataset_version".into(),
            json!(job.parameters.dataset_version),
        );
    }
    parameters
}
