//! `DELETE /api/ml/v1/artifacts/{id}`

use axum::Json;
use axum::extract::State;
use stint_platform::disposal;
use stint_platform::domain::ArtifactId;
use stint_platform::http::{ApiError, ApiPath, Problems, WritingUser};

use crate::App;
use crate::delete_dataset::Deleted;
use crate::get_artifact::found;

/// Deletes a model: record and objects. Its run stays.
#[utoipa::path(
    delete,
    path = "/api/ml/v1/artifacts/{id}",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Deleted), Problems)
)]
pub(crate) async fn delete_artifact(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiPath(id): ApiPath<ArtifactId>,
) -> Result<Json<Deleted>, ApiError> {
    let artifact = found(&app, owner, id).await?;
    if !disposal::delete_artifact(&app.core, &app.objects, &artifact, (app.edge.now)()).await? {
        return Err(ApiError::not_found("artifact"));
    }
    Ok(Json(Deleted {
        id: id.to_string(),
        deleted: true,
    }))
}
