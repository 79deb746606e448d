//! Hyperparameters of trees, forests and boosting as they are asked for and stored, named as scikit-learn
//! names them. Their ranges are checked by the core.

use serde::{Deserialize, Serialize};

use crate::fit::{BadParameter, BadParameters, ClassWeight};
use crate::request::Task;
use crate::trees::{self, MaxFeatures, TreeError};

/// How many features are looked at for one split, by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FeatureRule {
    /// The square root of their number.
    Sqrt,
    /// The binary logarithm of their number.
    Log2,
}

/// How many features are looked at for one split.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum SplitFeatures {
    /// By rule.
    Rule(FeatureRule),
    /// A whole number: so many.
    Count(u32),
    /// A number with a fraction: this share of them.
    Fraction(f64),
}

impl SplitFeatures {
    const fn core(self) -> MaxFeatures {
        match self {
            Self::Rule(FeatureRule::Sqrt) => MaxFeatures::Sqrt,
            Self::Rule(FeatureRule::Log2) => MaxFeatures::Log2,
            Self::Count(count) => MaxFeatures::Count(count as usize),
            Self::Fraction(share) => MaxFeatures::Fraction(share),
        }
    }
}

/// Hyperparameters of a decision tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DecisionTreeParams {
    /// Most splits between root and leaf; without it there is no limit.
    pub max_depth: Option<u32>,
    /// Fewest rows of a node that is split, at least 2.
    pub min_samples_split: u32,
    /// Fewest rows of a leaf, at least 1.
    pub min_samples_leaf: u32,
    /// Most leaves, grown best first; without it as many as a model can hold.
    pub max_leaf_nodes: Option<u32>,
    /// Features looked at for one split; default: all.
    pub max_features: Option<SplitFeatures>,
    /// How much the rows of a class count; default: all rows count the same.
    pub class_weight: Option<ClassWeight>,
}

impl Default for DecisionTreeParams {
    fn default() -> Self {
        Self {
            max_depth: None,
            min_samples_split: 2,
            min_samples_leaf: 1,
            max_leaf_nodes: None,
            max_features: None,
            class_weight: None,
        }
    }
}

/// Hyperparameters of a random forest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RandomForestParams {
    /// Trees, 1 to 2000.
    pub n_estimators: u32,
    /// Most splits between root and leaf; without it there is no limit.
    pub max_depth: Option<u32>,
    /// Fewest rows of a node that is split, at least 2.
    pub min_samples_split: u32,
    /// Fewest rows of a leaf, at least 1.
    pub min_samples_leaf: u32,
    /// Most leaves of a tree, grown best first; without it as many as a model of so many trees can hold.
    pub max_leaf_nodes: Option<u32>,
    /// Features looked at for one split; default: the square root of their number for classes, a third of
    /// them for numbers.
    pub max_features: Option<SplitFeatures>,
    /// Whether each tree sees rows drawn with replacement.
    pub bootstrap: bool,
    /// Rows drawn for a tree as a share of all, above 0 and at most 1.
    pub max_samples: f64,
    /// How much the rows of a class count; default: all rows count the same.
    pub class_weight: Option<ClassWeight>,
}

impl Default for RandomForestParams {
    fn default() -> Self {
        Self {
            n_estimators: 100,
            max_depth: None,
            min_samples_split: 2,
            min_samples_leaf: 1,
            max_leaf_nodes: None,
            max_features: None,
            bootstrap: true,
            max_samples: 1.0,
            class_weight: None,
        }
    }
}

/// Hyperparameters of gradient boosting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct GradientBoostingParams {
    /// Factor of each tree, above 0 and at most 1.
    pub learning_rate: f64,
    /// Most rounds, 1 to 2000.
    pub max_iter: u32,
    /// Most leaves of a tree, at least 2; without it there is no limit.
    pub max_leaf_nodes: Option<u32>,
    /// Most splits between root and leaf; without it there is no limit.
    pub max_depth: Option<u32>,
    /// Fewest rows of a leaf, at least 1.
    pub min_samples_leaf: u32,
    /// The ridge penalty on leaf values, at least 0.
    pub l2_regularization: f64,
    /// Features looked at for one split; default: all.
    pub max_features: Option<SplitFeatures>,
    /// Most bins of a column of numbers, 2 to 255.
    pub max_bins: u32,
    /// Whether to hold training rows back and stop when the loss on them no longer falls.
    pub early_stopping: bool,
    /// Share of the training rows that is held back for that, above 0 and below 1.
    pub validation_fraction: f64,
    /// Rounds without progress before stopping, at least 1.
    pub n_iter_no_change: u32,
    /// Smallest fall of the loss that counts as progress, at least 0.
    pub tol: f64,
    /// How much the rows of a class count; default: all rows count the same.
    pub class_weight: Option<ClassWeight>,
}

impl Default for GradientBoostingParams {
    fn default() -> Self {
        Self {
            learning_rate: 0.1,
            max_iter: 100,
            max_leaf_nodes: Some(31),
            max_depth: None,
            min_samples_leaf: 20,
            l2_regularization: 0.0,
            max_features: None,
            max_bins: 255,
            early_stopping: false,
            validation_fraction: 0.1,
            n_iter_no_change: 10,
            tol: 1e-7,
            class_weight: None,
        }
    }
}

/// Most trees of a forest, and rounds of boosting.
pub(crate) const MAX_TREES: u32 = 2000;

fn whole(value: Option<u32>) -> Option<usize> {
    value.map(|value| value as usize)
}

impl DecisionTreeParams {
    /// As the core takes them.
    pub(crate) fn core(&self, seed: u64) -> trees::DecisionTreeParams {
        trees::DecisionTreeParams {
            max_depth: whole(self.max_depth),
            min_samples_split: self.min_samples_split as usize,
            min_samples_leaf: self.min_samples_leaf as usize,
            max_leaf_nodes: whole(self.max_leaf_nodes),
            max_features: self
                .max_features
                .map_or(MaxFeatures::All, SplitFeatures::core),
            random_state: seed,
            ..trees::DecisionTreeParams::default()
        }
    }

    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        each(
            self,
            None,
            &[
                |from, to| to.max_depth = from.max_depth,
                |from, to| to.min_samples_split = from.min_samples_split,
                |from, to| to.min_samples_leaf = from.min_samples_leaf,
                |from, to| to.max_leaf_nodes = from.max_leaf_nodes,
                |from, to| to.max_features = from.max_features,
            ],
            |params| params.core(0).check(),
        )
    }
}

impl RandomForestParams {
    /// As the core takes them.
    pub(crate) fn core(&self, task: Task, seed: u64) -> trees::RandomForestParams {
        let usual = match task {
            Task::Classification => MaxFeatures::Sqrt,
            Task::Regression => MaxFeatures::Fraction(1.0 / 3.0),
        };
        trees::RandomForestParams {
            n_estimators: self.n_estimators as usize,
            bootstrap: self.bootstrap,
            max_samples: self.max_samples,
            tree: trees::DecisionTreeParams {
                max_depth: whole(self.max_depth),
                min_samples_split: self.min_samples_split as usize,
                min_samples_leaf: self.min_samples_leaf as usize,
                max_leaf_nodes: whole(self.max_leaf_nodes),
                max_features: self.max_features.map_or(usual, SplitFeatures::core),
                random_state: seed,
                ..trees::DecisionTreeParams::default()
            },
        }
    }

    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        each(
            self,
            too_many("n_estimators", self.n_estimators),
            &[
                |from, to| to.n_estimators = from.n_estimators,
                |from, to| to.max_depth = from.max_depth,
                |from, to| to.min_samples_split = from.min_samples_split,
                |from, to| to.min_samples_leaf = from.min_samples_leaf,
                |from, to| to.max_leaf_nodes = from.max_leaf_nodes,
                |from, to| to.max_features = from.max_features,
                |from, to| to.max_samples = from.max_samples,
            ],
            |params| params.core(Task::Classification, 0).check(),
        )
    }
}

impl GradientBoostingParams {
    /// As the core takes them.
    pub(crate) fn core(&self, seed: u64) -> trees::GradientBoostingParams {
        trees::GradientBoostingParams {
            learning_rate: self.learning_rate,
            max_iter: self.max_iter as usize,
            max_leaf_nodes: whole(self.max_leaf_nodes),
            max_depth: whole(self.max_depth),
            min_samples_leaf: self.min_samples_leaf as usize,
            l2_regularization: self.l2_regularization,
            max_features: self
                .max_features
                .map_or(MaxFeatures::All, SplitFeatures::core),
            max_bins: self.max_bins as usize,
            early_stopping: self.early_stopping,
            validation_fraction: self.validation_fraction,
            n_iter_no_change: self.n_iter_no_change as usize,
            tol: self.tol,
            random_state: seed,
            ..trees::GradientBoostingParams::default()
        }
    }

    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        each(
            self,
            too_many("max_iter", self.max_iter),
            &[
                |from, to| to.learning_rate = from.learning_rate,
                |from, to| to.max_iter = from.max_iter,
                |from, to| to.max_leaf_nodes = from.max_leaf_nodes,
                |from, to| to.max_depth = from.max_depth,
                |from, to| to.min_samples_leaf = from.min_samples_leaf,
                |from, to| to.l2_regularization = from.l2_regularization,
                |from, to| to.max_features = from.max_features,
                |from, to| to.max_bins = from.max_bins,
                |from, to| to.validation_fraction = from.validation_fraction,
                |from, to| to.n_iter_no_change = from.n_iter_no_change,
                |from, to| to.tol = from.tol,
            ],
            |params| params.core(0).check(),
        )
    }
}

fn too_many(parameter: &'static str, value: u32) -> Option<BadParameter> {
    (value > MAX_TREES).then(|| BadParameter::Tree {
        parameter,
        found: value.to_string(),
        expected: "at most 2000",
    })
}

/// The core reports the first bad value only, so it is shown the values one at a time.
fn each<P: Default>(
    params: &P,
    already: Option<BadParameter>,
    setters: &[fn(&P, &mut P)],
    check: impl Fn(&P) -> Result<(), TreeError>,
) -> Result<(), BadParameters> {
    let mut bad = Vec::from_iter(already);
    for set in setters {
        let mut alone = P::default();
        set(params, &mut alone);
        if let Err(TreeError::BadParameter {
            parameter,
            found,
            expected,
        }) = check(&alone)
        {
            bad.push(BadParameter::Tree {
                parameter,
                found,
                expected,
            });
        }
    }
    BadParameters::check(bad)
}
