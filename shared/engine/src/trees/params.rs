//! Parameters, named as scikit-learn names them.

use super::TreeError;

/// How many features are looked at for one split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MaxFeatures {
    /// All of them.
    All,
    /// The square root of their number, rounded down, at least 1.
    Sqrt,
    /// The binary logarithm of their number, rounded down, at least 1.
    Log2,
    /// This many, but not more than there are.
    Count(usize),
    /// This share of them in (0, 1], rounded down, at least 1.
    Fraction(f64),
}

impl MaxFeatures {
    /// The number for `features` features.
    pub(super) fn count(self, features: usize) -> usize {
        let wanted = match self {
            Self::All => features,
            Self::Sqrt => features.isqrt(),
            Self::Log2 => features.max(1).ilog2() as usize,
            Self::Count(count) => count,
            Self::Fraction(share) => (share * features as f64) as usize,
        };
        wanted.clamp(1, features.max(1))
    }
}

/// Parameters of a single tree, and of each tree of a forest.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionTreeParams {
    /// Most splits between root and leaf; `None` is unlimited.
    pub max_depth: Option<usize>,
    /// Fewest rows of a node that is split, at least 2.
    pub min_samples_split: usize,
    /// Fewest rows of a leaf, at least 1.
    pub min_samples_leaf: usize,
    /// Most leaves, grown best first; `None` is unlimited.
    pub max_leaf_nodes: Option<usize>,
    /// Features looked at for one split.
    pub max_features: MaxFeatures,
    /// Most bins of a feature, 2 to 255.
    pub max_bins: usize,
    /// Seed of everything random.
    pub random_state: u64,
}

impl Default for DecisionTreeParams {
    fn default() -> Self {
        Self {
            max_depth: None,
            min_samples_split: 2,
            min_samples_leaf: 1,
            max_leaf_nodes: None,
            max_features: MaxFeatures::All,
            max_bins: 255,
            random_state: 0,
        }
    }
}

/// Parameters of a random forest.
#[derive(Clone, Debug, PartialEq)]
pub struct RandomForestParams {
    /// Number of trees, at least 1.
    pub n_estimators: usize,
    /// Whether each tree sees rows drawn with replacement.
    pub bootstrap: bool,
    /// Rows drawn for a tree as a share of all rows, in (0, 1]; only with `bootstrap`.
    pub max_samples: f64,
    /// The trees. The usual `max_features` is `Sqrt` for classes and a third for numbers.
    pub tree: DecisionTreeParams,
}

impl Default for RandomForestParams {
    fn default() -> Self {
        Self {
            n_estimators: 100,
            bootstrap: true,
            max_samples: 1.0,
            tree: DecisionTreeParams {
                max_features: MaxFeatures::Sqrt,
                ..DecisionTreeParams::default()
            },
        }
    }
}

/// Parameters of gradient boosting.
#[derive(Clone, Debug, PartialEq)]
pub struct GradientBoostingParams {
    /// Factor of each tree, in (0, 1].
    pub learning_rate: f64,
    /// Most rounds, at least 1; with more than two classes a round is one tree for each class.
    pub max_iter: usize,
    /// Most leaves of a tree, at least 2; `None` is unlimited.
    pub max_leaf_nodes: Option<usize>,
    /// Most splits between root and leaf; `None` is unlimited.
    pub max_depth: Option<usize>,
    /// Fewest rows of a leaf, at least 1.
    pub min_samples_leaf: usize,
    /// Smallest sum of second derivatives in a leaf, at least 0.
    pub min_hessian_to_split: f64,
    /// The ridge penalty λ on leaf values, at least 0.
    pub l2_regularization: f64,
    /// Features looked at for one split.
    pub max_features: MaxFeatures,
    /// Share of the rows that each round sees, in (0, 1].
    pub subsample: f64,
    /// Most bins of a feature, 2 to 255.
    pub max_bins: usize,
    /// Whether to hold rows back and stop when the loss on them no longer falls.
    pub early_stopping: bool,
    /// Share of the rows that is held back, in (0, 1).
    pub validation_fraction: f64,
    /// Rounds without progress before stopping, at least 1.
    pub n_iter_no_change: usize,
    /// Smallest fall of the loss that counts as progress, at least 0.
    pub tol: f64,
    /// Seed of everything random.
    pub random_state: u64,
}

impl Default for GradientBoostingParams {
    fn default() -> Self {
        Self {
            learning_rate: 0.1,
            max_iter: 100,
            max_leaf_nodes: Some(31),
            max_depth: None,
            min_samples_leaf: 20,
            min_hessian_to_split: 1e-3,
            l2_regularization: 0.0,
            max_features: MaxFeatures::All,
            subsample: 1.0,
            max_bins: 255,
            early_stopping: false,
            validation_fraction: 0.1,
            n_iter_no_change: 10,
            tol: 1e-7,
            random_state: 0,
        }
    }
}

fn require(
    holds: bool,
    parameter: &'static str,
    found: impl std::fmt::Debug,
    expected: &'static str,
) -> Result<(), TreeError> {
    if holds {
        return Ok(());
    }
    Err(TreeError::BadParameter {
        parameter,
        found: format!("{found:?}"),
        expected,
    })
}

fn at_least(parameter: &'static str, value: usize, least: usize) -> Result<(), TreeError> {
    let expected = if least == 2 {
        "at least 2"
    } else {
        "at least 1"
    };
    require(value >= least, parameter, value, expected)
}

fn share(parameter: &'static str, value: f64) -> Result<(), TreeError> {
    let holds = value > 0.0 && value <= 1.0;
    require(holds, parameter, value, "above 0 and at most 1")
}

fn not_negative(parameter: &'static str, value: f64) -> Result<(), TreeError> {
    let holds = (0.0..=1e100).contains(&value);
    require(holds, parameter, value, "between 0 and 1e100")
}

fn check_bins(value: usize) -> Result<(), TreeError> {
    let holds = (2..=255).contains(&value);
    require(holds, "max_bins", value, "between 2 and 255")
}

fn check_features(value: MaxFeatures) -> Result<(), TreeError> {
    match value {
        MaxFeatures::Count(count) => at_least("max_features", count, 1),
        MaxFeatures::Fraction(fraction) => share("max_features", fraction),
        MaxFeatures::All | MaxFeatures::Sqrt | MaxFeatures::Log2 => Ok(()),
    }
}

impl DecisionTreeParams {
    /// Checks every parameter.
    ///
    /// # Errors
    /// The first one outside its range.
    pub fn check(&self) -> Result<(), TreeError> {
        at_least("max_depth", self.max_depth.unwrap_or(1), 1)?;
        at_least("min_samples_split", self.min_samples_split, 2)?;
        at_least("min_samples_leaf", self.min_samples_leaf, 1)?;
        at_least("max_leaf_nodes", self.max_leaf_nodes.unwrap_or(2), 2)?;
        check_features(self.max_features)?;
        check_bins(self.max_bins)
    }
}

impl RandomForestParams {
    /// Checks every parameter.
    ///
    /// # Errors
    /// The first one outside its range.
    pub fn check(&self) -> Result<(), TreeError> {
        at_least("n_estimators", self.n_estimators, 1)?;
        share("max_samples", self.max_samples)?;
        self.tree.check()
    }
}

impl GradientBoostingParams {
    /// Checks every parameter.
    ///
    /// # Errors
    /// The first one outside its range.
    pub fn check(&self) -> Result<(), TreeError> {
        share("learning_rate", self.learning_rate)?;
        at_least("max_iter", self.max_iter, 1)?;
        at_least("max_leaf_nodes", self.max_leaf_nodes.unwrap_or(2), 2)?;
        at_least("max_depth", self.max_depth.unwrap_or(1), 1)?;
        at_least("min_samples_leaf", self.min_samples_leaf, 1)?;
        not_negative("min_hessian_to_split", self.min_hessian_to_split)?;
        not_negative("l2_regularization", self.l2_regularization)?;
        check_features(self.max_features)?;
        share("subsample", self.subsample)?;
        check_bins(self.max_bins)?;
        let holds = self.validation_fraction > 0.0 && self.validation_fraction < 1.0;
        let expected = "above 0 and below 1";
        require(
            holds,
            "validation_fraction",
            self.validation_fraction,
            expected,
        )?;
        at_least("n_iter_no_change", self.n_iter_no_change, 1)?;
        not_negative("tol", self.tol)
    }
}
