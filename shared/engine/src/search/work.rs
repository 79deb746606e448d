//! Work in numbers read, which unlike time is the same on every machine.

use crate::request::ModelSpec;
use crate::svm::MAX_ROWS as SVM_ROWS;

/// Passes over the rows that a logistic regression takes, roughly.
const LOGISTIC_PASSES: u64 = 128;

/// Rows of the kernel matrix that a support vector machine and its cross-validation read per row, roughly.
const SVM_PASSES: u64 = 24;

/// How deep trees grow, roughly.
const DEPTH: u64 = 12;

/// The work of fitting a model to rows of `width` numbers and as many `classes` (0 for regression), and of
/// predicting a quarter as many rows.
pub(crate) fn fit_work(model: &ModelSpec, rows: usize, width: usize, classes: usize) -> u64 {
    let (rows, width, classes) = (rows as u64, width as u64, classes as u64);
    let once = rows.saturating_mul(width.max(1));
    match model {
        ModelSpec::Baseline {} | ModelSpec::Auto(_) => rows,
        ModelSpec::Linear(_) | ModelSpec::Ridge(_) | ModelSpec::ElasticNet(_) => {
            once.saturating_mul(width)
        }
        ModelSpec::Logistic(_) => {
            let vectors = if classes == 2 { 1 } else { classes };
            once.saturating_mul(LOGISTIC_PASSES * vectors)
        }
        ModelSpec::NaiveBayes(_) => once.saturating_mul(classes),
        ModelSpec::Knn(_) => once.saturating_mul(rows / 4),
        // Beyond that it cannot be fitted.
        ModelSpec::Svm(_) if rows > SVM_ROWS as u64 => u64::MAX,
        ModelSpec::Svm(_) => {
            let pairs = if classes > 2 { 2 } else { 1 };
            rows.saturating_mul(rows)
                .saturating_mul((width + SVM_PASSES) * pairs)
        }
        ModelSpec::DecisionTree(_) => once.saturating_mul(DEPTH),
        ModelSpec::RandomForest(params) => {
            let tried = once / width.max(1) * width.isqrt().max(1);
            tried.saturating_mul(DEPTH * u64::from(params.n_estimators))
        }
        // Each round reads gradients as well, and with sibling subtraction fewer than half of the rows at
        // each depth.
        ModelSpec::GradientBoosting(params) => {
            let trees = u64::from(params.max_iter) * if classes > 2 { classes } else { 1 };
            once.saturating_mul(trees.saturating_mul(DEPTH / 4))
        }
    }
}
