//! Least squares with a penalty on squares and on absolute values (Zou and Hastie 2005), by coordinate
//! descent on the products of the columns (Friedman, Hastie and Tibshirani, *Regularization Paths for
//! Generalized Linear Models via Coordinate Descent*, 2010).

use serde::{Deserialize, Serialize};

use super::LinearFit;
use super::least_squares::{Centered, NumberDataset, gradient, gram};
use crate::fit::{BadParameter, BadParameters, FitError, MAX_ITERATIONS};
use crate::numeric::add_scaled;

/// Hyperparameters of an elastic net. What is minimised over `n` rows, as in scikit-learn, is
/// `‖y − X w‖² / 2n + alpha · (l1_ratio · ‖w‖₁ + ½ (1 − l1_ratio) · ‖w‖²)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ElasticNetParams {
    /// Weight of the penalty, at least 0.
    pub alpha: f64,
    /// Share of the penalty on absolute values, 0 to 1; 1 is the lasso.
    pub l1_ratio: f64,
    /// Whether a constant, which is not penalised, is added.
    pub fit_intercept: bool,
    /// Most passes over the columns.
    pub max_iter: u32,
    /// The solver stops when no component of the gradient is further from an optimum's than this share
    /// of the steepest one at zero.
    pub tol: f64,
}

impl Default for ElasticNetParams {
    fn default() -> Self {
        Self {
            alpha: 1.0,
            l1_ratio: 0.5,
            fit_intercept: true,
            max_iter: 1000,
            tol: 1e-4,
        }
    }
}

impl ElasticNetParams {
    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        let mut bad = Vec::new();
        if !(self.alpha.is_finite() && self.alpha >= 0.0) {
            bad.push(BadParameter::Alpha(self.alpha));
        }
        if !(0.0..=1.0).contains(&self.l1_ratio) {
            bad.push(BadParameter::L1Ratio(self.l1_ratio));
        }
        if !(1..=MAX_ITERATIONS).contains(&self.max_iter) {
            bad.push(BadParameter::MaxIter(self.max_iter));
        }
        if !(self.tol > 0.0 && self.tol < 1.0) {
            bad.push(BadParameter::Tol(self.tol));
        }
        BadParameters::check(bad)
    }

    /// Fits; the second value says how far from the optimum the solver stopped, when it stopped early.
    pub(crate) fn fit(
        &self,
        dataset: &NumberDataset<'_>,
    ) -> Result<(LinearFit, Option<f64>), FitError> {
        self.check()?;
        let Centered { x, y, means } = Centered::new(dataset, self.fit_intercept);
        let (rows, features) = dataset.records.dim();
        let gram = symmetric(gram(&x, features), features);
        // The gradient of half the squared error, with the sign turned: Xᵀ(y − X w).
        let mut slope = gradient(&x, &y, &vec![0.0; features], 0.0);
        let absolute = self.alpha * self.l1_ratio * rows as f64;
        let square = self.alpha * (1.0 - self.l1_ratio) * rows as f64;
        let steepest = slope.iter().fold(0.0, |most: f64, s| most.max(s.abs()));
        if !steepest.is_finite() {
            return Err(FitError::NotFinite);
        }
        let mut weights = vec![0.0; features];
        let mut off = f64::INFINITY;
        for _ in 0..self.max_iter {
            for column in 0..features {
                let products = &gram[column * features..][..features];
                let old = weights[column];
                let curvature = products[column];
                // A column that is constant, or nothing but zeros, says nothing.
                if curvature == 0.0 {
                    continue;
                }
                let pull = slope[column] + curvature * old;
                let new = pull.signum() * (pull.abs() - absolute).max(0.0) / (curvature + square);
                if new != old {
                    add_scaled(&mut slope, old - new, products);
                    weights[column] = new;
                }
            }
            off = violation(&slope, &weights, absolute, square);
            if off <= self.tol * steepest {
                return Ok((means.finish(weights)?, None));
            }
        }
        Ok((means.finish(weights)?, Some(off / steepest)))
    }
}

/// How far the gradient is from one of an optimum (Karush, Kuhn and Tucker's conditions).
fn violation(slope: &[f64], weights: &[f64], absolute: f64, square: f64) -> f64 {
    let one = |(slope, weight): (&f64, &f64)| {
        if *weight == 0.0 {
            (slope.abs() - absolute).max(0.0)
        } else {
            (slope - square * weight - absolute * weight.signum()).abs()
        }
    };
    slope.iter().zip(weights).map(one).fold(0.0, f64::max)
}

/// The whole matrix of which the upper triangle is given.
fn symmetric(mut matrix: Vec<f64>, size: usize) -> Vec<f64> {
    for row in 1..size {
        for column in 0..row {
            matrix[row * size + column] = matrix[column * size + row];
        }
    }
    matrix
}
