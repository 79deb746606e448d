//! `GET /api/ml/v1/artifacts`

use axum::extract::{OriginalUri, State};
use stint_platform::http::views::ArtifactView;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};

use crate::App;

/// Your models, newest first.
#[utoipa::path(
    get,
    path = "/api/ml/v1/artifacts",
    tag = "artifacts",
    params(PageQuery),
    responses((status = 200, body = Vec<ArtifactView>), Problems)
)]
pub(crate) async fn list_artifacts(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<ArtifactView>, ApiError> {
    let found = app.core.artifacts(owner, &page.checked()?).await?;
    Ok(Listed::new(found, &uri, ArtifactView::from))
}
