//! Messages about objects that arrived: from S3 itself, or from the janitor about a lost upload.

use aws_lambda_events::event::s3::S3Event;
use aws_lambda_events::event::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use stint_platform::domain::{DatasetId, Owner};
use stint_platform::http::{ApiError, ErrorCode};
use stint_platform::objects::keys;
use stint_platform::queue::UploadMessage;

use crate::App;
use crate::validate_dataset::validate;

/// Validates every dataset that the messages name; the messages that failed come back.
pub async fn receive(app: &App, messages: SqsEvent) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for message in messages.records {
        if let Err(error) = take(app, &message).await {
            tracing::error!(?error, message_id = message.message_id, "message goes back");
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = message.message_id.unwrap_or_default();
            response.batch_item_failures.push(failure);
        }
    }
    response
}

async fn take(app: &App, message: &SqsMessage) -> Result<(), ApiError> {
    for (owner, id) in named(message.body.as_deref().unwrap_or_default())? {
        match app.core.dataset(owner, id).await? {
            Some(dataset) => match validate(app, dataset).await {
                // Decided, one way or the other.
                Ok(_) => tracing::info!(dataset_id = %id, "dataset is ready"),
                Err(error) if is_verdict(error.code()) => {
                    tracing::info!(dataset_id = %id, code = error.code().as_str(), "dataset is not usable");
                }
                Err(error) => return Err(error),
            },
            // Deleted while its upload was on its way.
            None => app.objects.delete(&[keys::dataset_csv(owner, id)]).await?,
        }
    }
    Ok(())
}

fn is_verdict(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::InvalidCsv
            | ErrorCode::UploadMismatch
            | ErrorCode::TooLarge
            | ErrorCode::UploadMissing
            | ErrorCode::UploadExpired
            | ErrorCode::NotFound
    )
}

fn named(body: &str) -> Result<Vec<(Owner, DatasetId)>, ApiError> {
    if let Ok(message) = serde_json::from_str::<UploadMessage>(body) {
        return Ok(vec![(Owner::vouched(message.user_id), message.dataset_id)]);
    }
    // S3 says once, when the notification is set up, that it could say something.
    if serde_json::from_str::<serde_json::Value>(body).is_ok_and(|value| {
        value
            .get("Event")
            .is_some_and(|event| event == "s3:TestEvent")
    }) {
        return Ok(Vec::new());
    }
    let event: S3Event = serde_json::from_str(body).map_err(ApiError::internal)?;
    let keys = event
        .records
        .into_iter()
        .filter_map(|record| record.s3.object.key);
    Ok(keys
        .filter_map(|key| keys::parse_dataset_csv(&key))
        .collect())
}
