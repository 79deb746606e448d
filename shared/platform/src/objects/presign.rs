//! Links by which a browser talks to the bucket directly; the bytes never pass a function.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_s3::presigning::PresigningConfig;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{ObjectError, Objects, keys};
use crate::domain::{Dataset, Owner, Timestamp};

/// An upload that a client may do once.
#[derive(Clone, Debug, PartialEq)]
pub struct PresignedPut {
    /// Where to.
    pub url: String,
    /// The headers that were signed: they must be sent as they are.
    pub headers: Vec<(String, String)>,
}

/// A download link.
#[derive(Clone, Debug, PartialEq)]
pub struct PresignedGet {
    /// Where from.
    pub url: String,
}

impl Objects {
    /// The upload of an announced dataset: exact length, type and (when given) checksum are
    /// signed, and an object that is there is never replaced.
    ///
    /// # Errors
    /// When the credentials cannot sign.
    pub async fn presign_put(
        &self,
        dataset: &Dataset,
        seconds: u64,
    ) -> Result<PresignedPut, ObjectError> {
        let owner = Owner::vouched(dataset.user_id);
        let length = i64::try_from(dataset.expected.size_bytes).unwrap_or(i64::MAX);
        let mut request = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(keys::dataset_csv(owner, dataset.id))
            .content_type("text/csv")
            .content_length(length)
            .if_none_match("*");
        if let Some(checksum) = dataset.expected.sha256.as_deref().and_then(crate::unhex) {
            request = request.checksum_sha256(STANDARD.encode(checksum));
        }
        let signed = request.presigned(expiring_in(seconds)?).await?;
        let headers = signed
            .headers()
            // Browsers set the length themselves and let nobody else do it.
            .filter(|(name, _)| !name.eq_ignore_ascii_case("content-length"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Ok(PresignedPut {
            url: signed.uri().to_owned(),
            headers,
        })
    }

    /// A link that downloads an object as an attachment called `filename`, for so many seconds.
    ///
    /// # Errors
    /// When the credentials cannot sign.
    pub async fn presign_get(
        &self,
        key: &str,
        filename: &str,
        seconds: u64,
    ) -> Result<PresignedGet, ObjectError> {
        self.presigned_get(key, filename, expiring_in(seconds)?)
            .await
    }

    /// The link of a list, which works for 45 to 60 minutes: asked for within the same quarter of
    /// an hour it is the same text, so that a list that did not change does not look changed.
    ///
    /// # Errors
    /// When the credentials cannot sign.
    pub async fn listed_link(
        &self,
        key: &str,
        filename: &str,
        now: Timestamp,
    ) -> Result<PresignedGet, ObjectError> {
        let seconds = u64::try_from(now.unix_seconds()).unwrap_or(0);
        let quarter = Duration::from_secs(seconds - seconds % 900);
        let config = PresigningConfig::builder()
            .start_time(UNIX_EPOCH + quarter)
            .expires_in(Duration::from_secs(3600))
            .build()
            .map_err(|error| ObjectError::Call(error.to_string()))?;
        self.presigned_get(key, filename, config).await
    }

    async fn presigned_get(
        &self,
        key: &str,
        filename: &str,
        config: PresigningConfig,
    ) -> Result<PresignedGet, ObjectError> {
        let signed = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .response_content_disposition(attachment(filename))
            .presigned(config)
            .await?;
        Ok(PresignedGet {
            url: signed.uri().to_owned(),
        })
    }
}

fn expiring_in(seconds: u64) -> Result<PresigningConfig, ObjectError> {
    PresigningConfig::expires_in(Duration::from_secs(seconds))
        .map_err(|error| ObjectError::Call(error.to_string()))
}

/// `Content-Disposition` for any filename: RFC 6266 section 4.3 with RFC 8187 encoding.
fn attachment(filename: &str) -> String {
    let plain: String = filename
        .chars()
        .map(|c| {
            if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let encoded: String = filename
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn any_filename_is_safe_in_a_header() {
        assert_eq!(
            attachment("Продажи\r\n\".csv"),
            "attachment; filename=\"__________.csv\"; \
             filename*=UTF-8''%D0%9F%D1%80%D0%BE%D0%B4%D0%B0%D0%B6%D0%B8%0D%0A%22.csv"
        );
    }
}
