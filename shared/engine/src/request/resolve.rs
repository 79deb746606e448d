//! Checking a request against a schema, reporting everything that is wrong at once.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::fields::Fields;
use super::hyperparameters::ModelSpec;
use super::spec::TrainSpec;
use super::types::{FeatureSelection, Metric, Mode, ModelType, ParameterError, Task};
use crate::profile::{ColumnKind, ColumnSchema, default_target, default_task};

/// Most classes a classifier is offered for.
pub(crate) const MAX_CLASSES: usize = 256;

const TEST_FRACTION: std::ops::RangeInclusive<f64> = 0.05..=0.5;
const FOLDS: std::ops::RangeInclusive<u32> = 2..=20;

/// Integers up to here survive JSON in every language.
const MAX_SEED: u64 = (1 << 53) - 1;

/// What a user asks for. Everything has a default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrainRequest {
    /// Column to predict; default: `target`, `label` or `y`, else the last.
    pub target: Option<String>,
    /// Default: regression for a numeric target with more than 20 distinct values, else
    /// classification.
    pub task: Option<Task>,
    /// Name of the family; default: `logistic` for classification, `ridge` for regression,
    /// `baseline` in light mode.
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
        let model = self.resolve_model(mode, task, &mut errors);
        let metric = self.resolve_metric(task, &mut errors);
        let features = self.resolve_features(schema, target, &mut errors);
        let test_fraction = self.test_fraction.unwrap_or(0.25);
        if !TEST_FRACTION.contains(&test_fraction) {
            let detail = format!("must be from 0.05 to 0.5, not {test_fraction}");
            errors.push(error("/test_fraction", detail));
        }
        let folds = self.folds.unwrap_or(5);
        if !FOLDS.contains(&folds) {
            errors.push(error(
                "/folds",
                format!("must be from 2 to 20, not {folds}"),
            ));
        }
        let seed = self.seed.unwrap_or(42);
        if seed > MAX_SEED {
            errors.push(error(
                "/seed",
                format!("must be at most {MAX_SEED}, not {seed}"),
            ));
        }
        match (target, task, model, metric) {
            (Some(target), Some(task), Some(model), Some(metric)) if errors.is_empty() => {
                Ok(TrainSpec {
                    target: target.name.clone(),
                    task,
                    mode,
                    model,
                    metric,
                    test_fraction,
                    folds,
                    seed,
                    features,
                })
            }
            _ => Err(errors),
        }
    }

    fn resolve_target<'s>(
        &self,
        schema: &'s [ColumnSchema],
        errors: &mut Vec<ParameterError>,
    ) -> Option<&'s ColumnSchema> {
        let found = match &self.target {
            Some(name) => schema.iter().find(|column| column.name == *name),
            None => default_target(schema).map(|(column, _)| column),
        };
        if found.is_none() {
            let detail = match &self.target {
                Some(name) => {
                    format!(
                        "there is no column {name:?}; the columns are {}",
                        list_names(schema)
                    )
                }
                None => "the data set has no columns".to_owned(),
            };
            errors.push(error("/target", detail));
        }
        found
    }

    fn check_target(
        &self,
        target: &ColumnSchema,
        task: Task,
        rows: usize,
        errors: &mut Vec<ParameterError>,
    ) {
        let ColumnSchema {
            name,
            kind,
            unique,
            missing,
        } = target;
        let present = rows.saturating_sub(*missing);
        let numeric = matches!(kind, ColumnKind::Numeric | ColumnKind::Id);
        if *unique == 0 {
            return errors.push(error("/target", format!("every cell of {name:?} is empty")));
        }
        if *kind == ColumnKind::Datetime {
            let detail = format!(
                "{name:?} holds dates, which cannot be predicted; choose a numeric or categorical \
                 column"
            );
            return errors.push(error("/target", detail));
        }
        if task == Task::Regression {
            if !numeric {
                let detail = format!(
                    "{name:?} is not numeric, so it cannot be the target of a regression; choose \
                     classification or a numeric column"
                );
                errors.push(error("/task", detail));
            }
            return;
        }
        if *unique > 1 && *unique >= present {
            let detail = format!(
                "all {present} values of {name:?} are different, so there are no classes to learn; \
                 choose another target{}",
                if numeric {
                    " or task \"regression\""
                } else {
                    ""
                }
            );
            errors.push(error("/target", detail));
        } else if *unique > MAX_CLASSES {
            let detail = format!(
                "{name:?} has {unique} classes; at most {MAX_CLASSES} are offered{}",
                if numeric {
                    "; task \"regression\" may fit"
                } else {
                    ""
                }
            );
            errors.push(error("/target", detail));
        }
    }

    fn resolve_model(
        &self,
        mode: Mode,
        task: Option<Task>,
        errors: &mut Vec<ParameterError>,
    ) -> Option<ModelSpec> {
        let model_type = match (&self.model_type, mode, task) {
            (Some(name), _, _) => {
                let found = ModelType::ALL
                    .into_iter()
                    .find(|model| model.name() == name);
                if found.is_none() {
                    let detail = format!("{name:?} is not offered; choose {}", offered(task));
                    errors.push(error("/model_type", detail));
                }
                found?
            }
            (None, Mode::Light, _) => ModelType::Baseline,
            (None, Mode::Heavy, Some(Task::Classification)) => ModelType::Logistic,
            (None, Mode::Heavy, Some(Task::Regression)) => ModelType::Ridge,
            (None, Mode::Heavy, None) => return None,
        };
        if let Some(task) = task
            && !model_type.fits(task)
        {
            let detail = format!(
                "{:?} cannot do {}; choose {}",
                model_type.name(),
                task.name(),
                offered(Some(task))
            );
            errors.push(error("/model_type", detail));
        } else if mode == Mode::Light && model_type != ModelType::Baseline {
            let detail = format!(
                "light mode trains the baseline only; choose mode \"heavy\" for {:?}",
                model_type.name()
            );
            errors.push(error("/model_type", detail));
        }
        let none = Map::new();
        match ModelSpec::read(model_type, self.hyperparameters.as_ref().unwrap_or(&none)) {
            Ok(model) => Some(model),
            Err(bad) => {
                errors.extend(bad);
                None
            }
        }
    }

    fn resolve_metric(
        &self,
        task: Option<Task>,
        errors: &mut Vec<ParameterError>,
    ) -> Option<Metric> {
        let task = task?;
        let metric = self.metric.unwrap_or(match task {
            Task::Classification => Metric::Accuracy,
            Task::Regression => Metric::R2,
        });
        if metric.task() != task {
            let detail = format!(
                "{:?} does not measure {}; choose {}",
                metric.name(),
                task.name(),
                metrics(Some(task))
            );
            errors.push(error("/metric", detail));
        }
        Some(metric)
    }

    fn resolve_features(
        &self,
        schema: &[ColumnSchema],
        target: Option<&ColumnSchema>,
        errors: &mut Vec<ParameterError>,
    ) -> FeatureSelection {
        let given = self.features.clone().unwrap_or_default();
        let mut check = |list: &str, names: &[String]| -> BTreeSet<String> {
            for (index, name) in names.iter().enumerate() {
                let pointer = format!("/features/{list}/{index}");
                if !schema.iter().any(|column| column.name == *name) {
                    let detail = format!("there is no column {name:?}");
                    errors.push(ParameterError { pointer, detail });
                } else if list == "include" && target.is_some_and(|target| target.name == *name) {
                    let detail = format!("{name:?} is the target, so it cannot be a feature");
                    errors.push(ParameterError { pointer, detail });
                }
            }
            names.iter().cloned().collect()
        };
        let include = given.include.as_ref().map(|names| check("include", names));
        let exclude = check("exclude", &given.exclude);
        let left = schema.iter().any(|column| {
            target.is_none_or(|target| target.name != column.name)
                && include
                    .as_ref()
                    .is_none_or(|names| names.contains(&column.name))
                && !exclude.contains(&column.name)
        });
        if !left {
            let detail = "no column is left to learn from".to_owned();
            errors.push(error("/features", detail));
        }
        FeatureSelection {
            include: include.map(|names| names.into_iter().collect()),
            exclude: exclude.into_iter().collect(),
        }
    }
}

fn error(pointer: &str, detail: String) -> ParameterError {
    ParameterError {
        pointer: pointer.to_owned(),
        detail,
    }
}

/// The families that can do a task, as a list to choose from.
fn offered(task: Option<Task>) -> String {
    let names = ModelType::ALL
        .into_iter()
        .filter(|model| task.is_none_or(|task| model.fits(task)))
        .map(|model| format!("{:?}", model.name()));
    format!("one of {}", names.collect::<Vec<_>>().join(", "))
}

/// The scores of a task, as a list to choose from.
fn metrics(task: Option<Task>) -> String {
    let names = Metric::ALL
        .into_iter()
        .filter(|metric| task.is_none_or(|task| metric.task() == task))
        .map(|metric| format!("{:?}", metric.name()));
    format!("one of {}", names.collect::<Vec<_>>().join(", "))
}

fn list_names(schema: &[ColumnSchema]) -> String {
    const MOST: usize = 20;
    let mut names: Vec<String> = schema
        .iter()
        .take(MOST)
        .map(|column| format!("{:?}", column.name))
        .collect();
    if schema.len() > MOST {
        names.push(format!("and {} more", schema.len() - MOST));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema() -> Vec<ColumnSchema> {
        let column = |name: &str, kind, unique| ColumnSchema {
            name: name.to_owned(),
            kind,
            unique,
            missing: 0,
        };
        vec![
            column("age", ColumnKind::Numeric, 60),
            column("name", ColumnKind::Id, 100),
            column("when", ColumnKind::Datetime, 90),
            column("city", ColumnKind::Categorical, 4),
        ]
    }

    fn resolve(parameters: Value) -> Result<TrainSpec, Vec<ParameterError>> {
        TrainRequest::from_json(&parameters)?.resolve(&schema(), 100)
    }

    fn pointers(parameters: Value) -> Vec<String> {
        let errors = resolve(parameters).expect_err("must be refused");
        errors.into_iter().map(|error| error.pointer).collect()
    }

    #[test]
    fn defaults_become_explicit() {
        let spec = resolve(json!({})).expect("sound");
        assert_eq!(
            spec.canonical_json(),
            r#"{"target":"city","task":"classification","mode":"heavy","model_type":"logistic","hyperparameters":{"C":1.0,"fit_intercept":true,"max_iter":1000,"tol":0.0001},"metric":"accuracy","test_fraction":0.25,"folds":5,"seed":42,"features":{"include":null,"exclude":[]}}"#
        );
        let spec = resolve(json!({"target": "age"})).expect("sound");
        assert_eq!((spec.task, spec.metric), (Task::Regression, Metric::R2));
        assert_eq!(spec.model.model_type(), ModelType::Ridge);
        let spec = resolve(json!({"mode": "light"})).expect("sound");
        assert_eq!(spec.model, ModelSpec::Baseline {});
    }

    #[test]
    fn a_specification_survives_json() {
        let asked = json!({"target": "age", "hyperparameters": {"alpha": -0.0},
            "features": {"exclude": ["when", "city", "when"]}});
        let spec = resolve(asked).expect("sound");
        let read: TrainSpec = serde_json::from_str(&spec.canonical_json()).expect("reads back");
        assert_eq!(read, spec);
        assert_eq!(read.canonical_json(), spec.canonical_json());
        assert!(spec.canonical_json().contains(r#""alpha":0.0"#));
        assert_eq!(spec.features.exclude, ["city", "when"]);
    }

    #[test]
    fn every_wrong_type_and_unknown_field_is_reported_at_once() {
        let asked =
            json!({"targte": "x", "folds": "five", "seed": -1, "task": "cluster", "a/b": 1});
        let mut found = pointers(asked);
        found.sort();
        assert_eq!(found, ["/a~1b", "/folds", "/seed", "/targte", "/task"]);
        assert_eq!(pointers(json!([])), [""]);
    }

    #[test]
    fn every_bad_value_is_reported_at_once() {
        let asked = json!({
            "target": "nope", "model_type": "auto", "test_fraction": 0.9, "folds": 1,
            "seed": 1_u64 << 60, "features": {"include": ["nope", "age"], "exclude": ["no"]},
        });
        assert_eq!(
            pointers(asked),
            [
                "/target",
                "/model_type",
                "/features/include/0",
                "/features/exclude/0",
                "/test_fraction",
                "/folds",
                "/seed"
            ]
        );
    }

    #[test]
    fn every_bad_hyperparameter_is_reported_at_once() {
        let asked = json!({"hyperparameters": {"C": 0, "tol": 2, "max_iter": 0, "alpha": 1,
            "fit_intercept": "yes"}});
        let mut found = pointers(asked);
        found.sort();
        assert_eq!(
            found,
            [
                "/hyperparameters/C",
                "/hyperparameters/alpha",
                "/hyperparameters/fit_intercept",
                "/hyperparameters/max_iter",
                "/hyperparameters/tol"
            ]
        );
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let detail = |parameters| resolve(parameters).expect_err("refused")[0].detail.clone();
        assert_eq!(
            detail(json!({"model_type": "auto"})),
            "\"auto\" is not offered; choose one of \"baseline\", \"logistic\""
        );
        assert_eq!(pointers(json!({"target": "when"})), ["/target"]);
        assert_eq!(pointers(json!({"target": "name"})), ["/target"]);
        assert_eq!(pointers(json!({"task": "regression"})), ["/task"]);
        assert_eq!(pointers(json!({"model_type": "ridge"})), ["/model_type"]);
        assert_eq!(
            pointers(json!({"mode": "light", "model_type": "logistic"})),
            ["/model_type"]
        );
        assert_eq!(pointers(json!({"metric": "r2"})), ["/metric"]);
        assert_eq!(
            pointers(json!({"features": {"include": ["city"]}})),
            ["/features/include/0", "/features"]
        );
        assert_eq!(
            pointers(json!({"features": {"exclude": ["age", "name", "when"]}})),
            ["/features"]
        );
    }

    #[test]
    fn run_keys_tell_runs_apart() {
        let spec = resolve(json!({})).expect("sound");
        let other = resolve(json!({"seed": 43})).expect("sound");
        let key = crate::run_key("AB", &spec);
        assert_eq!(key.len(), 64);
        assert_eq!(key, crate::run_key("ab", &spec));
        assert_ne!(key, crate::run_key("ab", &other));
        assert_ne!(key, crate::run_key("ac", &spec));
    }
}
