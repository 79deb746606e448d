//! `GET /api/ml/v1/predictions/{id}/download-url`

use axum::Json;
use axum::extract::State;
use stint_platform::domain::{JobId, OutputKind};
use stint_platform::http::views::DownloadLink;
use stint_platform::http::{ApiError, ApiPath, ApiQuery, CurrentUser, Problems};
use stint_platform::objects::keys;

use crate::App;
use crate::get_file_link::{ExpiryQuery, checked_expiry};
use crate::outputs::found;

/// A link that downloads the predictions of a PREDICT job as CSV: the columns of the dataset, the
/// prediction, and the probability of each class. They go with the dataset.
#[utoipa::path(
    get,
    path = "/api/ml/v1/predictions/{id}/download-url",
    tag = "jobs",
    params(("id" = String, Path, format = "uuid"), ExpiryQuery),
    responses((status = 200, body = DownloadLink), Problems)
)]
pub(crate) async fn get_prediction_link(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<JobId>,
    ApiQuery(query): ApiQuery<ExpiryQuery>,
) -> Result<Json<DownloadLink>, ApiError> {
    let expires_in = checked_expiry(query.expiry_sec)?;
    let (output, work) = found(&app, owner, id, OutputKind::Predictions, "prediction").await?;
    let stem = work.dataset().dataset_name.trim_end_matches(".csv");
    let filename = format!("{stem}-predictions.csv");
    let link = app
        .objects
        .presign_get(&keys::of_output(&output), &filename, expires_in)
        .await?;
    Ok(Json(DownloadLink {
        url: link.url,
        expires_in,
    }))
}
