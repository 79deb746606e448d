//! `DELETE /api/ml/v1/datasets/{id}`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_platform::disposal;
use stint_platform::domain::DatasetId;
use stint_platform::http::{ApiError, ApiPath, Problems, WritingUser};
use utoipa::ToSchema;

use crate::App;

/// What was deleted.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Deleted {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Always true.
    pub(crate) deleted: bool,
}

/// Deletes a dataset: record and objects. Runs and models trained on it stay.
#[utoipa::path(
    delete,
    path = "/api/ml/v1/datasets/{id}",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Deleted), Problems)
)]
pub(crate) async fn delete_dataset(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiPath(id): ApiPath<DatasetId>,
) -> Result<Json<Deleted>, ApiError> {
    let missing = || ApiError::not_found("dataset");
    let dataset = app.core.dataset(owner, id).await?.ok_or_else(missing)?;
    if !disposal::delete_dataset(&app.core, &app.objects, &dataset, (app.edge.now)()).await? {
        return Err(missing());
    }
    Ok(Json(Deleted {
        id: id.to_string(),
        deleted: true,
    }))
}
