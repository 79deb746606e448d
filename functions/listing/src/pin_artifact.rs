//! `PATCH /api/ml/v1/artifacts/{id}`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stint_platform::domain::ArtifactId;
use stint_platform::http::views::ArtifactView;
use stint_platform::http::{ApiError, ApiJson, ApiPath, Problems, WritingUser};
use utoipa::ToSchema;

use crate::App;

/// What to change.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeArtifact {
    /// Whether it is kept whatever the limit on models says.
    pub(crate) pinned: bool,
}

/// Pins a model, so that newer ones do not push it out, or unpins it.
#[utoipa::path(
    patch,
    path = "/api/ml/v1/artifacts/{id}",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid")),
    request_body = ChangeArtifact,
    responses((status = 200, body = ArtifactView), Problems)
)]
pub(crate) async fn pin_artifact(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiPath(id): ApiPath<ArtifactId>,
    ApiJson(change): ApiJson<ChangeArtifact>,
) -> Result<Json<ArtifactView>, ApiError> {
    let changed = app.core.pin_artifact(owner, id, change.pinned).await?;
    let changed = changed.ok_or_else(|| ApiError::not_found("artifact"))?;
    Ok(Json(changed.into()))
}
