//! `GET /api/ml/v1/datasets/{id}`

use axum::Json;
use axum::extract::State;
use stint_platform::domain::{Dataset, DatasetId, DatasetStatus, Owner};
use stint_platform::http::views::DatasetView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};
use stint_platform::objects::keys;

use crate::App;

/// One dataset.
#[utoipa::path(
    get,
    path = "/api/ml/v1/datasets/{id}",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = DatasetView), Problems)
)]
pub(crate) async fn get_dataset(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<DatasetId>,
) -> Result<Json<DatasetView>, ApiError> {
    let dataset = app
        .core
        .dataset(owner, id)
        .await?
        .ok_or_else(|| ApiError::not_found("dataset"))?;
    Ok(Json(viewed(&app, &dataset).await?))
}

/// A dataset with a fresh link; signing one is arithmetic, nothing is called.
pub(crate) async fn viewed(app: &App, dataset: &Dataset) -> Result<DatasetView, ApiError> {
    let url = match dataset.status {
        DatasetStatus::Ready => {
            let key = keys::dataset_csv(Owner::vouched(dataset.user_id), dataset.id);
            let now = (app.edge.now)();
            let link = app
                .objects
                .listed_link(&key, dataset.name.as_str(), now)
                .await?;
            Some(link.url)
        }
        _ => None,
    };
    Ok(DatasetView::new(dataset, url))
}
