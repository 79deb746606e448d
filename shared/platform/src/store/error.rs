//! What can go wrong between here and the tables.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

/// A call that did not do its work. "Somebody else has it" and "not there" are values, not errors.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// DynamoDB refused or did not answer, after the SDK's retries.
    #[error("database call failed: {0}")]
    Call(String),
    /// An item does not have the shape this version reads.
    #[error("stored item does not decode: {0}")]
    Decode(#[from] serde_dynamo::Error),
    /// A value kept changing under a conditional write.
    #[error("gave up after repeated conflicting writes")]
    Contended,
}

impl<E> From<SdkError<E>> for StoreError
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        Self::Call(DisplayErrorContext(&error).to_string())
    }
}

impl From<aws_sdk_dynamodb::error::BuildError> for StoreError {
    fn from(error: aws_sdk_dynamodb::error::BuildError) -> Self {
        Self::Call(error.to_string())
    }
}
