use serde::Serialize;
use stint_engine::{ModelType, Task};
use utoipa::ToSchema;

use crate::domain::{Artifact, ArtifactFormat};

/// A trained model.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ArtifactView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// The run that made it.
    #[schema(format = "uuid")]
    pub run_id: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// The dataset it was trained on.
    #[schema(format = "uuid")]
    pub dataset_id: String,
    /// The dataset's name.
    pub dataset_name: String,
    /// The dataset's version.
    pub dataset_version: u32,
    /// What it predicts.
    #[schema(value_type = Task)]
    pub task: String,
    /// The predicted column.
    pub target: String,
    /// The model family.
    #[schema(value_type = ModelType)]
    pub model_type: String,
    /// Length of the native file in bytes.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256 of the native file.
    pub sha256: String,
    /// Every form it can be downloaded in.
    pub files: Vec<ArtifactFileView>,
    /// A pinned artifact is neither counted nor removed by the limit.
    pub pinned: bool,
}

/// One form of a model.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ArtifactFileView {
    /// Which form.
    #[schema(value_type = ArtifactFormatView)]
    pub format: ArtifactFormat,
    /// Length in bytes.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256.
    pub sha256: String,
}

/// In which forms a model can be downloaded.
#[derive(ToSchema)]
#[schema(as = ArtifactFormat, rename_all = "lowercase")]
#[expect(dead_code, reason = "describes the domain's enum to OpenAPI")]
pub(super) enum ArtifactFormatView {
    Onnx,
    Native,
    Card,
}

impl From<Artifact> for ArtifactView {
    fn from(artifact: Artifact) -> Self {
        let native = artifact
            .files
            .iter()
            .find(|file| file.format == ArtifactFormat::Native);
        Self {
            id: artifact.id.to_string(),
            run_id: artifact.run_id.to_string(),
            created_at: artifact.created_at.to_string(),
            dataset_id: artifact.dataset_id.to_string(),
            dataset_name: artifact.dataset_name,
            dataset_version: artifact.dataset_version,
            task: artifact.task,
            target: artifact.target,
            model_type: artifact.model_type,
            size_bytes: native.map_or(0, |file| file.size_bytes),
            sha256: native.map(|file| file.sha256.clone()).unwrap_or_default(),
            files: artifact
                .files
                .into_iter()
                .map(|file| ArtifactFileView {
                    format: file.format,
                    size_bytes: file.size_bytes,
                    sha256: file.sha256,
                })
                .collect(),
            pinned: artifact.pinned,
        }
    }
}
