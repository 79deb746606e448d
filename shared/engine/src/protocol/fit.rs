//! From encoded rows to an estimator of the family asked for.

use std::ops::ControlFlow;

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use ndarray::{Array1, Array2};

use crate::fit::FitError;
use crate::linear::LinearFit;
use crate::metrics::Truth;
use crate::model::Estimator;
use crate::numeric::mean;
use crate::request::ModelSpec;

/// Class frequencies or the mean of the training part.
pub(super) fn baseline(truth: &Truth, classes: usize) -> Estimator {
    match truth {
        Truth::Values(values) => Estimator::Mean(mean(values)),
        Truth::Classes(rows) => {
            let mut counts = vec![0_u64; classes];
            for &class in rows {
                counts[class] += 1;
            }
            let total = rows.len() as f64;
            Estimator::Frequencies(
                counts
                    .into_iter()
                    .map(|count| count as f64 / total)
                    .collect(),
            )
        }
    }
}

/// Fits the estimator, and says when its solver stopped early.
pub(super) fn fit_estimator(
    model: &ModelSpec,
    encoded: Array2<f64>,
    truth: Truth,
    classes: usize,
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<(Estimator, Option<String>), FitError> {
    let linear = |fit: LinearFit| {
        (
            Estimator::Linear {
                weights: fit.weights,
                intercept: fit.intercept,
            },
            None,
        )
    };
    match (model, truth) {
        (ModelSpec::Linear(params), Truth::Values(values)) => params
            .fit(&DatasetBase::new(encoded, Array1::from(values)))
            .map(linear),
        (ModelSpec::Ridge(params), Truth::Values(values)) => params
            .fit(&DatasetBase::new(encoded, Array1::from(values)))
            .map(linear),
        (ModelSpec::Logistic(params), Truth::Classes(rows)) => {
            let dataset = DatasetBase::new(encoded, Array1::from(rows));
            let fit = params.check_ref()?.fit_watched(&dataset, classes, watch)?;
            let note = (!fit.converged).then(|| {
                format!(
                    "the solver stopped after {} iterations with a gradient of {:.1e}; raise \
                     max_iter or tol",
                    fit.iterations, fit.gradient
                )
            });
            let estimator = Estimator::Logistic {
                weights: fit.weights.iter().copied().collect(),
                intercepts: fit.intercepts,
            };
            Ok((estimator, note))
        }
        (ModelSpec::ElasticNet(params), Truth::Values(values)) => {
            let dataset = DatasetBase::new(encoded, Array1::from(values));
            let (fit, early) = params.fit(&dataset)?;
            let note = early.map(|off| {
                format!(
                    "the solver stopped after {} passes with {off:.1e} of the gradient left; raise \
                     max_iter or tol",
                    params.max_iter
                )
            });
            Ok((linear(fit).0, note))
        }
        (ModelSpec::NaiveBayes(params), Truth::Classes(rows)) => params
            .fit(&encoded, &rows, classes)
            .map(|fit| (Estimator::NaiveBayes(fit), None)),
        (ModelSpec::Knn(params), truth) => params
            .fit(&encoded, truth, classes)
            .map(|fit| (Estimator::Knn(fit), None)),
        (model, truth) => Err(FitError::WrongTask {
            model: model.model_type().name(),
            task: if matches!(truth, Truth::Values(_)) {
                "regression"
            } else {
                "classification"
            },
        }),
    }
}
