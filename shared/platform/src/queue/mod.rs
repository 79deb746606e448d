//! Messages in SQS. A message names work; the record says what the work is.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use serde::{Deserialize, Serialize};

use crate::domain::{DatasetId, Job, JobId, UserId};

/// A message that could not be sent.
#[derive(Debug, thiserror::Error)]
#[error("queue call failed: {0}")]
pub struct QueueError(String);

impl<E> From<SdkError<E>> for QueueError
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        Self(DisplayErrorContext(&error).to_string())
    }
}

/// "There is a job to do."
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingMessage {
    /// Whose job.
    pub user_id: UserId,
    /// Which job.
    pub job_id: JobId,
}

/// "An upload may have arrived"; S3 sends its own form of this.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UploadMessage {
    /// Whose dataset.
    pub user_id: UserId,
    /// Which dataset.
    pub dataset_id: DatasetId,
}

/// One queue.
#[derive(Clone, Debug)]
pub struct Queue {
    client: Client,
    url: String,
}

impl Queue {
    /// A handle; nothing is called.
    pub fn new(sdk: &aws_config::SdkConfig, url: String) -> Self {
        Self {
            client: Client::new(sdk),
            url,
        }
    }

    /// Announces a job.
    ///
    /// # Errors
    /// When SQS does not answer.
    pub async fn announce(&self, job: &Job) -> Result<(), QueueError> {
        self.send(&TrainingMessage {
            user_id: job.user_id,
            job_id: job.id,
        })
        .await
    }

    /// Sends a message.
    ///
    /// # Errors
    /// When SQS does not answer.
    pub async fn send(&self, message: &impl Serialize) -> Result<(), QueueError> {
        let body = serde_json::to_string(message).map_err(|error| QueueError(error.to_string()))?;
        self.client
            .send_message()
            .queue_url(&self.url)
            .message_body(body)
            .send()
            .await?;
        Ok(())
    }
}
