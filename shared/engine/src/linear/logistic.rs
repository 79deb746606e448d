//! Logistic regression, binary and multinomial, with an L2 penalty.
//!
//! Minimises `mean log loss + ‖w‖² / (2 C n)`, which is scikit-learn's objective divided by `C n`; the
//! intercepts are not penalised. Two classes share one weight vector, more have one each.

use std::ops::ControlFlow;

use linfa::DatasetView;
use ndarray::{Array2, Ix1};

use super::lbfgs::{Failure, minimize};
use super::params::LogisticValidParams;
use crate::fit::{FitError, row_weights};
use crate::numeric::{add_scaled, dot, sigmoid, softmax};

/// Rows and the class of each, counted from 0.
type ClassDataset<'a> = DatasetView<'a, f64, usize, Ix1>;

/// A fitted logistic regression.
#[derive(Clone, Debug)]
pub(crate) struct LogisticFit {
    /// Per class (one row for two classes): a weight per feature.
    pub(crate) weights: Array2<f64>,
    /// Per row of the weights.
    pub(crate) intercepts: Vec<f64>,
    pub(crate) iterations: u32,
    pub(crate) converged: bool,
    /// Largest component of the gradient at the end.
    pub(crate) gradient: f64,
}

impl LogisticValidParams {
    /// Fits to classes `0..classes`. `watch` is told the iteration.
    pub(crate) fn fit_watched(
        &self,
        dataset: &ClassDataset<'_>,
        classes: usize,
        mut watch: impl FnMut(u32) -> ControlFlow<()>,
    ) -> Result<LogisticFit, FitError> {
        let (rows, features) = dataset.records.dim();
        let vectors = if classes == 2 { 1 } else { classes };
        let penalty = 1.0 / (self.c * rows as f64);
        let records = dataset.records.as_standard_layout();
        let targets = dataset.targets.as_slice().expect("targets are contiguous");
        let objective = Objective {
            records: records.as_slice().expect("standard layout is contiguous"),
            classes: targets,
            weights: row_weights(self.class_weight, targets, classes),
            features,
            vectors,
            penalty,
            fit_intercept: self.fit_intercept,
        };
        let start = vec![0.0; vectors * (features + 1)];
        let mut scores = vec![0.0; vectors];
        let minimum = minimize(
            |point, gradient| objective.evaluate(point, gradient, &mut scores),
            start,
            self.max_iter,
            self.tol,
            |iteration, _| watch(iteration),
        )
        .map_err(|failure| match failure {
            Failure::NotFinite => FitError::NotFinite,
            Failure::Cancelled => FitError::Cancelled,
        })?;
        if minimum.point.iter().any(|weight| !weight.is_finite()) {
            return Err(FitError::NotFinite);
        }
        let (weights, intercepts) = minimum.point.split_at(vectors * features);
        Ok(LogisticFit {
            weights: Array2::from_shape_vec((vectors, features), weights.to_vec())
                .expect("one weight per class and feature"),
            intercepts: intercepts.to_vec(),
            iterations: minimum.iterations,
            converged: minimum.converged,
            gradient: minimum.gradient,
        })
    }
}

/// What is minimised. A point holds the weights of each vector, then the intercepts.
struct Objective<'a> {
    records: &'a [f64],
    classes: &'a [usize],
    /// Of each row; `None` when all count the same.
    weights: Option<Vec<f64>>,
    features: usize,
    vectors: usize,
    penalty: f64,
    fit_intercept: bool,
}

impl Objective<'_> {
    fn evaluate(&self, point: &[f64], gradient: &mut [f64], scores: &mut [f64]) -> f64 {
        let split = self.vectors * self.features;
        let (weights, intercepts) = point.split_at(split);
        gradient.fill(0.0);
        let (weight_gradient, intercept_gradient) = gradient.split_at_mut(split);
        let mut loss = 0.0;
        let rows = self.records.chunks_exact(self.features).zip(self.classes);
        for (index, (row, &class)) in rows.enumerate() {
            for (vector, score) in scores.iter_mut().enumerate() {
                let weights = &weights[vector * self.features..][..self.features];
                *score = dot(weights, row) + intercepts[vector];
            }
            let row_loss = residuals(scores, class);
            match &self.weights {
                None => loss += row_loss,
                Some(weights) => {
                    loss += weights[index] * row_loss;
                    scores.iter_mut().for_each(|score| *score *= weights[index]);
                }
            }
            for (vector, &residual) in scores.iter().enumerate() {
                let gradient = &mut weight_gradient[vector * self.features..][..self.features];
                add_scaled(gradient, residual, row);
                intercept_gradient[vector] += residual;
            }
        }
        let rows = self.classes.len() as f64;
        for (gradient, weight) in weight_gradient.iter_mut().zip(weights) {
            *gradient = *gradient / rows + self.penalty * weight;
        }
        for gradient in intercept_gradient {
            *gradient = if self.fit_intercept {
                *gradient / rows
            } else {
                0.0
            };
        }
        loss / rows + 0.5 * self.penalty * dot(weights, weights)
    }
}

/// Turns scores into `probability − truth` in place and returns the row's log loss. A single score is
/// that of class 1 against class 0.
fn residuals(scores: &mut [f64], class: usize) -> f64 {
    if let [score] = scores {
        let margin = if class == 1 { *score } else { -*score };
        *score = sigmoid(*score) - class as f64;
        // ln(1 + e^−margin) without overflow.
        return (-margin).max(0.0) + libm::log1p(libm::exp(-margin.abs()));
    }
    let truth = scores[class];
    let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    softmax(scores);
    // The largest score's probability is 1 / Σ e^(score − largest), so its logarithm gives the sum's.
    let log_total = -libm::log(scores.iter().copied().fold(0.0, f64::max));
    scores[class] -= 1.0;
    largest - truth + log_total
}
