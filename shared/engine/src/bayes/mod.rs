//! Gaussian naive Bayes: within a class every number is normally distributed, independently of the others.

#[cfg(test)]
mod parity;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::fit::{BadParameter, BadParameters, ClassWeight, FitError};
use crate::numeric::softmax;

/// Hyperparameters of Gaussian naive Bayes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct NaiveBayesParams {
    /// This share of the largest variance of a column is added to every variance, 0 to 1.
    pub var_smoothing: f64,
    /// How much the rows of a class count: balanced classes have equal priors. Without it all rows count the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(extensions(("x-absent" = json!(true)))))]
    pub class_weight: Option<ClassWeight>,
}

impl Default for NaiveBayesParams {
    fn default() -> Self {
        Self {
            var_smoothing: 1e-9,
            class_weight: None,
        }
    }
}

/// A fitted Gaussian naive Bayes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct GaussianBayes {
    /// Share of each class.
    pub(crate) priors: Vec<f64>,
    /// Per class: the mean of each number.
    pub(crate) means: Vec<f64>,
    /// Per class: the variance of each number, above 0.
    pub(crate) variances: Vec<f64>,
}

impl NaiveBayesParams {
    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        let mut bad = Vec::new();
        if !(0.0..=1.0).contains(&self.var_smoothing) {
            bad.push(BadParameter::VarSmoothing(self.var_smoothing));
        }
        BadParameters::check(bad)
    }

    /// Fits to classes `0..count`. A class without rows is never predicted.
    pub(crate) fn fit(
        &self,
        records: &Array2<f64>,
        classes: &[usize],
        count: usize,
    ) -> Result<GaussianBayes, FitError> {
        self.check()?;
        let width = records.ncols();
        let rows = || {
            records
                .rows()
                .into_iter()
                .map(|row| row.to_slice().expect("encoded rows are contiguous"))
        };
        let mut sizes = vec![0_usize; count];
        for &class in classes {
            sizes[class] += 1;
        }
        let all = vec![0; classes.len()];
        let overall = moments(rows(), &all, width, &[classes.len()]).1;
        let widest = overall.iter().copied().fold(0.0, f64::max);
        // Without any smoothing a column that is constant within a class would divide by zero.
        let added = (self.var_smoothing * widest).max(f64::MIN_POSITIVE.sqrt());
        let (means, mut variances) = moments(rows(), classes, width, &sizes);
        for variance in &mut variances {
            *variance += added;
        }
        // All rows of a class weigh the same, so nothing else changes with the weights.
        let present = sizes.iter().filter(|size| **size > 0).count() as f64;
        let prior = |&size: &usize| match self.class_weight {
            None => size as f64 / classes.len() as f64,
            Some(ClassWeight::Balanced) => f64::from(u8::from(size > 0)) / present,
        };
        let priors = sizes.iter().map(prior).collect();
        let fit = GaussianBayes {
            priors,
            means,
            variances,
        };
        if fit.is_sound(width, count) {
            Ok(fit)
        } else {
            Err(FitError::NotFinite)
        }
    }
}

/// Means and variances within each group.
fn moments<'r>(
    rows: impl Iterator<Item = &'r [f64]> + Clone,
    groups: &[usize],
    width: usize,
    sizes: &[usize],
) -> (Vec<f64>, Vec<f64>) {
    let average = |values: &mut [f64]| {
        for (values, &size) in values.chunks_exact_mut(width).zip(sizes) {
            let size = size.max(1) as f64;
            values.iter_mut().for_each(|value| *value /= size);
        }
    };
    let mut means = vec![0.0; width * sizes.len()];
    for (row, &group) in rows.clone().zip(groups) {
        let means = &mut means[group * width..][..width];
        means.iter_mut().zip(row).for_each(|(mean, x)| *mean += x);
    }
    average(&mut means);
    let mut variances = vec![0.0; width * sizes.len()];
    for (row, &group) in rows.zip(groups) {
        let means = &means[group * width..][..width];
        let variances = &mut variances[group * width..][..width];
        for ((variance, x), mean) in variances.iter_mut().zip(row).zip(means) {
            *variance += (x - mean) * (x - mean);
        }
    }
    average(&mut variances);
    (means, variances)
}

impl GaussianBayes {
    /// The probability of each class, row by row.
    pub(crate) fn predict<'r>(&self, rows: impl Iterator<Item = &'r [f64]>) -> Vec<f64> {
        let width = self.means.len() / self.priors.len();
        let constants = self.constants();
        let mut probabilities = Vec::new();
        for row in rows {
            let start = probabilities.len();
            for (class, constant) in constants.iter().enumerate() {
                let means = &self.means[class * width..][..width];
                let variances = &self.variances[class * width..][..width];
                let mut exponent = 0.0;
                for ((x, mean), variance) in row.iter().zip(means).zip(variances) {
                    exponent += (x - mean) * (x - mean) / variance;
                }
                // A class without rows has the logarithm of zero.
                probabilities.push((constant - 0.5 * exponent).max(f64::MIN));
            }
            softmax(&mut probabilities[start..]);
        }
        probabilities
    }

    /// Per class what does not depend on the row: ln prior − ½ Σ ln(2π variance). Minus infinity for a
    /// class without rows.
    pub(crate) fn constants(&self) -> Vec<f64> {
        let width = self.means.len() / self.priors.len();
        let logarithm = |variance| libm::log(2.0 * std::f64::consts::PI * variance);
        let sums = self
            .variances
            .chunks_exact(width)
            .map(|variances| variances.iter().map(logarithm).sum::<f64>());
        self.priors
            .iter()
            .zip(sums)
            .map(|(prior, sum)| libm::log(*prior) - 0.5 * sum)
            .collect()
    }

    /// Whether the parts fit together and hold finite numbers.
    pub(crate) fn is_sound(&self, width: usize, labels: usize) -> bool {
        let cells = labels.checked_mul(width);
        labels >= 2
            && self.priors.len() == labels
            && cells == Some(self.means.len())
            && cells == Some(self.variances.len())
            && self.priors.iter().all(|prior| (0.0..=1.0).contains(prior))
            && self.means.iter().all(|mean| mean.is_finite())
            && self.variances.iter().all(|v| v.is_finite() && *v > 0.0)
    }
}
