//! `GET /api/ml/v1/datasets/{id}/profile`

use axum::Json;
use axum::extract::State;
use stint_engine::Profile;
use stint_platform::domain::{DatasetId, DatasetStatus};
use stint_platform::http::{ApiError, ApiPath, CurrentUser, ErrorCode, Problems};
use stint_platform::objects::keys;

use crate::App;

/// A profile of the widest dataset allowed is smaller.
const MAX_PROFILE_BYTES: u64 = 16 * 1024 * 1024;

/// What is in a dataset: type, missing values, distribution and warnings of each column, and a
/// target suggestion.
#[utoipa::path(
    get,
    path = "/api/ml/v1/datasets/{id}/profile",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Profile), Problems)
)]
pub(crate) async fn get_profile(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<DatasetId>,
) -> Result<Json<Profile>, ApiError> {
    let dataset = app.core.dataset(owner, id).await?;
    let dataset = dataset.ok_or_else(|| ApiError::not_found("dataset"))?;
    if dataset.status != DatasetStatus::Ready {
        let detail = "the dataset has no profile: its upload was not completed";
        return Err(ApiError::new(ErrorCode::DatasetNotReady, detail));
    }
    let stored = app
        .objects
        .get(&keys::dataset_profile(owner, id), MAX_PROFILE_BYTES)
        .await?;
    let stored = stored.ok_or_else(|| ApiError::internal("a ready dataset has no profile"))?;
    Ok(Json(
        serde_json::from_slice(&stored).map_err(ApiError::internal)?,
    ))
}
