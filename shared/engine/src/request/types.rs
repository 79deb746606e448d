//! The words of a training request.

use serde::{Deserialize, Serialize};

/// What is predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// One of several classes.
    Classification,
    /// A number.
    Regression,
}

impl Task {
    /// The name used in requests and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classification => "classification",
            Self::Regression => "regression",
        }
    }
}

/// How much work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The baseline only; answers at once.
    Light,
    /// The whole pipeline.
    Heavy,
}

/// A family of models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ModelType {
    /// Predicts the class frequencies, or the mean, of the training part.
    Baseline,
    /// Ordinary least squares.
    Linear,
    /// Least squares with an L2 penalty.
    Ridge,
    /// Logistic regression, binary or multinomial, with an L2 penalty.
    Logistic,
    /// Least squares with a penalty on squares and on absolute values.
    ElasticNet,
    /// Gaussian naive Bayes.
    NaiveBayes,
    /// k nearest neighbours.
    Knn,
    /// The best of several families, found by a search.
    Auto,
    /// One tree.
    DecisionTree,
    /// Trees on resampled rows, averaged.
    RandomForest,
    /// Trees that correct each other.
    GradientBoosting,
    /// Support vector machine.
    Svm,
}

impl ModelType {
    /// Every family this engine offers.
    pub const ALL: [Self; 12] = [
        Self::Auto,
        Self::Baseline,
        Self::Linear,
        Self::Ridge,
        Self::ElasticNet,
        Self::Logistic,
        Self::NaiveBayes,
        Self::Knn,
        Self::Svm,
        Self::DecisionTree,
        Self::RandomForest,
        Self::GradientBoosting,
    ];

    /// The name used in requests and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Linear => "linear",
            Self::Ridge => "ridge",
            Self::Logistic => "logistic",
            Self::ElasticNet => "elastic_net",
            Self::NaiveBayes => "naive_bayes",
            Self::Knn => "knn",
            Self::Auto => "auto",
            Self::DecisionTree => "decision_tree",
            Self::RandomForest => "random_forest",
            Self::GradientBoosting => "gradient_boosting",
            Self::Svm => "svm",
        }
    }

    /// Whether the family can do this task.
    #[must_use]
    pub const fn fits(self, task: Task) -> bool {
        match self {
            Self::Baseline
            | Self::Knn
            | Self::Svm
            | Self::Auto
            | Self::DecisionTree
            | Self::RandomForest
            | Self::GradientBoosting => true,
            Self::Linear | Self::Ridge | Self::ElasticNet => matches!(task, Task::Regression),
            Self::Logistic | Self::NaiveBayes => matches!(task, Task::Classification),
        }
    }
}

/// A score. Precision, recall and F1 are macro averages; ROC AUC is the one-vs-rest macro average.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Metric {
    Accuracy,
    Precision,
    Recall,
    F1,
    LogLoss,
    RocAuc,
    R2,
    Mse,
    Rmse,
    Mae,
}

impl Metric {
    /// Every score.
    pub const ALL: [Self; 10] = [
        Self::Accuracy,
        Self::Precision,
        Self::Recall,
        Self::F1,
        Self::LogLoss,
        Self::RocAuc,
        Self::R2,
        Self::Mse,
        Self::Rmse,
        Self::Mae,
    ];

    /// The task that the score belongs to.
    #[must_use]
    pub const fn task(self) -> Task {
        match self {
            Self::Accuracy
            | Self::Precision
            | Self::Recall
            | Self::F1
            | Self::LogLoss
            | Self::RocAuc => Task::Classification,
            Self::R2 | Self::Mse | Self::Rmse | Self::Mae => Task::Regression,
        }
    }

    /// Whether a larger value is better.
    #[must_use]
    pub const fn higher_is_better(self) -> bool {
        !matches!(self, Self::LogLoss | Self::Mse | Self::Rmse | Self::Mae)
    }

    /// The name used in requests and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accuracy => "accuracy",
            Self::Precision => "precision",
            Self::Recall => "recall",
            Self::F1 => "f1",
            Self::LogLoss => "log_loss",
            Self::RocAuc => "roc_auc",
            Self::R2 => "r2",
            Self::Mse => "mse",
            Self::Rmse => "rmse",
            Self::Mae => "mae",
        }
    }
}

/// Which columns a model may use. Without `include` every column but the target is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FeatureSelection {
    /// Only these columns.
    pub include: Option<Vec<String>>,
    /// Not these columns.
    pub exclude: Vec<String>,
}

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{pointer}: {detail}")]
pub struct ParameterError {
    /// JSON pointer (RFC 6901) into the parameters, such as `/hyperparameters/alpha`.
    pub pointer: String,
    /// What is wrong and what would be right.
    pub detail: String,
}
