//! Outputs: what jobs make of a dataset, models and runs excepted. They go with the dataset.

use serde::{Deserialize, Serialize};

use super::{DatasetId, JobId, Timestamp, UserId};

/// What an output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OutputKind {
    /// A prediction for each row of the dataset.
    Predictions,
    /// The engine's analysis of the dataset.
    Analysis,
}

impl OutputKind {
    /// The object's media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Predictions => "text/csv; charset=utf-8",
            Self::Analysis => "application/json",
        }
    }
}

/// An object that a job made of a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Whose it is.
    pub user_id: UserId,
    /// What it was made of.
    pub dataset_id: DatasetId,
    /// The job that made it, whose id it has.
    pub job_id: JobId,
    /// What it is.
    pub kind: OutputKind,
    /// Length of its object in bytes.
    pub size_bytes: u64,
    /// When it was made.
    pub created_at: Timestamp,
}
