//! `GET /api/ml/v1/training-runs`

use axum::extract::{OriginalUri, State};
use stint_platform::http::views::RunView;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};

use crate::App;

/// Your training runs, newest first, with their scalar metrics.
#[utoipa::path(
    get,
    path = "/api/ml/v1/training-runs",
    tag = "runs",
    params(PageQuery),
    responses((status = 200, body = Vec<RunView>), Problems)
)]
pub(crate) async fn list_runs(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<RunView>, ApiError> {
    let found = app.core.runs(owner, &page.checked()?).await?;
    Ok(Listed::new(found, &uri, RunView::from))
}
