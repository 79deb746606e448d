//! `GET /api/ml/v1/artifacts/{id}/download-url`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stint_platform::domain::{Artifact, ArtifactFormat, ArtifactId};
use stint_platform::http::views::DownloadLink;
use stint_platform::http::{ApiError, ApiPath, ApiQuery, CurrentUser, ErrorCode, Problems};
use stint_platform::objects::keys;
use utoipa::IntoParams;

use crate::App;
use crate::get_artifact::found;
use crate::get_file_link::checked_expiry;

/// Which form, and for how long.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LinkQuery {
    /// `native` (the default), `onnx` or `card`.
    #[param(value_type = Option<String>)]
    format: Option<ArtifactFormat>,
    /// Seconds for which the link works, 60 to 43200.
    #[param(minimum = 60, maximum = 43200, default = 3600)]
    expiry_sec: Option<u64>,
}

/// A link that downloads a model.
#[utoipa::path(
    get,
    path = "/api/ml/v1/artifacts/{id}/download-url",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid"), LinkQuery),
    responses((status = 200, body = DownloadLink), Problems)
)]
pub(crate) async fn get_artifact_link(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<ArtifactId>,
    ApiQuery(query): ApiQuery<LinkQuery>,
) -> Result<Json<DownloadLink>, ApiError> {
    let expires_in = checked_expiry(query.expiry_sec)?;
    let artifact = found(&app, owner, id).await?;
    let format = query.format.unwrap_or(ArtifactFormat::Native);
    Ok(Json(link(&app, &artifact, format, expires_in).await?))
}

pub(crate) async fn link(
    app: &App,
    artifact: &Artifact,
    format: ArtifactFormat,
    expires_in: u64,
) -> Result<DownloadLink, ApiError> {
    if !artifact.files.iter().any(|file| file.format == format) {
        let family = &artifact.model_type;
        let detail =
            format!("a {family} model has no form of this kind; `files` lists those it has");
        return Err(ApiError::new(ErrorCode::NotFound, detail));
    }
    let key = keys::artifact(artifact, format);
    let stem = artifact.dataset_name.trim_end_matches(".csv");
    let filename = format!("{stem}-{}-{}", artifact.model_type, format.file_name());
    let link = app.objects.presign_get(&key, &filename, expires_in).await?;
    Ok(DownloadLink {
        url: link.url,
        expires_in,
    })
}
