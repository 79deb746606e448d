//! Work in numbers read, which unlike time is the same on every machine.

use crate::request::ModelSpec;

/// Passes over the rows that a logistic regression takes, roughly.
const LOGISTIC_PASSES: u64 = 128;

/// The work of fitting a model to rows of `width` numbers and as many `classes` (0 for regression), and of
/// predicting a quarter as many rows.
pub(crate) fn fit_work(model: &ModelSpec, rows: usize, width: usize, classes: usize) -> u64 {
    let (rows, width, classes) = (rows as u64, width as u64, classes as u64);
    let once = rows.saturating_mul(width.max(1));
    match model {
        ModelSpec::Baseline {} => rows,
        ModelSpec::Linear(_) | ModelSpec::Ridge(_) | ModelSpec::ElasticNet(_) => {
            once.saturating_mul(width)
        }
        ModelSpec::Logistic(_) => {
            let vectors = if classes == 2 { 1 } else { classes };
            once.saturating_mul(LOGISTIC_PASSES * vectors)
        }
        ModelSpec::NaiveBayes(_) => once.saturating_mul(classes),
        ModelSpec::Knn(_) => once.saturating_mul(rows / 4),
    }
}
