//! The specification of a run, its canonical form and its key.

use serde::{Deserialize, Serialize};

use super::hyperparameters::ModelSpec;
use super::types::{FeatureSelection, Metric, Mode, Task};

/// A training run with every parameter explicit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl TrainSpec {
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
