//! Scores of predictions on the held-out part.

mod bootstrap;
mod calibration;
mod compare;
mod confusion;
mod evaluate;
mod interval;
mod predictions;
mod ranking;
mod score;
mod types;

pub(crate) use compare::compare;
pub(crate) use evaluate::evaluate;
pub(crate) use interval::interval;
pub(crate) use predictions::{Predictions, Truth, most_probable};
pub(crate) use score::Scorer;
pub use types::{
    Calibration, CalibrationBin, ClassCurve, ClassReport, ClassificationMetrics, Comparison,
    ConfusionMatrix, CurvePoint, Interval, IntervalMethod, Metrics, RegressionMetrics,
    RegressionSample,
};
