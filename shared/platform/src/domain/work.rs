//! What a job does and what it makes, by its type.

use serde::{Deserialize, Serialize};

use super::{ArtifactId, Dataset, DatasetId, JobId, RunId};

/// What a job does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "job_type", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Work {
    /// Trains a model on a dataset.
    Train(Box<Training>),
    /// Predicts for every row of a dataset.
    Predict {
        /// What is asked.
        parameters: PredictParameters,
    },
    /// Analyzes a dataset, alone or against another.
    Analyze {
        /// What is asked.
        parameters: AnalyzeParameters,
    },
}

impl Work {
    /// The dataset that is read. What is made of it, models and runs excepted, goes with it.
    pub const fn dataset(&self) -> &DatasetRef {
        match self {
            Self::Train(training) => &training.parameters.dataset,
            Self::Predict { parameters } => &parameters.dataset,
            Self::Analyze { parameters } => &parameters.dataset,
        }
    }
}

/// A dataset as it was when a job was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DatasetRef {
    /// The dataset.
    pub dataset_id: DatasetId,
    /// Its name.
    pub dataset_name: String,
    /// Its version.
    pub dataset_version: u32,
    /// Lower-case hex SHA-256 of its content: what is worked on is held against it.
    pub dataset_sha256: String,
}

impl DatasetRef {
    /// A reference to a dataset; `None` unless its content is known, as that of a ready one is.
    pub fn to(dataset: &Dataset) -> Option<Self> {
        Some(Self {
            dataset_id: dataset.id,
            dataset_name: dataset.name.as_str().to_owned(),
            dataset_version: dataset.version,
            dataset_sha256: dataset.sha256.clone()?,
        })
    }
}

/// A training: the dataset named, and the ids of what it will make, drawn when the job is made, so
/// that a second delivery writes the same objects and records as the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Training {
    /// What is asked.
    pub parameters: TrainParameters,
    /// The run it will make.
    pub run_id: RunId,
    /// The model it will make.
    pub artifact_id: ArtifactId,
    /// Content key: SHA-256 over engine version, dataset and parameters.
    pub run_key: String,
}

impl Training {
    /// A training that will make this run and this model.
    pub fn new(run_id: RunId, artifact_id: ArtifactId, parameters: TrainParameters) -> Self {
        let dataset = &parameters.dataset;
        Self {
            run_key: stint_engine::run_key(&dataset.dataset_sha256, &parameters.spec),
            parameters,
            run_id,
            artifact_id,
        }
    }
}

/// What a TRAIN job trains, every parameter explicit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainParameters {
    /// What is trained on.
    #[serde(flatten)]
    pub dataset: DatasetRef,
    /// The engine's resolved parameters.
    pub spec: stint_engine::TrainSpec,
}

/// What a PREDICT job scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PredictParameters {
    /// What is predicted for.
    #[serde(flatten)]
    pub dataset: DatasetRef,
    /// Its data rows.
    pub rows: u64,
    /// The model.
    pub artifact_id: ArtifactId,
}

/// What an ANALYZE job looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnalyzeParameters {
    /// What is analyzed.
    #[serde(flatten)]
    pub dataset: DatasetRef,
    /// The column that the others are measured against.
    pub target: Option<String>,
    /// What it is compared with.
    pub compare_to: Option<DatasetRef>,
}

/// What a completed job made. Which of these it is follows from what the job does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum JobResult {
    /// Of a TRAIN job.
    Train(TrainResult),
    /// Of a PREDICT job.
    Predict(PredictResult),
    /// Of an ANALYZE job.
    Analyze(AnalyzeResult),
}

/// What a finished TRAIN job made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainResult {
    /// The run.
    pub run_id: RunId,
    /// Its model.
    pub artifact_id: ArtifactId,
    /// True if an earlier run with the same content key was found instead of training again.
    pub cached: bool,
    /// `light` or `heavy`: what was really done.
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
}

/// What a finished PREDICT job made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PredictResult {
    /// The predictions; they have the job's id.
    pub prediction_id: JobId,
    /// Rows predicted for.
    pub rows: u64,
    /// Length of the CSV in bytes.
    pub size_bytes: u64,
    /// Columns that the model takes and the dataset does not have: missing in every row.
    pub absent_columns: Vec<String>,
    /// Columns that the model does not know: they had no influence.
    pub unknown_columns: Vec<String>,
}

/// What a finished ANALYZE job made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnalyzeResult {
    /// The analysis; it has the job's id.
    pub analysis_id: JobId,
}
