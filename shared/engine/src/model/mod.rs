//! The trained model: its preprocessing, its estimator, its bytes.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::request::ParameterError;

/// A trained model with its preprocessing. It is data, never code.
#[derive(Clone, Debug)]
pub struct Model {
    target: String,
}

/// Why bytes are not a model.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The bytes do not start as a model does.
    #[error("these bytes are not a Stint model")]
    NotAModel,
    /// The format is newer than this engine.
    #[error("format version {found} is not supported; this engine reads up to {supported}")]
    UnsupportedVersion {
        /// Version in the file.
        found: u16,
        /// Newest version that can be read.
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
        &self.target
    }

    /// Classes in the order of the probabilities; empty for regression.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        unimplemented!("follows in the next commit")
    }

    /// The file format: magic, version, SHA-256, compressed content.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        unimplemented!("follows in the next commit")
    }

    /// Reads what [`Model::to_bytes`] wrote.
    ///
    /// # Errors
    /// Whatever is wrong with the bytes; never a panic.
    pub fn from_bytes(_bytes: &[u8]) -> Result<Self, ModelError> {
        unimplemented!("follows in the next commit")
    }

    /// Predicts for rows given as JSON objects `{column: value}`. Missing columns, `null` and unseen
    /// categories are accepted; unknown columns and wrong types are not.
    ///
    /// # Errors
    /// Everything that is wrong, with pointers such as `/rows/3/age`.
    pub fn predict(
        &self,
        _rows: &[Map<String, Value>],
    ) -> Result<Vec<Prediction>, Vec<ParameterError>> {
        unimplemented!("follows in the next commit")
    }
}
