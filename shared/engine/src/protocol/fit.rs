//! From encoded rows to an estimator of the family asked for.

use std::ops::ControlFlow;

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use ndarray::{Array2, ArrayView1};

use super::pipeline::{Learnt, Source};
use crate::ensembles::{MAX_STORED, feature_kinds, leaf_limit, stored_bytes, with_matrix};
use crate::fit::{FitError, row_weights};
use crate::linear::LinearFit;
use crate::metrics::Truth;
use crate::model::Estimator;
use crate::numeric::mean;
use crate::parallel::threads;
use crate::request::{ModelSpec, Task};
use crate::trees::{self, FeatureKind, Target, TreeEnsemble};

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
    source: &Source<'_>,
    model: &ModelSpec,
    learnt: &Learnt,
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<(Estimator, Option<String>), FitError> {
    let Learnt { encoded, truth, .. } = learnt;
    let classes = source.target.labels.len();
    if model.reads_columns_natively() {
        let kinds = feature_kinds(&learnt.preparation);
        let ensemble = fit_trees(
            model,
            (encoded, truth),
            &kinds,
            (classes, source.seed),
            watch,
        )?;
        return Ok((Estimator::Trees(ensemble), None));
    }
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
            .fit(&DatasetBase::new(encoded.view(), ArrayView1::from(values)))
            .map(linear),
        (ModelSpec::Ridge(params), Truth::Values(values)) => params
            .fit(&DatasetBase::new(encoded.view(), ArrayView1::from(values)))
            .map(linear),
        (ModelSpec::Logistic(params), Truth::Classes(rows)) => {
            let dataset = DatasetBase::new(encoded.view(), ArrayView1::from(rows));
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
            let dataset = DatasetBase::new(encoded.view(), ArrayView1::from(values));
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
            .fit(encoded, rows, classes)
            .map(|fit| (Estimator::NaiveBayes(fit), None)),
        (ModelSpec::Knn(params), truth) => params
            .fit(encoded, truth.clone(), classes)
            .map(|fit| (Estimator::Knn(fit), None)),
        (ModelSpec::Svm(params), truth) => params.fit(encoded, truth, classes, watch),
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

/// Grows the trees of any family of trees.
fn fit_trees(
    model: &ModelSpec,
    (encoded, truth): (&Array2<f64>, &Truth),
    kinds: &[FeatureKind],
    (classes, seed): (usize, u64),
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<TreeEnsemble, FitError> {
    let codes: Vec<u32> = match truth {
        Truth::Classes(rows) => rows.iter().map(|&class| class as u32).collect(),
        Truth::Values(_) => Vec::new(),
    };
    let (target, task) = match truth {
        Truth::Classes(_) => {
            let target = Target::Classes {
                codes: &codes,
                classes,
            };
            (target, Task::Classification)
        }
        Truth::Values(values) => (Target::Values(values), Task::Regression),
    };
    let weights = |class_weight| match truth {
        Truth::Classes(rows) => row_weights(class_weight, rows, classes),
        Truth::Values(_) => None,
    };
    let mut observer = |done: usize, _: usize| watch(done as u32);
    let ensemble = with_matrix(encoded, kinds, |matrix| match model {
        ModelSpec::DecisionTree(params) => {
            let weights = weights(params.class_weight);
            let mut params = params.core(seed);
            params.max_leaf_nodes = params
                .max_leaf_nodes
                .or_else(|| leaf_limit(1, classes.max(1), matrix));
            trees::fit_decision_tree(matrix, target, weights.as_deref(), &params, threads())
        }
        ModelSpec::RandomForest(params) => {
            let weights = weights(params.class_weight);
            let mut params = params.core(task, seed);
            params.tree.max_leaf_nodes = params
                .tree
                .max_leaf_nodes
                .or_else(|| leaf_limit(params.n_estimators, classes.max(1), matrix));
            trees::fit_random_forest(
                matrix,
                target,
                weights.as_deref(),
                &params,
                threads(),
                &mut observer,
            )
        }
        ModelSpec::GradientBoosting(params) => trees::fit_gradient_boosting(
            matrix,
            target,
            weights(params.class_weight).as_deref(),
            &params.core(seed),
            threads(),
            &mut observer,
        )
        .map(|fit| fit.ensemble),
        _ => Err(trees::TreeError::Empty),
    })?;
    let bytes = stored_bytes(&ensemble);
    if bytes > MAX_STORED {
        return Err(FitError::TooLarge(format!(
            "the trees would take {} MiB, at most {} are allowed: raise min_samples_leaf, or lower \
             max_depth or the number of trees",
            bytes >> 20,
            MAX_STORED >> 20
        )));
    }
    Ok(ensemble)
}
