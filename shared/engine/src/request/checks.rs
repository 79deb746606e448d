//! The single checks of a request: target, model, metric, features.

use std::collections::BTreeSet;

use serde_json::Map;

use super::hyperparameters::ModelSpec;
use super::resolve::{DEFAULT_TEST_FRACTION, TrainRequest};
use super::types::{FeatureSelection, Metric, Mode, ModelType, ParameterError, Task};
use crate::profile::{ColumnKind, ColumnSchema, default_target};
use crate::svm::{MAX_ROWS as MAX_SVM_ROWS, too_many_rows};

/// Most classes a classifier is offered for.
pub(crate) const MAX_CLASSES: usize = 256;

impl TrainRequest {
    pub(super) fn resolve_target<'s>(
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

    pub(super) fn check_target(
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

    pub(super) fn resolve_model(
        &self,
        mode: Mode,
        task: Option<Task>,
        present: usize,
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
        if model_type == ModelType::Svm && mode == Mode::Heavy {
            let learnt = self.learnt_rows(present);
            if learnt > MAX_SVM_ROWS {
                errors.push(error("/model_type", too_many_rows(learnt)));
            }
        }
        let none = Map::new();
        match ModelSpec::read(model_type, self.hyperparameters.as_ref().unwrap_or(&none)) {
            Ok(model) => {
                if task == Some(Task::Regression) && model.class_weight().is_some() {
                    let detail = "weighs classes, and a regression has none; leave it out";
                    errors.push(error("/hyperparameters/class_weight", detail.to_owned()));
                }
                Some(model)
            }
            Err(bad) => {
                errors.extend(bad);
                None
            }
        }
    }

    /// Of the rows with a target, those that are not held back.
    fn learnt_rows(&self, present: usize) -> usize {
        let fraction = self.test_fraction.unwrap_or(DEFAULT_TEST_FRACTION);
        present.saturating_sub((present as f64 * fraction).ceil() as usize)
    }

    pub(super) fn resolve_metric(
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

    pub(super) fn resolve_features(
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

pub(super) fn error(pointer: &str, detail: String) -> ParameterError {
    ParameterError {
        pointer: pointer.to_owned(),
        detail,
    }
}

/// The families that can do a task, as a list to choose from.
pub(super) fn offered(task: Option<Task>) -> String {
    let names = ModelType::ALL
        .into_iter()
        .filter(|model| task.is_none_or(|task| model.fits(task)))
        .map(|model| format!("{:?}", model.name()));
    format!("one of {}", names.collect::<Vec<_>>().join(", "))
}

/// The scores of a task, as a list to choose from.
pub(super) fn metrics(task: Option<Task>) -> String {
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
