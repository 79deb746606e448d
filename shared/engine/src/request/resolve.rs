//! Checking a request against a schema, reporting everything that is wrong at once.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::spec::TrainSpec;
use super::types::{FeatureSelection, Metric, Mode, ParameterError, Task};
use crate::profile::ColumnSchema;

/// What a user asks for. Everything has a default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrainRequest {
    /// Column to predict; default: `target`, `label` or `y`, else the last.
    pub target: Option<String>,
    /// Default: regression for a numeric target with more than 20 distinct values, else classification.
    pub task: Option<Task>,
    /// Name of the family; default: `logistic` for classification, `ridge` for regression.
    pub model_type: Option<String>,
    /// Default: heavy.
    pub mode: Option<Mode>,
    /// Hyperparameters of the family, named as scikit-learn names them.
    pub hyperparameters: Option<Map<String, Value>>,
    /// The primary score; default: accuracy or R².
    pub metric: Option<Metric>,
    /// Share of rows held back; default 0.25.
    pub test_fraction: Option<f64>,
    /// Parts of a cross-validation; default 5.
    pub folds: Option<u32>,
    /// Seed of every random choice; default 42.
    pub seed: Option<u64>,
    /// Which columns may be used; default: all.
    pub features: Option<FeatureSelection>,
}

impl TrainRequest {
    /// Reads a request from JSON, reporting every unknown field and every wrong type, not just the first.
    ///
    /// # Errors
    /// One entry per bad field.
    pub fn from_json(_parameters: &Value) -> Result<Self, Vec<ParameterError>> {
        unimplemented!("follows in the next commit")
    }

    /// Makes every default explicit and checks the request against the data set's schema and row count.
    ///
    /// # Errors
    /// Everything that is wrong, with JSON pointers relative to the parameters, such as `/target`.
    pub fn resolve(
        &self,
        _schema: &[ColumnSchema],
        _rows: usize,
    ) -> Result<TrainSpec, Vec<ParameterError>> {
        unimplemented!("follows in the next commit")
    }
}
