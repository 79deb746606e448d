//! The small upload in one call: a form with one file, for scripts.

use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use stint_platform::domain::{Dataset, DatasetId, DatasetName, Owner, UploadExpectation};
use stint_platform::http::{ApiError, ErrorCode};
use stint_platform::new_id;
use stint_platform::objects::keys;

use crate::App;
use crate::complete_upload::CompletedDataset;
use crate::validate_dataset::{Verdict, examine, record};

/// The largest file that is taken this way: what a function's payload can carry.
const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;
/// The form around it.
pub(crate) const MAX_BODY_BYTES: usize = MAX_FILE_BYTES + 16 * 1024;

/// Validates first: a file that is refused leaves nothing behind.
pub(crate) async fn upload_directly(
    app: &App,
    owner: Owner,
    form: Multipart,
) -> Result<CompletedDataset, ApiError> {
    let (name, content) = file_of(form).await?;
    let now = (app.edge.now)();
    let expected = UploadExpectation {
        size_bytes: content.len() as u64,
        sha256: None,
        expires_at: now.plus_seconds(60),
    };
    let id = DatasetId::new(new_id());
    let dataset = Dataset::awaiting_upload(id, owner.user_id(), name, 1, expected, now);
    let verdict = examine(app, &dataset, content.clone()).await?;
    if let Verdict::Refused(rejection) = &verdict {
        return Err(crate::validate_dataset::refusal(rejection));
    }
    app.core.create_dataset(&dataset, &app.quota).await??;
    app.objects
        .put_once(&keys::dataset_csv(owner, id), "text/csv", content)
        .await?;
    record(app, dataset, verdict).await
}

async fn file_of(mut form: Multipart) -> Result<(DatasetName, Bytes), ApiError> {
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        if field.name() != Some("file") {
            continue;
        }
        let filename = field.file_name().unwrap_or_default().to_owned();
        let name = DatasetName::parse(&filename)
            .map_err(|error| ApiError::invalid("/file", error.to_string()))?;
        let content = field.bytes().await.map_err(unreadable)?;
        if content.len() > MAX_FILE_BYTES {
            return Err(too_large());
        }
        return Ok((name, content));
    }
    Err(ApiError::invalid(
        "/file",
        "the form has no field called file",
    ))
}

fn unreadable(error: MultipartError) -> ApiError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large();
    }
    ApiError::new(ErrorCode::MalformedRequest, error.body_text())
}

fn too_large() -> ApiError {
    ApiError::new(
        ErrorCode::TooLarge,
        "a form can carry 4 MiB: announce larger files as JSON {filename, size_bytes} and upload them to the address given",
    )
}
