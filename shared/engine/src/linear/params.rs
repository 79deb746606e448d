//! Hyperparameters of the linear models, in linfa's idiom: set freely, checked before a fit.

use linfa::ParamGuard;
use serde::{Deserialize, Serialize};

use crate::fit::{BadParameter, BadParameters, ClassWeight, MAX_ITERATIONS};

/// Hyperparameters of ordinary least squares. Every value is in range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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

/// Hyperparameters of ridge regression, to be checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct RidgeParams(#[cfg_attr(feature = "openapi", schema(inline))] RidgeValidParams);

/// Hyperparameters of ridge regression, in range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RidgeValidParams {
    /// Weight of the penalty `alpha · ‖w‖²`, at least 0.
    pub(crate) alpha: f64,
    /// Whether a constant, which is not penalised, is added.
    pub(crate) fit_intercept: bool,
}

impl Default for RidgeValidParams {
    fn default() -> Self {
        Self {
            alpha: 1.0,
            fit_intercept: true,
        }
    }
}

impl RidgeParams {
    /// Sets the weight of the penalty `alpha · ‖w‖²`; at least 0, default 1.
    #[must_use]
    pub fn alpha(mut self, alpha: f64) -> Self {
        // Adding zero turns −0 into 0, so that equal values have equal text.
        self.0.alpha = alpha + 0.0;
        self
    }

    /// Sets whether a constant, which is not penalised, is added; default true.
    #[must_use]
    pub const fn fit_intercept(mut self, fit_intercept: bool) -> Self {
        self.0.fit_intercept = fit_intercept;
        self
    }
}

impl ParamGuard for RidgeParams {
    type Checked = RidgeValidParams;
    type Error = BadParameters;

    fn check_ref(&self) -> Result<&RidgeValidParams, BadParameters> {
        let mut bad = Vec::new();
        if !(self.0.alpha.is_finite() && self.0.alpha >= 0.0) {
            bad.push(BadParameter::Alpha(self.0.alpha));
        }
        BadParameters::check(bad).map(|()| &self.0)
    }

    fn check(self) -> Result<RidgeValidParams, BadParameters> {
        self.check_ref().cloned()
    }
}

/// Hyperparameters of logistic regression, to be checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct LogisticParams(#[cfg_attr(feature = "openapi", schema(inline))] LogisticValidParams);

/// Hyperparameters of logistic regression, in range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LogisticValidParams {
    /// Inverse of the penalty's weight: the loss is `C · Σ log loss + ½ ‖w‖²`. Above 0.
    #[serde(rename = "C")]
    pub(crate) c: f64,
    /// Whether a constant, which is not penalised, is added.
    pub(crate) fit_intercept: bool,
    /// Most iterations of the solver.
    pub(crate) max_iter: u32,
    /// The solver stops when no component of the gradient of the mean loss is larger. Above 0.
    pub(crate) tol: f64,
    /// How much the rows of a class count; without it all rows count the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(extensions(("x-absent" = json!(true)))))]
    pub(crate) class_weight: Option<ClassWeight>,
}

impl Default for LogisticValidParams {
    fn default() -> Self {
        Self {
            c: 1.0,
            fit_intercept: true,
            max_iter: 1000,
            tol: 1e-4,
            class_weight: None,
        }
    }
}

impl LogisticParams {
    /// Sets the inverse weight of the penalty; above 0, default 1.
    #[must_use]
    pub const fn c(mut self, c: f64) -> Self {
        self.0.c = c;
        self
    }

    /// Sets whether a constant, which is not penalised, is added; default true.
    #[must_use]
    pub const fn fit_intercept(mut self, fit_intercept: bool) -> Self {
        self.0.fit_intercept = fit_intercept;
        self
    }

    /// Sets the most iterations of the solver; from 1, default 1000.
    #[must_use]
    pub const fn max_iter(mut self, max_iter: u32) -> Self {
        self.0.max_iter = max_iter;
        self
    }

    /// Sets the largest component of the gradient at which the solver stops; default 1e-4.
    #[must_use]
    pub const fn tol(mut self, tol: f64) -> Self {
        self.0.tol = tol;
        self
    }

    /// How much the rows of a class count.
    pub(crate) const fn weighs_classes(&self) -> Option<ClassWeight> {
        self.0.class_weight
    }

    /// Sets how much the rows of a class count; default: all rows count the same.
    #[must_use]
    pub const fn class_weight(mut self, class_weight: ClassWeight) -> Self {
        self.0.class_weight = Some(class_weight);
        self
    }
}

impl ParamGuard for LogisticParams {
    type Checked = LogisticValidParams;
    type Error = BadParameters;

    fn check_ref(&self) -> Result<&LogisticValidParams, BadParameters> {
        let params = &self.0;
        let mut bad = Vec::new();
        if !(params.c.is_finite() && params.c > 0.0) {
            bad.push(BadParameter::C(params.c));
        }
        if !(1..=MAX_ITERATIONS).contains(&params.max_iter) {
            bad.push(BadParameter::MaxIter(params.max_iter));
        }
        if !(params.tol > 0.0 && params.tol < 1.0) {
            bad.push(BadParameter::Tol(params.tol));
        }
        BadParameters::check(bad).map(|()| params)
    }

    fn check(self) -> Result<LogisticValidParams, BadParameters> {
        self.check_ref().cloned()
    }
}
