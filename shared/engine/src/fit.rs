//! What the fits of all families share: weights of rows, and why a fit gives nothing.

use serde::{Deserialize, Serialize};

use crate::trees::TreeError;

/// How much the rows of a class count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClassWeight {
    /// Every class counts the same in sum: a row counts `rows / (classes · rows of its class)`.
    Balanced,
}

/// The weight of each row; `None` when all count the same.
pub(crate) fn row_weights(
    class_weight: Option<ClassWeight>,
    classes: &[usize],
    count: usize,
) -> Option<Vec<f64>> {
    let ClassWeight::Balanced = class_weight?;
    let mut counts = vec![0_usize; count];
    for &class in classes {
        counts[class] += 1;
    }
    let present = counts.iter().filter(|count| **count > 0).count();
    let weight = |&class: &usize| classes.len() as f64 / (present * counts[class]) as f64;
    Some(classes.iter().map(weight).collect())
}

/// A hyperparameter outside its range.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BadParameter {
    /// The weight of a penalty.
    #[error("must be a finite number of at least 0, not {0}")]
    Alpha(f64),
    /// The inverse weight of the penalty of a logistic regression.
    #[error("must be a finite number above 0, not {0}")]
    C(f64),
    /// The share of the penalty of an elastic net that is on absolute values.
    #[error("must be from 0 to 1, not {0}")]
    L1Ratio(f64),
    /// Iterations of a solver.
    #[error("must be from 1 to {MAX_ITERATIONS}, not {0}")]
    MaxIter(u32),
    /// Tolerance of a solver.
    #[error("must be above 0 and below 1, not {0}")]
    Tol(f64),
    /// The share of the largest variance that is added to all variances.
    #[error("must be from 0 to 1, not {0}")]
    VarSmoothing(f64),
    /// How quickly likeness falls with distance.
    #[error("must be a finite number above 0, not {0}")]
    Gamma(f64),
    /// Errors that cost nothing.
    #[error("must be a finite number of at least 0, not {0}")]
    Epsilon(f64),
    /// How many neighbours decide.
    #[error("must be from 1 to {MAX_NEIGHBORS}, not {0}")]
    NNeighbors(u32),
    /// How many configurations a search tries.
    #[error("must be from 1 to {MAX_CANDIDATES}, not {0}")]
    NCandidates(u32),
    /// One configuration in so many is kept.
    #[error("must be from 2 to 10, not {0}")]
    Factor(u32),
    /// A hyperparameter of trees.
    #[error("must be {expected}, not {found}")]
    Tree {
        /// Its name.
        parameter: &'static str,
        /// What was given.
        found: String,
        /// What would be right.
        expected: &'static str,
    },
}

/// Most iterations a solver is allowed.
pub(crate) const MAX_ITERATIONS: u32 = 100_000;

/// Most neighbours that decide.
pub(crate) const MAX_NEIGHBORS: u32 = 1000;

/// Most configurations that a search tries.
pub(crate) const MAX_CANDIDATES: u32 = 200;

impl BadParameter {
    /// The name of the hyperparameter.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Alpha(_) => "alpha",
            Self::C(_) => "C",
            Self::L1Ratio(_) => "l1_ratio",
            Self::MaxIter(_) => "max_iter",
            Self::Tol(_) => "tol",
            Self::VarSmoothing(_) => "var_smoothing",
            Self::Gamma(_) => "gamma",
            Self::Epsilon(_) => "epsilon",
            Self::NNeighbors(_) => "n_neighbors",
            Self::NCandidates(_) => "n_candidates",
            Self::Factor(_) => "factor",
            Self::Tree { parameter, .. } => parameter,
        }
    }
}

/// Every hyperparameter that is outside its range.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct BadParameters(pub Vec<BadParameter>);

impl BadParameters {
    /// Nothing, or everything that is wrong.
    pub(crate) fn check(bad: Vec<BadParameter>) -> Result<(), Self> {
        if bad.is_empty() {
            Ok(())
        } else {
            Err(Self(bad))
        }
    }

    fn sentence(&self) -> String {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|bad| format!("{} {bad}", bad.name()))
            .collect();
        parts.join("; ")
    }
}

/// Why a fit gave nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FitError {
    /// A hyperparameter is out of range.
    #[error(transparent)]
    Parameters(#[from] BadParameters),
    /// The arithmetic left the range of 64-bit floats.
    #[error("the numbers are too large to calculate with")]
    NotFinite,
    /// The family cannot do the task.
    #[error("{model} cannot do {task}")]
    WrongTask {
        /// The family.
        model: &'static str,
        /// The task.
        task: &'static str,
    },
    /// There are fewer rows than the hyperparameters need.
    #[error("{0}")]
    TooFewRows(String),
    /// The model would hold more than one may hold.
    #[error("{0}")]
    TooLarge(String),
    /// Trees could not be grown.
    #[error(transparent)]
    Trees(TreeError),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The data set does not hold together.
    #[error(transparent)]
    Dataset(#[from] linfa::Error),
}

impl From<TreeError> for FitError {
    fn from(error: TreeError) -> Self {
        match error {
            TreeError::Cancelled => Self::Cancelled,
            other => Self::Trees(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `sklearn.utils.class_weight.compute_sample_weight("balanced", [0, 0, 0, 2])`.
    #[test]
    fn balanced_classes_weigh_the_same() {
        let third = 2.0 / 3.0;
        assert_eq!(
            row_weights(Some(ClassWeight::Balanced), &[0, 0, 0, 2], 3),
            Some(vec![third, third, third, 2.0])
        );
        assert_eq!(row_weights(None, &[0, 1], 2), None);
    }
}
