//! Hyperparameters of support vector machines, named as scikit-learn names them.

use serde::{Deserialize, Serialize};

use super::kernel::Kernel;
use crate::fit::{BadParameter, BadParameters, ClassWeight};
use crate::numeric::{mean, squared_deviation};

/// How alike two rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SvmKernel {
    /// The product `a · b`.
    Linear,
    /// `exp(−gamma ‖a − b‖²)`.
    #[default]
    Rbf,
}

/// How quickly likeness falls with distance, by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GammaRule {
    /// One over the numbers of a row times the variance of all numbers.
    Scale,
    /// One over the numbers of a row.
    Auto,
}

/// How quickly likeness falls with distance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Gamma {
    /// By rule.
    Rule(GammaRule),
    /// As it is, above 0.
    Number(f64),
}

/// Hyperparameters of a support vector machine on the prepared numbers. It learns from at most 10,000 rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SvmParams {
    /// How alike two rows are.
    pub kernel: SvmKernel,
    /// What an error costs: the inverse weight of the penalty. Above 0. In a regression for a target that
    /// is measured in its standard deviations.
    #[serde(rename = "C")]
    pub c: f64,
    /// How quickly likeness falls with distance; of no meaning for the linear kernel.
    pub gamma: Gamma,
    /// Regression: errors up to this many standard deviations of the target cost nothing. At least 0.
    pub epsilon: f64,
    /// The solver stops when no pair of rows violates the optimality conditions by more. Above 0, below 1.
    pub tol: f64,
    /// Classification: how much the rows of a class count; without it all rows count the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(extensions(("x-absent" = json!(true)))))]
    pub class_weight: Option<ClassWeight>,
}

impl Default for SvmParams {
    fn default() -> Self {
        Self {
            kernel: SvmKernel::Rbf,
            c: 1.0,
            gamma: Gamma::Rule(GammaRule::Scale),
            epsilon: 0.1,
            tol: 1e-3,
            class_weight: None,
        }
    }
}

impl SvmParams {
    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        let mut bad = Vec::new();
        let positive = |value: f64| value.is_finite() && value > 0.0;
        if !positive(self.c) {
            bad.push(BadParameter::C(self.c));
        }
        if let Gamma::Number(gamma) = self.gamma
            && !positive(gamma)
        {
            bad.push(BadParameter::Gamma(gamma));
        }
        if !(self.epsilon.is_finite() && self.epsilon >= 0.0) {
            bad.push(BadParameter::Epsilon(self.epsilon));
        }
        if !(self.tol > 0.0 && self.tol < 1.0) {
            bad.push(BadParameter::Tol(self.tol));
        }
        BadParameters::check(bad)
    }

    /// The kernel for these records, rows of `width` numbers.
    pub(super) fn kernel(&self, records: &[f64], width: usize) -> Kernel {
        let each = 1.0 / width as f64;
        match (self.kernel, self.gamma) {
            (SvmKernel::Linear, _) => Kernel::Linear,
            (SvmKernel::Rbf, Gamma::Number(gamma)) => Kernel::Rbf { gamma },
            (SvmKernel::Rbf, Gamma::Rule(GammaRule::Auto)) => Kernel::Rbf { gamma: each },
            (SvmKernel::Rbf, Gamma::Rule(GammaRule::Scale)) => {
                let variance =
                    squared_deviation(records, mean(records)) / records.len().max(1) as f64;
                // Numbers that are all the same tell no rows apart, whatever gamma is.
                let gamma = if variance > 0.0 {
                    each / variance
                } else {
                    each
                };
                Kernel::Rbf { gamma }
            }
        }
    }
}
