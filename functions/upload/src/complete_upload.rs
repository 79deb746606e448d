//! `POST /api/ml/v1/datasets/{id}/complete`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_engine::Profile;
use stint_platform::domain::{Dataset, DatasetId, Owner};
use stint_platform::http::views::DatasetView;
use stint_platform::http::{ApiError, ApiPath, Problems, WritingUser};
use stint_platform::objects::keys;
use utoipa::ToSchema;

use crate::App;
use crate::validate_dataset::validate;

/// A validated dataset and what is in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct CompletedDataset {
    /// The dataset.
    #[serde(flatten)]
    dataset: DatasetView,
    /// Type, missing values, distribution and warnings of each column, and a target suggestion.
    profile: Profile,
}

/// Validates an uploaded file and makes its dataset ready. Asking again gives the same answer.
#[utoipa::path(
    post,
    path = "/api/ml/v1/datasets/{id}/complete",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = CompletedDataset), Problems)
)]
pub(crate) async fn complete_upload(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiPath(id): ApiPath<DatasetId>,
) -> Result<Json<CompletedDataset>, ApiError> {
    let dataset = app.core.dataset(owner, id).await?;
    let dataset = dataset.ok_or_else(|| ApiError::not_found("dataset"))?;
    Ok(Json(validate(&app, dataset).await?))
}

pub(crate) async fn completed(
    app: &App,
    dataset: &Dataset,
    profile: Profile,
) -> Result<CompletedDataset, ApiError> {
    let key = keys::dataset_csv(Owner::vouched(dataset.user_id), dataset.id);
    let now = (app.edge.now)();
    let link = app
        .objects
        .listed_link(&key, dataset.name.as_str(), now)
        .await?;
    Ok(CompletedDataset {
        dataset: DatasetView::new(dataset, Some(link.url)),
        profile,
    })
}
