//! Artifacts: trained models, as data.

use serde::{Deserialize, Serialize};

use super::{ArtifactId, DatasetId, RunId, Timestamp, UserId};

/// No model in the native format is longer, in bytes.
pub const MAX_MODEL_BYTES: u64 = 64 * 1024 * 1024;

/// In which forms a model can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArtifactFormat {
    /// ONNX with the preprocessing inside; not every family can be written so.
    Onnx,
    /// The engine's own format.
    Native,
    /// The model card, Markdown.
    Card,
}

impl ArtifactFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Native, Self::Onnx, Self::Card];

    /// The object's file name.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Onnx => "model.onnx",
            Self::Native => "model.stint",
            Self::Card => "card.md",
        }
    }

    /// The object's media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Onnx | Self::Native => "application/octet-stream",
            Self::Card => "text/markdown; charset=utf-8",
        }
    }
}

/// One stored form of a model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArtifactFile {
    /// Which form.
    pub format: ArtifactFormat,
    /// Length in bytes.
    pub size_bytes: u64,
    /// Lower-case hex SHA-256.
    pub sha256: String,
}

/// A trained model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Artifact {
    /// Identifier.
    pub id: ArtifactId,
    /// Whose it is.
    pub user_id: UserId,
    /// The run that made it.
    pub run_id: RunId,
    /// Content key; part of the objects' keys.
    pub run_key: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// The dataset it was trained on.
    pub dataset_id: DatasetId,
    /// The dataset's name.
    pub dataset_name: String,
    /// The dataset's version.
    pub dataset_version: u32,
    /// `classification` or `regression`.
    pub task: String,
    /// The predicted column.
    pub target: String,
    /// The model family.
    pub model_type: String,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// The files, native format first.
    pub files: Vec<ArtifactFile>,
    /// A pinned artifact is neither counted nor removed by the limit.
    pub pinned: bool,
}
