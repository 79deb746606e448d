use serde::Serialize;
use utoipa::ToSchema;

/// A link that downloads something, for a while.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DownloadLink {
    /// Where from.
    pub url: String,
    /// For so many seconds.
    pub expires_in: u64,
}
