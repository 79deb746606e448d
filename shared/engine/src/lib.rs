//! Stint's engine: CSV bytes and parameters in; a model, its metrics and a report out.
//!
//! The crate is pure. It knows no network, clock, environment, global randomness or thread count, so the
//! same bytes and parameters give the same model, byte for byte, wherever it is compiled.
//!
//! The way through it:
//! 1. [`profile_csv`] checks a CSV against [`CsvRules`] and says what is in it.
//! 2. [`TrainRequest::resolve`] turns what a user asked for into a [`TrainSpec`] in which nothing is left
//!    implicit, needing only [`Profile::schema`], not the file.
//! 3. [`train_with_fallback`] reads the file, holds rows back, fits, and measures: an [`Outcome`].
//! 4. [`Model::to_bytes`], [`Model::from_bytes`] and [`Model::predict`] store, load and use the result.
//!
//! ```
//! use std::ops::ControlFlow;
//! use stint_engine::{CsvRules, TrainRequest, profile_csv, train_with_fallback};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let csv = b"size,colour,kind\n1,red,a\n2,red,a\n8,blue,b\n9,blue,b\n2,red,a\n7,blue,b\n";
//! let rules = CsvRules::default();
//! let profile = profile_csv(csv, &rules)?;
//! let request = TrainRequest::default();
//! let spec = request.resolve(&profile.schema(), profile.rows).map_err(|errors| errors[0].clone())?;
//! let outcome = train_with_fallback(csv, &rules, &spec, &mut |_| ControlFlow::Continue(()))?;
//! assert_eq!(outcome.report.labels, ["a", "b"]);
//! # Ok(())
//! # }
//! ```
//!
//! The rooms: `csv` reads and types cells; `profile` describes them; `analyze` says how columns, target and versions of a
//! table hang together; `request` resolves parameters;
//! `prepare` turns columns into numbers; `linear`, `bayes`, `neighbors`, `svm` and `ensembles` (over the core in
//! [`trees`]) fit; `search` finds the best of them; `metrics` scores; `explain` says which columns matter; `protocol` is the order
//! of it all; `model` and `report` are what comes out, `scoring` applies a model to a file, `onnx` writes it for other runtimes.

mod analyze;
mod bayes;
mod csv;
mod ensembles;
mod explain;
mod fit;
mod hash;
mod linear;
mod metrics;
mod model;
mod neighbors;
mod numeric;
mod onnx;
mod parallel;
#[cfg(test)]
mod parity;
mod prepare;
mod profile;
mod protocol;
mod random;
mod report;
mod request;
mod scoring;
mod search;
mod svm;
pub mod trees;

pub use crate::analyze::{
    Analysis, AnalysisError, AssociationMeasure, CategoricalDrift, ColumnDrift, Correlation,
    Correlations, Drift, DriftLevel, DuplicateRow, Duplicates, KindChange, MeasuredColumn,
    NumericDrift, OmissionReason, OmittedColumn, TableSide, TargetAnalysis, TargetAssociation,
    analyze_csv,
};
pub use crate::bayes::NaiveBayesParams;
pub use crate::csv::{CsvError, CsvHead, CsvRow, CsvRows, CsvRule, CsvRules};
pub use crate::ensembles::{
    DecisionTreeParams, FeatureRule, GradientBoostingParams, LearningPoint, RandomForestParams,
    SplitFeatures,
};
pub use crate::explain::{
    Contribution, DependencePoint, DependenceValue, Explanation, OutputUnit, PartialDependence,
};
pub use crate::fit::{BadParameter, BadParameters, ClassWeight};
pub use crate::linear::{
    ElasticNetParams, LinearParams, LogisticParams, LogisticValidParams, RidgeParams,
    RidgeValidParams,
};
pub use crate::metrics::{
    Calibration, CalibrationBin, ClassCurve, ClassReport, ClassificationMetrics, Comparison,
    ConfusionMatrix, CurvePoint, Interval, IntervalMethod, Metrics, RegressionMetrics,
    RegressionSample,
};
pub use crate::model::{ExplainError, Model, ModelError, ModelInput, Prediction};
pub use crate::neighbors::{KnnParams, NeighborWeights};
pub use crate::onnx::OnnxError;
pub use crate::profile::{
    ColumnKind, ColumnProfile, ColumnSchema, Histogram, NumericSummary, Profile, Quantiles,
    TargetSuggestion, ValueCount, Warning, WarningKind, profile_csv,
};
pub use crate::protocol::{
    Observer, Outcome, Progress, Rejection, RejectionKind, Stage, TrainError, train,
    train_baseline, train_with_fallback,
};
pub use crate::report::{CrossValidation, DroppedColumn, FeatureImportance, Report, Verdict};
pub use crate::request::{
    FeatureSelection, Metric, Mode, ModelSpec, ModelType, ParameterError, Task, TrainRequest,
    TrainSpec, run_key,
};
pub use crate::scoring::{
    CellFault, PredictionCsv, ScoredCsv, ScoredRows, Scorer, ScoringColumns, ScoringError,
    score_csv,
};
pub use crate::search::{AutoParams, Search, Trial, TrialState};
pub use crate::svm::{Gamma, GammaRule, SvmKernel, SvmParams};

/// The version of this crate. It is part of every run key: a new engine may give other models.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
