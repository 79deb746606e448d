use serde::Serialize;
use stint_engine::{Mode, TrainSpec};
use utoipa::ToSchema;

use crate::domain::{AnalyzeParameters, DatasetRef, JobResult, PredictParameters, Work};
use crate::domain::{AnalyzeResult, PredictResult, TrainParameters, TrainResult};

/// What a job does, with which parameters, and what it made once it is completed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(tag = "job_type", rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = JobWork)]
pub enum JobWorkView {
    /// Trains a model.
    Train {
        /// What was asked for.
        parameters: TrainParametersView,
        /// The run and its model.
        result: Option<TrainResultView>,
    },
    /// Predicts for every row of a dataset.
    Predict {
        /// What was asked for.
        parameters: PredictParametersView,
        /// The predictions.
        result: Option<PredictResultView>,
    },
    /// Analyzes a dataset.
    Analyze {
        /// What was asked for.
        parameters: AnalyzeParametersView,
        /// The analysis.
        result: Option<AnalyzeResultView>,
    },
}

/// A dataset as it was when a job was made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = DatasetRef)]
pub struct DatasetRefView {
    /// The dataset.
    #[schema(format = "uuid")]
    pub dataset_id: String,
    /// Its name when the job was made.
    pub dataset_name: String,
    /// Its version when the job was made.
    pub dataset_version: u32,
}

/// What a TRAIN job was asked for, every default made explicit.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct TrainParametersView {
    /// What is trained on.
    #[serde(flatten)]
    pub dataset: DatasetRefView,
    /// What is trained, as it could be sent again.
    #[serde(flatten)]
    pub spec: TrainSpec,
}

/// What a PREDICT job was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PredictParametersView {
    /// What is predicted for.
    #[serde(flatten)]
    pub dataset: DatasetRefView,
    /// The model.
    #[schema(format = "uuid")]
    pub artifact_id: String,
}

/// What an ANALYZE job was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AnalyzeParametersView {
    /// What is analyzed.
    #[serde(flatten)]
    pub dataset: DatasetRefView,
    /// The column that the others are measured against.
    pub target: Option<String>,
    /// What it is compared with.
    pub compare_to: Option<DatasetRefView>,
}

/// What a finished ANALYZE job made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AnalyzeResultView {
    /// The analysis: `GET /api/ml/v1/analyses/{id}`. It goes with its dataset.
    #[schema(format = "uuid")]
    pub analysis_id: String,
}

/// What a finished TRAIN job made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct TrainResultView {
    /// The run.
    #[schema(format = "uuid")]
    pub run_id: String,
    /// Its model.
    #[schema(format = "uuid")]
    pub artifact_id: String,
    /// True if an earlier run with the same data, parameters and engine answered.
    pub cached: bool,
    /// What was really done.
    #[schema(value_type = Mode)]
    pub mode_used: String,
    /// Why it was not what was asked for, if it was not.
    pub fallback_reason: Option<String>,
}

/// What a finished PREDICT job made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PredictResultView {
    /// The predictions: `GET /api/ml/v1/predictions/{id}/download-url`. They go with their dataset.
    #[schema(format = "uuid")]
    pub prediction_id: String,
    /// Rows predicted for.
    pub rows: u64,
    /// Length of the CSV in bytes.
    pub size_bytes: u64,
    /// Columns that the model takes and the dataset does not have: missing in every row.
    pub absent_columns: Vec<String>,
    /// Columns that the model does not know: they had no influence.
    pub unknown_columns: Vec<String>,
}

impl JobWorkView {
    pub(super) fn new(work: Work, result: Option<JobResult>) -> Self {
        match work {
            Work::Train(training) => Self::Train {
                parameters: training.parameters.into(),
                result: match result {
                    Some(JobResult::Train(result)) => Some(result.into()),
                    _ => None,
                },
            },
            Work::Predict { parameters } => Self::Predict {
                parameters: parameters.into(),
                result: match result {
                    Some(JobResult::Predict(result)) => Some(result.into()),
                    _ => None,
                },
            },
            Work::Analyze { parameters } => Self::Analyze {
                parameters: parameters.into(),
                result: match result {
                    Some(JobResult::Analyze(result)) => Some(result.into()),
                    _ => None,
                },
            },
        }
    }
}

impl From<DatasetRef> for DatasetRefView {
    fn from(dataset: DatasetRef) -> Self {
        Self {
            dataset_id: dataset.dataset_id.to_string(),
            dataset_name: dataset.dataset_name,
            dataset_version: dataset.dataset_version,
        }
    }
}

impl From<TrainParameters> for TrainParametersView {
    fn from(parameters: TrainParameters) -> Self {
        Self {
            dataset: parameters.dataset.into(),
            spec: parameters.spec,
        }
    }
}

impl From<PredictParameters> for PredictParametersView {
    fn from(parameters: PredictParameters) -> Self {
        Self {
            dataset: parameters.dataset.into(),
            artifact_id: parameters.artifact_id.to_string(),
        }
    }
}

impl From<AnalyzeParameters> for AnalyzeParametersView {
    fn from(parameters: AnalyzeParameters) -> Self {
        Self {
            dataset: parameters.dataset.into(),
            target: parameters.target,
            compare_to: parameters.compare_to.map(DatasetRefView::from),
        }
    }
}

impl From<AnalyzeResult> for AnalyzeResultView {
    fn from(result: AnalyzeResult) -> Self {
        Self {
            analysis_id: result.analysis_id.to_string(),
        }
    }
}

impl From<TrainResult> for TrainResultView {
    fn from(result: TrainResult) -> Self {
        Self {
            run_id: result.run_id.to_string(),
            artifact_id: result.artifact_id.to_string(),
            cached: result.cached,
            mode_used: result.mode_used,
            fallback_reason: result.fallback_reason,
        }
    }
}

impl From<PredictResult> for PredictResultView {
    fn from(result: PredictResult) -> Self {
        Self {
            prediction_id: result.prediction_id.to_string(),
            rows: result.rows,
            size_bytes: result.size_bytes,
            absent_columns: result.absent_columns,
            unknown_columns: result.unknown_columns,
        }
    }
}
