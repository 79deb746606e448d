//! Hyperparameters of each family, named as scikit-learn names them.

use serde::{Deserialize, Serialize};

use super::types::ModelType;

/// A family and its hyperparameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "model_type",
    content = "hyperparameters",
    rename_all = "snake_case"
)]
pub enum ModelSpec {
    /// Class frequencies or the mean.
    Baseline {},
    /// Ordinary least squares.
    Linear(LinearParams),
    /// Least squares with an L2 penalty.
    Ridge(RidgeParams),
    /// Logistic regression.
    Logistic(LogisticParams),
}

impl ModelSpec {
    /// The family.
    #[must_use]
    pub const fn model_type(&self) -> ModelType {
        match self {
            Self::Baseline {} => ModelType::Baseline,
            Self::Linear(_) => ModelType::Linear,
            Self::Ridge(_) => ModelType::Ridge,
            Self::Logistic(_) => ModelType::Logistic,
        }
    }
}

/// Hyperparameters of ordinary least squares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LinearParams {
    /// Whether a constant is added.
    pub fit_intercept: bool,
}

impl Default for LinearParams {
    fn default() -> Self {
        Self {
            fit_intercept: true,
        }
    }
}

/// Hyperparameters of ridge regression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RidgeParams {
    /// Weight of the penalty `alpha · ‖w‖²`, at least 0.
    pub alpha: f64,
    /// Whether a constant, which is not penalised, is added.
    pub fit_intercept: bool,
}

impl Default for RidgeParams {
    fn default() -> Self {
        Self {
            alpha: 1.0,
            fit_intercept: true,
        }
    }
}

/// Hyperparameters of logistic regression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogisticParams {
    /// Inverse of the penalty's weight: the loss is `C · Σ log loss + ½ ‖w‖²`. Above 0.
    #[serde(rename = "C")]
    pub c: f64,
    /// Whether a constant, which is not penalised, is added.
    pub fit_intercept: bool,
    /// Most iterations of the solver.
    pub max_iter: u32,
    /// The solver stops when no component of the gradient (of the mean loss) is larger. Above 0.
    pub tol: f64,
}

impl Default for LogisticParams {
    fn default() -> Self {
        Self {
            c: 1.0,
            fit_intercept: true,
            max_iter: 1000,
            tol: 1e-4,
        }
    }
}
