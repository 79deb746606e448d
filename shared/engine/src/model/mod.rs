//! The trained model: its preprocessing, its estimator, its bytes.

mod describe;
mod estimator;
mod explained;
mod format;
mod rows;

pub use describe::ModelInput;
pub(crate) use estimator::Estimator;
pub use explained::ExplainError;

use ndarray::Array2;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::ensembles::feature_kinds;
use crate::metrics::{Predictions, most_probable};
use crate::prepare::{ColumnEncoder, Preparation};
use crate::request::{ModelType, ParameterError, Task};

/// A trained model with its preprocessing. It is data, never code.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub(crate) content: Content,
}

/// What a model file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) engine_version: String,
    pub(crate) dataset_sha256: String,
    /// Canonical JSON of the specification.
    pub(crate) specification: String,
    pub(crate) task: Task,
    pub(crate) model_type: ModelType,
    pub(crate) target: String,
    /// Classes in the order of the probabilities; empty for regression.
    pub(crate) labels: Vec<String>,
    pub(crate) preparation: Preparation,
    /// Columns of the data set that the model does not use; rows may have them.
    pub(crate) ignored: Vec<String>,
    pub(crate) estimator: Estimator,
    /// For linear models: the mean of each encoded number in the training part; else empty.
    pub(crate) background: Vec<f64>,
}

impl Content {
    fn knows(&self, column: &str) -> bool {
        self.target == column
            || self
                .preparation
                .columns
                .iter()
                .any(|encoder| encoder.name == column)
            || self.ignored.iter().any(|name| name == column)
    }

    /// Whether the parts fit together, so that predicting cannot go wrong.
    fn check(&self) -> Result<(), ModelError> {
        /// Wider rows are not made by any CSV that is accepted.
        const MAX_WIDTH: usize = 1 << 20;
        let encoders_sound = self.preparation.columns.iter().all(ColumnEncoder::is_sound);
        let width = self
            .preparation
            .columns
            .iter()
            .try_fold(0_usize, |sum, column| sum.checked_add(column.width()));
        let labels_fit = (self.task == Task::Regression) == self.labels.is_empty();
        let sound = width.is_some_and(|width| {
            let known = self.background.len();
            width <= MAX_WIDTH
                && self.estimator.is_sound(width, self.labels.len())
                && (known == 0 || known == width)
                && self.background.iter().all(|mean| mean.is_finite())
        });
        // Trees read some numbers as the places of categories; others could be of any size.
        let kinds_fit = match &self.estimator {
            Estimator::Trees(ensemble) => ensemble.features == feature_kinds(&self.preparation),
            _ => true,
        };
        if encoders_sound && labels_fit && sound && kinds_fit {
            Ok(())
        } else {
            Err(format::damaged("its parts do not fit together"))
        }
    }
}

/// Why bytes are not a model.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The bytes do not start as a model does.
    #[error("these bytes are not a Stint model")]
    NotAModel,
    /// The format is another one than this engine reads.
    #[error("format version {found} is not supported; this engine reads version {supported}")]
    UnsupportedVersion {
        /// Version in the file.
        found: u16,
        /// Version that can be read.
        supported: u16,
    },
    /// The content differs from its checksum, or ends early, or is inconsistent.
    #[error("the model is damaged: {0}")]
    Damaged(String),
}

/// The answer for one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Prediction {
    /// A class.
    Class {
        /// The most probable label.
        label: String,
        /// Probability of each label of [`Model::labels`], in its order.
        probabilities: Vec<f64>,
    },
    /// A number.
    Value {
        /// The number, in units of the target.
        value: f64,
    },
}

impl Model {
    /// The column that is predicted.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.content.target
    }

    /// What is predicted.
    #[must_use]
    pub const fn task(&self) -> Task {
        self.content.task
    }

    /// The family.
    #[must_use]
    pub const fn model_type(&self) -> ModelType {
        self.content.model_type
    }

    /// Classes in the order of the probabilities; empty for regression.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.content.labels
    }

    /// Columns the model uses.
    pub fn features(&self) -> impl Iterator<Item = &str> {
        self.content
            .preparation
            .columns
            .iter()
            .map(|column| column.name.as_str())
    }

    /// The file format: magic, version, SHA-256, compressed content.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        format::write(&self.content)
    }

    /// Reads what [`Model::to_bytes`] wrote.
    ///
    /// # Errors
    /// Whatever is wrong with the bytes; never a panic.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Ok(Self {
            content: format::read(bytes)?,
        })
    }

    /// Predicts for rows given as JSON objects `{column: value}`. Values may be written as JSON or as in
    /// a CSV (`1.5` or `"1.5"`). Absent columns, `null`, empty strings and unseen categories are
    /// accepted, and so are the target and other columns of the data set, which are not used; unknown
    /// columns and wrong types are refused.
    ///
    /// # Errors
    /// Everything that is wrong, with pointers such as `/rows/3/age`.
    pub fn predict(
        &self,
        rows: &[Map<String, Value>],
    ) -> Result<Vec<Prediction>, Vec<ParameterError>> {
        let encoded = rows::encode(&self.content, rows)?;
        Ok(self.answers(&encoded))
    }

    /// Predictions of encoded rows.
    fn answers(&self, encoded: &Array2<f64>) -> Vec<Prediction> {
        match self.content.estimator.predict(encoded) {
            Predictions::Values(values) => values
                .into_iter()
                .map(|value| Prediction::Value { value })
                .collect(),
            Predictions::Classes {
                probabilities,
                classes,
            } => probabilities
                .chunks_exact(classes)
                .map(|row| Prediction::Class {
                    label: self.content.labels[most_probable(row)].clone(),
                    probabilities: row.to_vec(),
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::prepare::{Supervision, fit};

    /// A model of three columns for three classes.
    pub(super) fn content() -> Content {
        let csv = "age,city,when,flag,t\n1,a,2024-01-01,yes,x\n5,b,2024-06-03,no,y\n9,c,2025-02-01,no,z\n";
        let table =
            crate::csv::Table::read(csv.as_bytes(), &crate::CsvRules::default()).expect("sound");
        let nothing = Supervision::default();
        let prepared = fit(table.columns[..4].iter(), &[0, 1, 2], &nothing).expect("finite");
        let preparation = prepared.preparation;
        let width = preparation.width();
        Content {
            engine_version: crate::ENGINE_VERSION.into(),
            dataset_sha256: "ab".repeat(32),
            specification: "{}".into(),
            task: Task::Classification,
            model_type: ModelType::Logistic,
            target: "t".into(),
            labels: ["x", "y", "z"].map(String::from).to_vec(),
            estimator: Estimator::Logistic {
                weights: (0..3 * width).map(|i| i as f64 / 10.0).collect(),
                intercepts: vec![0.0, 0.5, -0.5],
            },
            preparation,
            background: Vec::new(),
            ignored: vec!["id".into()],
        }
    }

    fn predict(row: Value) -> Result<Vec<Prediction>, Vec<ParameterError>> {
        let Value::Object(row) = row else {
            panic!("an object")
        };
        Model { content: content() }.predict(&[row])
    }

    #[test]
    fn values_may_be_written_as_json_or_as_in_a_csv() {
        let plain = predict(json!({"age": 5, "city": "b", "when": "2024-06-03", "flag": true}));
        let texts = predict(
            json!({"age": " 5 ", "city": "b", "when": "2024-06-03T00:00Z",
            "flag": "YES", "id": 7, "t": "x"}),
        );
        assert!(plain.is_ok());
        assert_eq!(plain, texts);
    }

    #[test]
    fn missing_and_unseen_values_are_accepted() {
        assert!(predict(json!({})).is_ok());
        assert!(
            predict(json!({"age": null, "city": "never seen", "when": "NA", "flag": ""})).is_ok()
        );
        let Ok(probabilities) = predict(json!({})) else {
            panic!("accepted")
        };
        let Prediction::Class { probabilities, .. } = &probabilities[0] else {
            panic!("a class")
        };
        assert!((probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn wrong_types_and_unknown_columns_are_reported_together() {
        let errors = predict(json!({"age": "old", "when": 5, "c/ty": 1, "city": []}))
            .expect_err("must be refused");
        let mut pointers: Vec<&str> = errors.iter().map(|error| error.pointer.as_str()).collect();
        pointers.sort_unstable();
        assert_eq!(
            pointers,
            [
                "/rows/0/age",
                "/rows/0/city",
                "/rows/0/c~1ty",
                "/rows/0/when"
            ]
        );
    }
}
