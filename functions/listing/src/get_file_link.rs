//! `GET /api/ml/v1/files/{file_id}/download-url`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stint_platform::domain::{ArtifactFormat, ArtifactId, DatasetId, DatasetStatus};
use stint_platform::http::views::DownloadLink;
use stint_platform::http::{ApiError, ApiPath, ApiQuery, CurrentUser, ErrorCode, Problems};
use stint_platform::objects::keys;
use utoipa::IntoParams;

use crate::get_artifact_link::link;
use crate::{App, LINK_SECONDS};

/// For how long.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExpiryQuery {
    /// Seconds for which the link works, 60 to 43200.
    #[param(minimum = 60, maximum = 43200, default = 3600)]
    pub(crate) expiry_sec: Option<u64>,
}

/// A link that downloads a dataset's CSV or a model in its native format, whichever has this id.
#[utoipa::path(
    get,
    path = "/api/ml/v1/files/{file_id}/download-url",
    tag = "datasets",
    params(("file_id" = String, Path, format = "uuid"), ExpiryQuery),
    responses((status = 200, body = DownloadLink), Problems)
)]
pub(crate) async fn get_file_link(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<DatasetId>,
    ApiQuery(query): ApiQuery<ExpiryQuery>,
) -> Result<Json<DownloadLink>, ApiError> {
    let expires_in = checked_expiry(query.expiry_sec)?;
    if let Some(dataset) = app.core.dataset(owner, id).await? {
        if dataset.status != DatasetStatus::Ready {
            let detail = "the dataset has no file: its upload was not completed";
            return Err(ApiError::new(ErrorCode::DatasetNotReady, detail));
        }
        let key = keys::dataset_csv(owner, id);
        let link = app
            .objects
            .presign_get(&key, dataset.name.as_str(), expires_in)
            .await?;
        return Ok(Json(DownloadLink {
            url: link.url,
            expires_in,
        }));
    }
    let artifact = app.core.artifact(owner, ArtifactId::new(id.uuid())).await?;
    let artifact = artifact.ok_or_else(|| ApiError::not_found("file"))?;
    Ok(Json(
        link(&app, &artifact, ArtifactFormat::Native, expires_in).await?,
    ))
}

/// Seconds within what a link may live.
pub(crate) fn checked_expiry(seconds: Option<u64>) -> Result<u64, ApiError> {
    let seconds = seconds.unwrap_or(LINK_SECONDS);
    if (60..=43_200).contains(&seconds) {
        return Ok(seconds);
    }
    Err(ApiError::invalid(
        "expiry_sec",
        format!("expiry_sec is {seconds}, expected 60 to 43200"),
    ))
}
