//! A family with its hyperparameters, and reading them from a request.

use linfa::ParamGuard;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::fields::Fields;
use super::trees;
use super::types::{ModelType, ParameterError};
use crate::bayes::NaiveBayesParams;
use crate::ensembles::{DecisionTreeParams, GradientBoostingParams, RandomForestParams};
use crate::fit::{BadParameters, ClassWeight};
use crate::linear::{ElasticNetParams, LinearParams, LogisticParams, RidgeParams};
use crate::neighbors::KnnParams;
use crate::search::AutoParams;
use crate::svm::{SvmKernel, SvmParams};

/// What values of a type are called in an error.
pub(super) const FLAG: &str = "true or false";
pub(super) const CLASS_WEIGHT: &str = "\"balanced\" or null";
pub(super) const NUMBER: &str = "a number";
pub(super) const COUNT: &str = "a whole number of at least 0";

/// A family and its hyperparameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
    /// Least squares with a penalty on squares and on absolute values.
    ElasticNet(ElasticNetParams),
    /// Gaussian naive Bayes.
    NaiveBayes(NaiveBayesParams),
    /// k nearest neighbours.
    Knn(KnnParams),
    /// The best of several families, found by a search.
    Auto(AutoParams),
    /// One tree.
    DecisionTree(DecisionTreeParams),
    /// Trees on resampled rows, averaged.
    RandomForest(RandomForestParams),
    /// Trees that correct each other.
    GradientBoosting(GradientBoostingParams),
    /// Support vector machine.
    Svm(SvmParams),
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
            Self::ElasticNet(_) => ModelType::ElasticNet,
            Self::NaiveBayes(_) => ModelType::NaiveBayes,
            Self::Knn(_) => ModelType::Knn,
            Self::Auto(_) => ModelType::Auto,
            Self::DecisionTree(_) => ModelType::DecisionTree,
            Self::RandomForest(_) => ModelType::RandomForest,
            Self::GradientBoosting(_) => ModelType::GradientBoosting,
            Self::Svm(_) => ModelType::Svm,
        }
    }

    /// Whether the family is linear in the prepared numbers.
    pub(crate) const fn is_linear(&self) -> bool {
        match self {
            Self::Linear(_) | Self::Ridge(_) | Self::ElasticNet(_) | Self::Logistic(_) => true,
            Self::Svm(params) => matches!(params.kernel, SvmKernel::Linear),
            _ => false,
        }
    }

    /// How much the rows of a class count.
    pub(super) const fn class_weight(&self) -> Option<ClassWeight> {
        match self {
            Self::Logistic(params) => params.weighs_classes(),
            Self::NaiveBayes(params) => params.class_weight,
            Self::Svm(params) => params.class_weight,
            Self::DecisionTree(params) => params.class_weight,
            Self::RandomForest(params) => params.class_weight,
            Self::GradientBoosting(params) => params.class_weight,
            Self::Baseline {}
            | Self::Linear(_)
            | Self::Ridge(_)
            | Self::ElasticNet(_)
            | Self::Knn(_)
            | Self::Auto(_) => None,
        }
    }

    /// The hyperparameters as JSON.
    pub(crate) fn hyperparameters_json(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or(Value::Null);
        value["hyperparameters"].to_string()
    }

    /// Whether the family reads missing values and categories as they are, without preparation.
    pub(crate) const fn reads_columns_natively(&self) -> bool {
        matches!(
            self,
            Self::DecisionTree(_) | Self::RandomForest(_) | Self::GradientBoosting(_)
        )
    }

    /// Reads the hyperparameters of a family; what is absent gets its default.
    pub(super) fn read(
        model_type: ModelType,
        given: &Map<String, Value>,
    ) -> Result<Self, Vec<ParameterError>> {
        let mut fields = Fields::new(given, "/hyperparameters");
        let spec = match model_type {
            ModelType::Baseline => Self::Baseline {},
            ModelType::Linear => Self::Linear(LinearParams {
                fit_intercept: fields.take("fit_intercept", FLAG).unwrap_or(true),
            }),
            ModelType::Ridge => {
                let mut params = RidgeParams::default();
                if let Some(alpha) = fields.take("alpha", NUMBER) {
                    params = params.alpha(alpha);
                }
                if let Some(fit_intercept) = fields.take("fit_intercept", FLAG) {
                    params = params.fit_intercept(fit_intercept);
                }
                Self::Ridge(params)
            }
            ModelType::Logistic => {
                let mut params = LogisticParams::default();
                if let Some(c) = fields.take("C", NUMBER) {
                    params = params.c(c);
                }
                if let Some(fit_intercept) = fields.take("fit_intercept", FLAG) {
                    params = params.fit_intercept(fit_intercept);
                }
                if let Some(max_iter) = fields.take("max_iter", COUNT) {
                    params = params.max_iter(max_iter);
                }
                if let Some(tol) = fields.take("tol", NUMBER) {
                    params = params.tol(tol);
                }
                if let Some(class_weight) = fields.take("class_weight", CLASS_WEIGHT) {
                    params = params.class_weight(class_weight);
                }
                Self::Logistic(params)
            }
            ModelType::ElasticNet => {
                let mut params = ElasticNetParams::default();
                fields.set("alpha", NUMBER, &mut params.alpha);
                fields.set("l1_ratio", NUMBER, &mut params.l1_ratio);
                fields.set("fit_intercept", FLAG, &mut params.fit_intercept);
                fields.set("max_iter", COUNT, &mut params.max_iter);
                fields.set("tol", NUMBER, &mut params.tol);
                // Adding zero turns −0 into 0, so that equal values have equal text.
                params.alpha += 0.0;
                params.l1_ratio += 0.0;
                Self::ElasticNet(params)
            }
            ModelType::NaiveBayes => {
                let mut params = NaiveBayesParams::default();
                fields.set("var_smoothing", NUMBER, &mut params.var_smoothing);
                params.class_weight = fields.take("class_weight", CLASS_WEIGHT);
                params.var_smoothing += 0.0;
                Self::NaiveBayes(params)
            }
            ModelType::Knn => {
                let mut params = KnnParams::default();
                fields.set("n_neighbors", COUNT, &mut params.n_neighbors);
                let weights = "\"uniform\" or \"distance\"";
                fields.set("weights", weights, &mut params.weights);
                fields.refuse(
                    "class_weight",
                    "knn takes none: its neighbours vote as they are; lower n_neighbors or choose another family",
                );
                Self::Knn(params)
            }
            ModelType::Svm => {
                let mut params = SvmParams::default();
                fields.set("kernel", "\"rbf\" or \"linear\"", &mut params.kernel);
                fields.set("C", NUMBER, &mut params.c);
                let gamma = "\"scale\", \"auto\" or a number";
                fields.set("gamma", gamma, &mut params.gamma);
                fields.set("epsilon", NUMBER, &mut params.epsilon);
                fields.set("tol", NUMBER, &mut params.tol);
                params.class_weight = fields.take("class_weight", CLASS_WEIGHT);
                params.epsilon += 0.0;
                Self::Svm(params)
            }
            ModelType::Auto => {
                let mut params = AutoParams::default();
                fields.set("n_candidates", COUNT, &mut params.n_candidates);
                fields.set("factor", COUNT, &mut params.factor);
                Self::Auto(params)
            }
            ModelType::DecisionTree => Self::DecisionTree(trees::decision_tree(&mut fields)),
            ModelType::RandomForest => Self::RandomForest(trees::random_forest(&mut fields)),
            ModelType::GradientBoosting => {
                Self::GradientBoosting(trees::gradient_boosting(&mut fields))
            }
        };
        if let Err(bad) = spec.check() {
            for parameter in bad.0 {
                fields.error(parameter.name(), parameter.to_string());
            }
        }
        let errors = fields.finish();
        if errors.is_empty() {
            Ok(spec)
        } else {
            Err(errors)
        }
    }

    /// Whether every hyperparameter is in range.
    pub(super) fn check(&self) -> Result<(), BadParameters> {
        match self {
            Self::Baseline {} | Self::Linear(_) => Ok(()),
            Self::Ridge(params) => params.check_ref().map(|_| ()),
            Self::Logistic(params) => params.check_ref().map(|_| ()),
            Self::ElasticNet(params) => params.check(),
            Self::NaiveBayes(params) => params.check(),
            Self::Knn(params) => params.check(),
            Self::Auto(params) => params.check(),
            Self::DecisionTree(params) => params.check(),
            Self::RandomForest(params) => params.check(),
            Self::GradientBoosting(params) => params.check(),
            Self::Svm(params) => params.check(),
        }
    }
}
