//! Scores of predictions on the held-out part.

mod types;

pub use types::{
    ClassCurve, ClassReport, ClassificationMetrics, ConfusionMatrix, CurvePoint, Interval, Metrics,
    RegressionMetrics, RegressionSample,
};
