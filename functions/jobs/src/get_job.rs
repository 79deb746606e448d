//! `GET /api/jobs/{id}`

use axum::Json;
use axum::extract::State;
use stint_platform::domain::JobId;
use stint_platform::http::views::JobView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};

use crate::App;

/// One job and how far it has come. Ask again with `If-None-Match` to poll cheaply.
#[utoipa::path(
    get,
    path = "/api/jobs/{id}",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = JobView), Problems)
)]
pub(crate) async fn get_job(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<JobId>,
) -> Result<Json<JobView>, ApiError> {
    let job = app
        .core
        .job(owner, id)
        .await?
        .ok_or_else(|| ApiError::not_found("job"))?;
    Ok(Json(job.into()))
}
