//! The specification of a run, its canonical form and its key.

use serde::{Deserialize, Serialize};

use super::checks::error;
use super::hyperparameters::ModelSpec;
use super::types::{FeatureSelection, Metric, Mode, ParameterError, Task};

/// A training run with every parameter explicit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrainSpec {
    /// Column to predict.
    pub target: String,
    /// What predicting it is.
    pub task: Task,
    /// How much work is done.
    pub mode: Mode,
    /// Family and hyperparameters: the fields `model_type` and `hyperparameters`.
    #[serde(flatten)]
    pub model: ModelSpec,
    /// The score that intervals and importances are about.
    pub metric: Metric,
    /// Share of the rows held back for the test, 0.05 to 0.5.
    pub test_fraction: f64,
    /// Parts of a cross-validation inside the training part, 2 to 20.
    pub folds: u32,
    /// Seed of every random choice, at most 2⁵³ − 1 so that JSON keeps it.
    pub seed: u64,
    /// Which columns may be used.
    pub features: FeatureSelection,
}

/// How rows are held back: the part of a specification that any number could be written into.
pub(super) struct Protocol {
    pub(super) test_fraction: f64,
    pub(super) folds: u32,
    pub(super) seed: u64,
}

impl Protocol {
    /// What is out of range.
    pub(super) fn check(&self) -> Vec<ParameterError> {
        /// Integers up to here survive JSON in every language.
        const MAX_SEED: u64 = (1 << 53) - 1;
        let Self {
            test_fraction,
            folds,
            seed,
        } = self;
        let mut errors = Vec::new();
        if !(0.05..=0.5).contains(test_fraction) {
            let detail = format!("must be from 0.05 to 0.5, not {test_fraction}");
            errors.push(error("/test_fraction", detail));
        }
        if !(2..=20).contains(folds) {
            errors.push(error(
                "/folds",
                format!("must be from 2 to 20, not {folds}"),
            ));
        }
        if *seed > MAX_SEED {
            errors.push(error(
                "/seed",
                format!("must be at most {MAX_SEED}, not {seed}"),
            ));
        }
        errors
    }
}

impl TrainSpec {
    /// What is out of range. A specification from [`crate::TrainRequest::resolve`] is in range; one that
    /// was read from elsewhere need not be.
    pub(crate) fn out_of_range(&self) -> Vec<ParameterError> {
        let TrainSpec {
            test_fraction,
            folds,
            seed,
            ..
        } = *self;
        let mut errors = Protocol {
            test_fraction,
            folds,
            seed,
        }
        .check();
        if !self.model.model_type().fits(self.task) {
            errors.push(error(
                "/model_type",
                format!("cannot do {}", self.task.name()),
            ));
        }
        if let Err(bad) = self.model.check() {
            errors.push(error("/hyperparameters", bad.to_string()));
        }
        if self.metric.task() != self.task {
            errors.push(error(
                "/metric",
                format!("does not measure {}", self.task.name()),
            ));
        }
        errors
    }

    /// JSON without white space, fields in a fixed order: equal specifications give equal text.
    #[must_use]
    pub fn canonical_json(&self) -> String {
        serde_json::to_string(self).expect("a specification holds nothing that JSON cannot")
    }
}

/// The key of a run: hex SHA-256 of engine version, data set and specification.
///
/// Two runs with the same key give the same model, byte for byte.
#[must_use]
pub fn run_key(dataset_sha256: &str, spec: &TrainSpec) -> String {
    let canonical = spec.canonical_json();
    crate::hash::sha256_hex(&[
        crate::ENGINE_VERSION.as_bytes(),
        dataset_sha256.to_ascii_lowercase().as_bytes(),
        canonical.as_bytes(),
    ])
}
