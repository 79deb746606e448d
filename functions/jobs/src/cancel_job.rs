//! `POST /api/jobs/{id}/cancel`

use axum::Json;
use axum::extract::State;
use stint_platform::domain::{JobId, JobStatus};
use stint_platform::http::views::JobView;
use stint_platform::http::{ApiError, ApiPath, ErrorCode, Problems, WritingUser};

use crate::App;

/// Cancels a job: at once while it waits, at the worker's next report while it runs. Cancelling a
/// cancelled job changes nothing.
#[utoipa::path(
    post,
    path = "/api/jobs/{id}/cancel",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = JobView), Problems)
)]
pub(crate) async fn cancel_job(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiPath(id): ApiPath<JobId>,
) -> Result<Json<JobView>, ApiError> {
    if let Some(job) = app.core.cancel_job(owner, id, (app.edge.now)()).await? {
        return Ok(Json(job.into()));
    }
    let job = app
        .core
        .job(owner, id)
        .await?
        .ok_or_else(|| ApiError::not_found("job"))?;
    if job.status == JobStatus::Cancelled {
        return Ok(Json(job.into()));
    }
    let status = job.status.as_str();
    Err(ApiError::new(
        ErrorCode::JobFinished,
        format!("the job is {status} and cannot be cancelled"),
    ))
}
