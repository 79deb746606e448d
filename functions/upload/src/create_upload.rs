//! `POST /api/ml/v1/datasets/upload`

use axum::Json;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use stint_platform::domain::{Dataset, DatasetId, DatasetName, Owner, UploadExpectation};
use stint_platform::http::views::DatasetView;
use stint_platform::http::{ApiError, ApiJson, ErrorCode, FieldError, Problems, WritingUser};
use stint_platform::{new_id, unhex};
use utoipa::ToSchema;

use crate::App;
use crate::upload_directly::upload_directly;

/// Seconds for which an upload may be started.
const UPLOAD_SECONDS: u64 = 300;

/// The file that is going to be uploaded.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateUpload {
    /// Its name, which ends in `.csv`.
    #[schema(example = "penguins.csv")]
    filename: String,
    /// Its exact length in bytes.
    size_bytes: u64,
    /// Hex SHA-256 of its content; if given, the upload must match it.
    sha256: Option<String>,
}

/// A dataset that waits for its file, and where the file goes.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct UploadTicket {
    /// The dataset.
    #[serde(flatten)]
    dataset: DatasetView,
    /// How to upload.
    upload: UploadInstructions,
}

/// How to upload.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct UploadInstructions {
    /// Always `PUT`.
    method: String,
    /// Where to.
    url: String,
    /// Headers that must be sent as they are.
    headers: BTreeMap<String, String>,
    /// Until when the upload may be started.
    #[schema(format = DateTime)]
    expires_at: String,
}

/// A CSV as the form field `file`.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the form to OpenAPI")]
pub(crate) struct DirectUpload {
    /// At most 4 MiB.
    #[schema(format = Binary, content_media_type = "text/csv")]
    file: String,
}

/// Announces a CSV and gives the address to upload it to; or, as a form, takes a small one at once.
#[utoipa::path(
    post,
    path = "/api/ml/v1/datasets/upload",
    tag = "datasets",
    request_body(content(
        (CreateUpload = "application/json"),
        (DirectUpload = "multipart/form-data")
    )),
    responses(
        (status = 201, body = UploadTicket, description = "A ticket; for a form, the finished dataset without `upload`"),
        Problems
    )
)]
pub(crate) async fn create_upload(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    request: Request,
) -> Result<Response, ApiError> {
    let media_type = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if media_type.is_some_and(|value| value.trim_start().starts_with("multipart/form-data")) {
        let form = Multipart::from_request(request, &())
            .await
            .map_err(|rejection| {
                ApiError::new(ErrorCode::MalformedRequest, rejection.body_text())
            })?;
        let dataset = upload_directly(&app, owner, form).await?;
        return Ok((StatusCode::CREATED, Json(dataset)).into_response());
    }
    let ApiJson(body) = ApiJson::<CreateUpload>::from_request(request, &()).await?;
    let ticket = announce(&app, owner, &body).await?;
    Ok((StatusCode::CREATED, Json(ticket)).into_response())
}

async fn announce(app: &App, owner: Owner, body: &CreateUpload) -> Result<UploadTicket, ApiError> {
    let name = checked(app, body)?;
    let now = (app.edge.now)();
    let expected = UploadExpectation {
        size_bytes: body.size_bytes,
        sha256: body
            .sha256
            .as_ref()
            .map(|digest| digest.to_ascii_lowercase()),
        expires_at: now.plus_seconds(UPLOAD_SECONDS as i64),
    };
    let version = app.core.next_version(owner, &name).await?;
    let id = DatasetId::new(new_id());
    let dataset = Dataset::awaiting_upload(id, owner.user_id(), name, version, expected, now);
    app.core.create_dataset(&dataset, &app.quota).await??;
    let put = app.objects.presign_put(&dataset, UPLOAD_SECONDS).await?;
    Ok(UploadTicket {
        upload: UploadInstructions {
            method: "PUT".to_owned(),
            url: put.url,
            headers: put.headers.into_iter().collect(),
            expires_at: dataset.expected.expires_at.to_string(),
        },
        dataset: DatasetView::new(&dataset, None),
    })
}

fn checked(app: &App, body: &CreateUpload) -> Result<DatasetName, ApiError> {
    let max = app.rules.max_bytes;
    if body.size_bytes > max {
        let size = body.size_bytes;
        return Err(ApiError::new(
            ErrorCode::TooLarge,
            format!("the file has {size} bytes, the limit is {max}"),
        ));
    }
    let mut errors = Vec::new();
    let name = DatasetName::parse(&body.filename);
    if let Err(error) = &name {
        errors.push(FieldError::new("/filename", error.to_string()));
    }
    if body.size_bytes == 0 {
        errors.push(FieldError::new(
            "/size_bytes",
            "the file is empty: expected at least 1 byte",
        ));
    }
    if body
        .sha256
        .as_ref()
        .is_some_and(|digest| unhex(digest).is_none_or(|bytes| bytes.len() != 32))
    {
        errors.push(FieldError::new("/sha256", "expected 64 hexadecimal digits"));
    }
    match name {
        Ok(name) if errors.is_empty() => Ok(name),
        _ => Err(ApiError::all_invalid(errors)),
    }
}
