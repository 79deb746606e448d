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

mod csv;
mod explain;
mod hash;
mod linear;
mod metrics;
mod model;
mod numeric;
mod prepare;
mod profile;
mod protocol;
mod random;
mod report;
mod request;

pub use crate::csv::{CsvError, CsvRule, CsvRules};
pub use crate::linear::{
    BadParameter, BadParameters, LinearParams, LogisticParams, LogisticValidParams, RidgeParams,
    RidgeValidParams,
};
pub use crate::metrics::{
    ClassCurve, ClassReport, ClassificationMetrics, ConfusionMatrix, CurvePoint, Interval,
    IntervalMethod, Metrics, RegressionMetrics, RegressionSample,
};
pub use crate::model::{Model, ModelError, Prediction};
pub use crate::profile::{
    ColumnKind, ColumnProfile, ColumnSchema, Histogram, NumericSummary, Profile, Quantiles,
    TargetSuggestion, ValueCount, Warning, WarningKind, profile_csv,
};
pub use crate::protocol::{
    Observer, Outcome, Progress, Rejection, RejectionKind, Stage, TrainError, train,
    train_baseline, train_with_fallback,
};
pub use crate::report::{CrossValidation, DroppedColumn, FeatureImportance, Report};
pub use crate::request::{
    FeatureSelection, Metric, Mode, ModelSpec, ModelType, ParameterError, Task, TrainRequest,
    TrainSpec, run_key,
};

/// The version of this crate. It is part of every run key: a new engine may give other models.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
