//! Checking a request against a schema, reporting everything that is wrong at once.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::checks::{metrics, offered};
use super::fields::Fields;
use super::spec::{Protocol, TrainSpec};
use super::types::{FeatureSelection, Metric, Mode, ParameterError, Task};
use crate::profile::{ColumnSchema, default_task};

/// Share of rows held back when nothing is said.
pub(super) const DEFAULT_TEST_FRACTION: f64 = 0.25;

/// What a user asks for. Everything has a default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TrainRequest {
    /// Column to predict; default: `target`, `label` or `y`, else the last.
    pub target: Option<String>,
    /// Default: regression for a numeric target with more than 20 distinct values, else
    /// classification.
    pub task: Option<Task>,
    /// The family; default: `logistic` for classification, `ridge` for regression,
    /// `baseline` in light mode.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<super::ModelType>))]
    pub model_type: Option<String>,
    /// Default: heavy.
    pub mode: Option<Mode>,
    /// Hyperparameters of the family, named as scikit-learn names them.
    pub hyperparameters: Option<Map<String, Value>>,
    /// The primary score; default: accuracy or R².
    pub metric: Option<Metric>,
    /// Share of rows held back, 0.05 to 0.5; default 0.25.
    pub test_fraction: Option<f64>,
    /// Parts of the cross-validation inside the training part, 2 to 20; default 5.
    pub folds: Option<u32>,
    /// Seed of every random choice, at most 2⁵³ − 1; default 42.
    pub seed: Option<u64>,
    /// Which columns may be used; default: all.
    pub features: Option<FeatureSelection>,
}

impl TrainRequest {
    /// Reads a request from JSON, reporting every unknown field and every wrong type, not just the
    /// first.
    ///
    /// # Errors
    /// One entry per bad field.
    pub fn from_json(parameters: &Value) -> Result<Self, Vec<ParameterError>> {
        let Value::Object(object) = parameters else {
            let detail = "the parameters must be a JSON object".to_owned();
            return Err(vec![ParameterError {
                pointer: String::new(),
                detail,
            }]);
        };
        let mut fields = Fields::new(object, "");
        let request = Self {
            target: fields.take("target", "the name of a column"),
            task: fields.take("task", "\"classification\" or \"regression\""),
            model_type: fields.take("model_type", &offered(None)),
            mode: fields.take("mode", "\"light\" or \"heavy\""),
            hyperparameters: fields.take("hyperparameters", "an object"),
            metric: fields.take("metric", &metrics(None)),
            test_fraction: fields.take("test_fraction", "a number"),
            folds: fields.take("folds", "a whole number of at least 2"),
            seed: fields.take("seed", "a whole number of at least 0"),
            features: fields.take("features", "{\"include\": [names], \"exclude\": [names]}"),
        };
        let errors = fields.finish();
        if errors.is_empty() {
            Ok(request)
        } else {
            Err(errors)
        }
    }

    /// Makes every default explicit and checks the request against the data set's schema and row
    /// count.
    ///
    /// # Errors
    /// Everything that is wrong, with JSON pointers relative to the parameters, such as `/target`.
    pub fn resolve(
        &self,
        schema: &[ColumnSchema],
        rows: usize,
    ) -> Result<TrainSpec, Vec<ParameterError>> {
        let mut errors = Vec::new();
        let target = self.resolve_target(schema, &mut errors);
        let task = self.task.or_else(|| target.map(default_task));
        if let (Some(target), Some(task)) = (target, task) {
            self.check_target(target, task, rows, &mut errors);
        }
        let mode = self.mode.unwrap_or(Mode::Heavy);
        let present = target.map_or(rows, |target| rows.saturating_sub(target.missing));
        let model = self.resolve_model(mode, task, present, &mut errors);
        let metric = self.resolve_metric(task, &mut errors);
        let features = self.resolve_features(schema, target, &mut errors);
        let protocol = Protocol {
            test_fraction: self.test_fraction.unwrap_or(DEFAULT_TEST_FRACTION),
            folds: self.folds.unwrap_or(5),
            seed: self.seed.unwrap_or(42),
        };
        errors.extend(protocol.check());
        match (target, task, model, metric) {
            (Some(target), Some(task), Some(model), Some(metric)) if errors.is_empty() => {
                Ok(TrainSpec {
                    target: target.name.clone(),
                    task,
                    mode,
                    model,
                    metric,
                    test_fraction: protocol.test_fraction,
                    folds: protocol.folds,
                    seed: protocol.seed,
                    features,
                })
            }
            _ => Err(errors),
        }
    }
}
