//! `GET /api/ml/v1/artifacts/{id}`

use axum::Json;
use axum::extract::State;
use stint_platform::domain::{Artifact, ArtifactId, Owner};
use stint_platform::http::views::ArtifactView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};

use crate::App;

/// One model.
#[utoipa::path(
    get,
    path = "/api/ml/v1/artifacts/{id}",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = ArtifactView), Problems)
)]
pub(crate) async fn get_artifact(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<ArtifactId>,
) -> Result<Json<ArtifactView>, ApiError> {
    Ok(Json(found(&app, owner, id).await?.into()))
}

/// The artifact, or "there is no such artifact".
pub(crate) async fn found(app: &App, owner: Owner, id: ArtifactId) -> Result<Artifact, ApiError> {
    app.core
        .artifact(owner, id)
        .await?
        .ok_or_else(|| ApiError::not_found("artifact"))
}
