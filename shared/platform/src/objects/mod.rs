//! Objects in S3. SDK types stop here; nothing is read without a cap on its size.

pub mod keys;
mod presign;

pub use presign::{PresignedGet, PresignedPut};

use aws_sdk_s3::Client;
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::primitives::ByteStream;
use bytes::Bytes;

use crate::domain::Owner;

/// A call that did not do its work. "Not there" and "there already" are values, not errors.
#[derive(Debug, thiserror::Error)]
pub enum ObjectError {
    /// S3 refused or did not answer, after the SDK's retries.
    #[error("object store call failed: {0}")]
    Call(String),
    /// An object is longer than the reader allows.
    #[error("object {key} has {size} bytes, more than the {cap} allowed")]
    TooLarge {
        /// Its key.
        key: String,
        /// Its length in bytes.
        size: u64,
        /// The reader's cap in bytes.
        cap: u64,
    },
}

impl<E> From<SdkError<E>> for ObjectError
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    fn from(error: SdkError<E>) -> Self {
        Self::Call(DisplayErrorContext(&error).to_string())
    }
}

/// The data bucket.
#[derive(Clone, Debug)]
pub struct Objects {
    client: Client,
    bucket: String,
}

impl Objects {
    /// A handle; nothing is called. An emulator's address takes the bucket as a path.
    pub fn new(sdk: &aws_config::SdkConfig, bucket: String) -> Self {
        let config = aws_sdk_s3::config::Builder::from(sdk)
            .force_path_style(sdk.endpoint_url().is_some())
            // The default would sign the checksum of an empty body into presigned URLs.
            .request_checksum_calculation(
                aws_sdk_s3::config::RequestChecksumCalculation::WhenRequired,
            )
            .build();
        Self {
            client: Client::from_conf(config),
            bucket,
        }
    }

    /// A whole object of at most `cap` bytes, or `None` if there is none.
    ///
    /// # Errors
    /// When it is longer, or S3 does not answer.
    pub async fn get(&self, key: &str, cap: u64) -> Result<Option<Bytes>, ObjectError> {
        let answer = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .send()
            .await;
        let object = match answer {
            Ok(object) => object,
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let size = u64::try_from(object.content_length().unwrap_or(0)).unwrap_or(u64::MAX);
        if size > cap {
            return Err(ObjectError::TooLarge {
                key: key.to_owned(),
                size,
                cap,
            });
        }
        Ok(Some(collected(object.body).await?))
    }

    /// The first `count` bytes of an object, or all of a shorter one; `None` if there is none. Not for objects
    /// without content.
    ///
    /// # Errors
    /// When S3 does not answer.
    pub async fn get_start(&self, key: &str, count: u64) -> Result<Option<Bytes>, ObjectError> {
        let answer = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .range(format!("bytes=0-{}", count.saturating_sub(1)))
            .send()
            .await;
        match answer {
            Ok(object) => Ok(Some(collected(object.body).await?)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether there is such an object.
    ///
    /// # Errors
    /// When S3 does not answer.
    pub async fn exists(&self, key: &str) -> Result<bool, ObjectError> {
        match self
            .client
            .head_object()
            .bucket(&self.bucket)
            .key(key)
            .send()
            .await
        {
            Ok(_) => Ok(true),
            Err(error) if is_absent(&error) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes an object whose content its key determines: one that is there already is left alone.
    ///
    /// # Errors
    /// When S3 does not answer.
    pub async fn put_once(
        &self,
        key: &str,
        media_type: &str,
        body: Bytes,
    ) -> Result<(), ObjectError> {
        let answer = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(media_type)
            .if_none_match("*")
            .body(ByteStream::from(body))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(()),
            Err(error) if error.code() == Some("PreconditionFailed") => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes objects; those that are not there are no error.
    ///
    /// # Errors
    /// When S3 does not answer.
    pub async fn delete(&self, keys: &[String]) -> Result<(), ObjectError> {
        for key in keys {
            self.client
                .delete_object()
                .bucket(&self.bucket)
                .key(key)
                .send()
                .await?;
        }
        Ok(())
    }

    /// Deletes up to 1,000 objects of an owner: true if there may be more.
    ///
    /// # Errors
    /// When S3 does not answer.
    pub async fn delete_everything(&self, owner: Owner) -> Result<bool, ObjectError> {
        let listed = self
            .client
            .list_objects_v2()
            .bucket(&self.bucket)
            .prefix(keys::everything(owner))
            .send()
            .await?;
        let keys: Vec<String> = listed
            .contents()
            .iter()
            .filter_map(|object| object.key().map(str::to_owned))
            .collect();
        self.delete(&keys).await?;
        Ok(listed.is_truncated().unwrap_or(false))
    }
}

async fn collected(body: ByteStream) -> Result<Bytes, ObjectError> {
    let body = body.collect().await;
    let body = body.map_err(|error| ObjectError::Call(error.to_string()))?;
    Ok(body.into_bytes())
}

fn is_absent<E: ProvideErrorMetadata>(error: &SdkError<E>) -> bool {
    matches!(error.code(), Some("NoSuchKey" | "NotFound"))
        || error
            .raw_response()
            .is_some_and(|response| response.status().as_u16() == 404)
}
