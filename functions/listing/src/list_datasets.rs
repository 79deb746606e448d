//! `GET /api/ml/v1/datasets`

use axum::extract::{OriginalUri, State};
use stint_platform::http::views::DatasetView;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};

use crate::App;
use crate::get_dataset::viewed;

/// Your datasets, newest first.
#[utoipa::path(
    get,
    path = "/api/ml/v1/datasets",
    tag = "datasets",
    params(PageQuery),
    responses((status = 200, body = Vec<DatasetView>), Problems)
)]
pub(crate) async fn list_datasets(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<DatasetView>, ApiError> {
    let found = app.core.datasets(owner, &page.checked()?).await?;
    let mut items = Vec::with_capacity(found.items.len());
    for dataset in &found.items {
        items.push(viewed(&app, dataset).await?);
    }
    let page = stint_platform::store::Page {
        items,
        next: found.next,
    };
    Ok(Listed::new(page, &uri, std::convert::identity))
}
