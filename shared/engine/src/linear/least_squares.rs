//! Ordinary least squares and ridge regression.
//!
//! The normal equations of the centred data are solved by Cholesky's method when they are well
//! conditioned; otherwise, as with one-hot columns that add up to 1, an orthogonal decomposition of the
//! data gives the solution of smallest norm.

use linfa::DatasetView;
use linfa::traits::Fit;
use ndarray::{ArrayView1, ArrayView2, Ix1};

use super::orthogonal;
use super::params::{LinearParams, RidgeValidParams};
use crate::fit::FitError;
use crate::numeric::{add_scaled, dot, mean};

/// Cholesky's method is trusted while no pivot is smaller than this share of its diagonal element: the
/// solution then keeps about eight digits, and a refinement restores the rest.
const SMALLEST_PIVOT: f64 = 1e-8;

/// A fitted linear function.
#[derive(Clone, Debug)]
pub(crate) struct LinearFit {
    pub(crate) weights: Vec<f64>,
    pub(crate) intercept: f64,
}

/// Rows and the number of each.
pub(super) type NumberDataset<'a> = DatasetView<'a, f64, f64, Ix1>;

impl<'a> Fit<ArrayView2<'a, f64>, ArrayView1<'a, f64>, FitError> for LinearParams {
    type Object = LinearFit;

    fn fit(&self, dataset: &NumberDataset<'a>) -> Result<LinearFit, FitError> {
        solve(dataset, 0.0, self.fit_intercept)
    }
}

impl<'a> Fit<ArrayView2<'a, f64>, ArrayView1<'a, f64>, FitError> for RidgeValidParams {
    type Object = LinearFit;

    fn fit(&self, dataset: &NumberDataset<'a>) -> Result<LinearFit, FitError> {
        solve(dataset, self.alpha, self.fit_intercept)
    }
}

fn solve(
    dataset: &NumberDataset<'_>,
    alpha: f64,
    fit_intercept: bool,
) -> Result<LinearFit, FitError> {
    let Centered { x, y, means } = Centered::new(dataset, fit_intercept);
    let features = means.x.len();
    let weights = match by_cholesky(&x, &y, features, alpha) {
        Some(weights) => weights,
        None => by_decomposition(x, y, features, alpha),
    };
    means.finish(weights)
}

/// Rows and targets, less their means when there is an intercept.
pub(super) struct Centered {
    pub(super) x: Vec<f64>,
    pub(super) y: Vec<f64>,
    pub(super) means: Means,
}

/// What was taken off.
pub(super) struct Means {
    x: Vec<f64>,
    y: f64,
}

impl Centered {
    pub(super) fn new(dataset: &NumberDataset<'_>, fit_intercept: bool) -> Self {
        let (rows, features) = dataset.records.dim();
        let mut x: Vec<f64> = dataset.records.iter().copied().collect();
        let mut y = dataset.targets.to_vec();
        let mut means = Means {
            x: vec![0.0; features],
            y: 0.0,
        };
        if fit_intercept {
            for row in x.chunks_exact(features) {
                add_scaled(&mut means.x, 1.0 / rows as f64, row);
            }
            for row in x.chunks_exact_mut(features) {
                add_scaled(row, -1.0, &means.x);
            }
            means.y = mean(&y);
            y.iter_mut().for_each(|value| *value -= means.y);
        }
        Self { x, y, means }
    }
}

impl Means {
    /// The linear function with these weights that meets the means.
    pub(super) fn finish(&self, weights: Vec<f64>) -> Result<LinearFit, FitError> {
        let intercept = self.y - dot(&self.x, &weights);
        if intercept.is_finite() && weights.iter().all(|weight| weight.is_finite()) {
            Ok(LinearFit { weights, intercept })
        } else {
            Err(FitError::NotFinite)
        }
    }
}

/// Solves `(XᵀX + α I) w = Xᵀy`; `None` when the matrix is singular or nearly so.
fn by_cholesky(x: &[f64], y: &[f64], features: usize, alpha: f64) -> Option<Vec<f64>> {
    let mut gram = gram(x, features);
    for diagonal in 0..features {
        gram[diagonal * features + diagonal] += alpha;
    }
    factorize(&mut gram, features)?;
    let mut weights = substitute(&gram, gradient(x, y, &vec![0.0; features], alpha));
    // One refinement: solve again for what the first solution leaves over.
    let correction = substitute(&gram, gradient(x, y, &weights, alpha));
    add_scaled(&mut weights, 1.0, &correction);
    Some(weights)
}

/// `Xᵀ(y − X w) − α w`.
pub(super) fn gradient(x: &[f64], y: &[f64], weights: &[f64], alpha: f64) -> Vec<f64> {
    let mut result: Vec<f64> = weights.iter().map(|weight| -alpha * weight).collect();
    for (row, y) in x.chunks_exact(weights.len()).zip(y) {
        add_scaled(&mut result, y - dot(row, weights), row);
    }
    result
}

/// The upper triangle of `XᵀX`, four rows at a time.
pub(super) fn gram(x: &[f64], features: usize) -> Vec<f64> {
    let mut gram = vec![0.0; features * features];
    let mut blocks = x.chunks_exact(4 * features);
    for block in &mut blocks {
        let (a, rest) = block.split_at(features);
        let (b, rest) = rest.split_at(features);
        let (c, d) = rest.split_at(features);
        for i in 0..features {
            let out = &mut gram[i * features + i..(i + 1) * features];
            let columns = a[i..].iter().zip(&b[i..]).zip(&c[i..]).zip(&d[i..]);
            for (out, (((ax, bx), cx), dx)) in out.iter_mut().zip(columns) {
                *out += (a[i] * ax + b[i] * bx) + (c[i] * cx + d[i] * dx);
            }
        }
    }
    for row in blocks.remainder().chunks_exact(features) {
        for i in 0..features {
            add_scaled(
                &mut gram[i * features + i..(i + 1) * features],
                row[i],
                &row[i..],
            );
        }
    }
    gram
}

/// Replaces the upper triangle of a matrix by its Cholesky factor `U`, with `A = UᵀU`.
fn factorize(a: &mut [f64], size: usize) -> Option<()> {
    let scale: Vec<f64> = (0..size).map(|i| a[i * size + i]).collect();
    for i in 0..size {
        let (above, rest) = a.split_at_mut(i * size);
        let row = &mut rest[i..size];
        for k in 0..i {
            let upper = &above[k * size + i..(k + 1) * size];
            add_scaled(row, -upper[0], upper);
        }
        let pivot = row[0];
        if pivot.is_nan() || pivot <= SMALLEST_PIVOT * scale[i] {
            return None;
        }
        let root = pivot.sqrt();
        row.iter_mut().for_each(|value| *value /= root);
    }
    Some(())
}

/// Solves `UᵀU w = b`.
fn substitute(upper: &[f64], mut b: Vec<f64>) -> Vec<f64> {
    let size = b.len();
    for i in 0..size {
        let row = &upper[i * size + i..(i + 1) * size];
        b[i] /= row[0];
        let known = b[i];
        add_scaled(&mut b[i + 1..], -known, &row[1..]);
    }
    for i in (0..size).rev() {
        let row = &upper[i * size + i..(i + 1) * size];
        b[i] = (b[i] - dot(&row[1..], &b[i + 1..])) / row[0];
    }
    b
}

/// The solution of smallest norm; a penalty becomes further rows `√α I` with target 0.
fn by_decomposition(mut x: Vec<f64>, mut y: Vec<f64>, features: usize, alpha: f64) -> Vec<f64> {
    if alpha > 0.0 {
        let start = x.len();
        x.resize(start + features * features, 0.0);
        for diagonal in 0..features {
            x[start + diagonal * features + diagonal] = alpha.sqrt();
        }
        y.resize(y.len() + features, 0.0);
    }
    orthogonal::least_norm(&x, &y, features)
}
