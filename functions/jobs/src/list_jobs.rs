//! `GET /api/jobs`

use axum::extract::{OriginalUri, State};
use serde::Deserialize;
use stint_platform::domain::JobStatus;
use stint_platform::http::views::JobView;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};
use utoipa::IntoParams;

use crate::App;

/// Which jobs.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct JobsQuery {
    /// Only jobs of this status.
    #[param(value_type = Option<String>)]
    status: Option<JobStatus>,
    /// At most so many items, 1 to 1000; 100 if not given.
    #[param(minimum = 1, maximum = 1000, default = 100)]
    limit: Option<usize>,
    /// Where to go on; taken from the `Link` header of the page before.
    cursor: Option<String>,
}

/// Your jobs, newest first.
#[utoipa::path(
    get,
    path = "/api/jobs",
    tag = "jobs",
    params(JobsQuery),
    responses((status = 200, body = Vec<JobView>), Problems)
)]
pub(crate) async fn list_jobs(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(query): ApiQuery<JobsQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<JobView>, ApiError> {
    let page = PageQuery {
        limit: query.limit,
        cursor: query.cursor,
    };
    let found = app.core.jobs(owner, query.status, &page.checked()?).await?;
    Ok(Listed::new(found, &uri, JobView::from))
}
