use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::{Dataset, DatasetStatus};

/// One version of an uploaded CSV.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct DatasetView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// The uploaded file's name.
    #[schema(example = "penguins.csv")]
    pub name: String,
    /// Where a fresh download link can always be had.
    pub file_url: String,
    /// Counts uploads of the same name from 1; final once the dataset is ready.
    pub version: u32,
    /// Where it stands.
    #[schema(value_type = DatasetStatusView)]
    pub status: DatasetStatus,
    /// Length in bytes: announced at first, measured once ready.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256 of the content, once ready.
    pub sha256: Option<String>,
    /// Data rows, once ready.
    pub rows: Option<u64>,
    /// Columns, once ready.
    pub columns: Option<u64>,
    /// When it was announced.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// A link to the CSV that works for at least 45 minutes, once ready.
    pub download_url: Option<String>,
    /// Why it was refused, if it was.
    pub rejection: Option<RejectionView>,
}

/// Where a dataset stands.
#[derive(ToSchema)]
#[schema(as = DatasetStatus, rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum DatasetStatusView {
    AwaitingUpload,
    Ready,
    Rejected,
    Expired,
}

/// Why an upload was refused.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RejectionView {
    /// The rule that was broken.
    #[schema(example = "ragged-row")]
    pub rule: String,
    /// What was found and what would be right.
    pub detail: String,
    /// Line of the file, from 1.
    pub line: Option<u64>,
    /// Column name.
    pub column: Option<String>,
}

impl DatasetView {
    /// A dataset with a download link, if it has one.
    pub fn new(dataset: &Dataset, download_url: Option<String>) -> Self {
        Self {
            id: dataset.id.to_string(),
            name: dataset.name.as_str().to_owned(),
            file_url: format!("/api/ml/v1/files/{}/download-url", dataset.id),
            version: dataset.version,
            status: dataset.status,
            size_bytes: dataset.size_bytes,
            sha256: dataset.sha256.clone(),
            rows: dataset.rows,
            columns: dataset.columns,
            created_at: dataset.created_at.to_string(),
            download_url,
            rejection: dataset.rejection.clone().map(|rejection| RejectionView {
                rule: rejection.rule,
                detail: rejection.detail,
                line: rejection.line,
                column: rejection.column,
            }),
        }
    }
}
