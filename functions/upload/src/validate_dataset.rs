//! Holding an object against what was announced and against the rules for CSV. Only this promotes
//! a dataset to READY.

use axum::body::Bytes;
use sha2::{Digest, Sha256};
use stint_engine::{CsvError, Profile, profile_csv};
use stint_platform::domain::{Dataset, DatasetStatus, Owner, Rejection};
use stint_platform::hex;
use stint_platform::http::{ApiError, ErrorCode, FieldError};
use stint_platform::objects::{ObjectError, keys};
use stint_platform::store::{Promotion, Schema};

use crate::App;
use crate::complete_upload::{CompletedDataset, completed};

/// A profile of the widest dataset allowed is smaller.
const MAX_PROFILE_BYTES: u64 = 16 * 1024 * 1024;
const TOO_LARGE: &str = "too-large";
const MISMATCH: &str = "upload-mismatch";

/// What an examination found.
pub(crate) enum Verdict {
    Accepted {
        sha256: String,
        size_bytes: u64,
        profile: Box<Profile>,
    },
    Refused(Rejection),
}

/// Decides on a dataset whose object may have arrived. Doing it twice, or at the same time
/// elsewhere, gives the same answer.
pub(crate) async fn validate(app: &App, dataset: Dataset) -> Result<CompletedDataset, ApiError> {
    match dataset.status {
        DatasetStatus::Ready => return already_ready(app, &dataset).await,
        DatasetStatus::Expired => return Err(expired()),
        DatasetStatus::Rejected => {
            let rejection = dataset.rejection.as_ref();
            return Err(rejection.map_or_else(|| ApiError::internal("no reason stored"), refusal));
        }
        DatasetStatus::AwaitingUpload => {}
    }
    let key = keys::dataset_csv(Owner::vouched(dataset.user_id), dataset.id);
    let verdict = match app.objects.get(&key, app.rules.max_bytes).await {
        Ok(Some(content)) => examine(app, &dataset, content).await?,
        Ok(None) if (app.edge.now)() > dataset.expected.expires_at => return Err(expired()),
        Ok(None) => {
            return Err(ApiError::new(
                ErrorCode::UploadMissing,
                "the file has not arrived: PUT it to the address given, then complete",
            ));
        }
        Err(ObjectError::TooLarge { size, cap, .. }) => Verdict::Refused(rejection(
            TOO_LARGE,
            format!("the file has {size} bytes, the limit is {cap}"),
        )),
        Err(error) => return Err(error.into()),
    };
    record(app, dataset, verdict).await
}

/// Reads the whole content once; writes nothing.
pub(crate) async fn examine(
    app: &App,
    dataset: &Dataset,
    content: Bytes,
) -> Result<Verdict, ApiError> {
    let sha256 = hex(&Sha256::digest(&content));
    let size_bytes = content.len() as u64;
    let expected = &dataset.expected;
    if size_bytes != expected.size_bytes {
        let detail = format!(
            "{} bytes were announced, {size_bytes} arrived",
            expected.size_bytes
        );
        return Ok(Verdict::Refused(rejection(MISMATCH, detail)));
    }
    if expected
        .sha256
        .as_ref()
        .is_some_and(|announced| *announced != sha256)
    {
        let detail = format!("its SHA-256 is {sha256}, another one was announced");
        return Ok(Verdict::Refused(rejection(MISMATCH, detail)));
    }
    let rules = app.rules.csv.clone();
    let profiled = tokio::task::spawn_blocking(move || profile_csv(&content, &rules)).await;
    Ok(match profiled.map_err(ApiError::internal)? {
        Ok(profile) => Verdict::Accepted {
            sha256,
            size_bytes,
            profile: Box::new(profile),
        },
        Err(error) => Verdict::Refused(broken_rule(error)),
    })
}

/// Writes a verdict down, unless somebody else has decided meanwhile: then theirs is the answer.
pub(crate) async fn record(
    app: &App,
    mut dataset: Dataset,
    verdict: Verdict,
) -> Result<CompletedDataset, ApiError> {
    let owner = Owner::vouched(dataset.user_id);
    let id = dataset.id;
    match verdict {
        Verdict::Accepted {
            sha256,
            size_bytes,
            profile,
        } => {
            dataset.sha256 = Some(sha256);
            dataset.size_bytes = size_bytes;
            dataset.rows = Some(profile.rows as u64);
            dataset.columns = Some(profile.columns.len() as u64);
            let json = serde_json::to_vec(&profile).map_err(ApiError::internal)?;
            let key = keys::dataset_profile(owner, id);
            app.objects
                .put_once(&key, "application/json", json.into())
                .await?;
            let schema = Schema {
                user_id: dataset.user_id,
                dataset_id: id,
                rows: profile.rows as u64,
                columns: profile.schema(),
            };
            if let Promotion::Done(dataset) = app.core.promote_dataset(dataset, &schema).await? {
                return completed(app, &dataset, *profile).await;
            }
        }
        Verdict::Refused(rejection) => {
            dataset.status = DatasetStatus::Rejected;
            dataset.rejection = Some(rejection.clone());
            if app.core.refuse_dataset(&dataset).await? {
                app.objects.delete(&keys::of_dataset(&dataset)).await?;
                return Err(refusal(&rejection));
            }
        }
    }
    let decided = app.core.dataset(owner, id).await?;
    let decided = decided.ok_or_else(|| ApiError::not_found("dataset"))?;
    Box::pin(validate(app, decided)).await
}

async fn already_ready(app: &App, dataset: &Dataset) -> Result<CompletedDataset, ApiError> {
    let key = keys::dataset_profile(Owner::vouched(dataset.user_id), dataset.id);
    let stored = app.objects.get(&key, MAX_PROFILE_BYTES).await?;
    let stored = stored.ok_or_else(|| ApiError::internal("a ready dataset has no profile"))?;
    let profile = serde_json::from_slice(&stored).map_err(ApiError::internal)?;
    completed(app, dataset, profile).await
}

/// A rejection as the answer to whoever asks.
pub(crate) fn refusal(rejection: &Rejection) -> ApiError {
    let code = match rejection.rule.as_str() {
        TOO_LARGE => ErrorCode::TooLarge,
        MISMATCH => ErrorCode::UploadMismatch,
        _ => ErrorCode::InvalidCsv,
    };
    ApiError::new(code, rejection.detail.clone()).with_errors(vec![FieldError {
        rule: Some(rejection.rule.clone()),
        line: rejection.line,
        column: rejection.column.clone(),
        ..FieldError::new("/file", rejection.detail.clone())
    }])
}

fn expired() -> ApiError {
    ApiError::new(
        ErrorCode::UploadExpired,
        "no file arrived within the time for the upload: announce it again",
    )
}

fn rejection(rule: &str, detail: String) -> Rejection {
    Rejection {
        rule: rule.to_owned(),
        detail,
        line: None,
        column: None,
    }
}

fn broken_rule(error: CsvError) -> Rejection {
    let rule = serde_json::to_value(error.rule).ok();
    Rejection {
        rule: rule
            .and_then(|rule| rule.as_str().map(str::to_owned))
            .unwrap_or_default(),
        detail: error.detail,
        line: error.line,
        column: error.column,
    }
}
