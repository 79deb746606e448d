//! Why a model predicts what it predicts.

use ndarray::Array2;
use serde_json::{Map, Value};

use super::{Estimator, Model, Prediction, rows};
use crate::explain::{Explanation, OutputUnit, explain};
use crate::request::ParameterError;

/// Why rows are not explained.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ExplainError {
    /// The rows do not fit the model.
    #[error("the rows do not fit the model: {} problems", .0.len())]
    Rows(Vec<ParameterError>),
    /// The family has no exact explanation that takes bounded work.
    #[error("predictions of {0} are not explained; linear models, trees, forests and boosting are")]
    NotOffered(&'static str),
}

impl Model {
    /// Whether predictions of the model are explained; it depends on its family.
    #[must_use]
    pub fn is_explained(&self) -> bool {
        let none = Array2::zeros((0, self.content.preparation.width()));
        explain(&self.content, &none).is_some()
    }

    /// Roughly how many steps it takes to explain one row.
    #[must_use]
    pub fn explanation_work(&self) -> u64 {
        match &self.content.estimator {
            Estimator::Trees(ensemble) => ensemble.shap_work(),
            _ => self.content.preparation.width() as u64,
        }
    }

    /// What each column contributes to the predictions of rows, which are given as in
    /// [`Model::predict`]: for each row one [`Explanation`] per output of the model.
    ///
    /// # Errors
    /// Everything that is wrong with the rows; and that the family is not explained.
    pub fn explain(
        &self,
        rows: &[Map<String, Value>],
    ) -> Result<Vec<Vec<Explanation>>, ExplainError> {
        let encoded = rows::encode(&self.content, rows).map_err(ExplainError::Rows)?;
        self.explanations(&encoded)
    }

    /// Predicts for rows as [`Model::predict`] does, and says why: of a classifier why the label is the
    /// predicted one.
    ///
    /// # Errors
    /// As [`Model::explain`].
    pub fn predict_explained(
        &self,
        rows: &[Map<String, Value>],
    ) -> Result<Vec<(Prediction, Explanation)>, ExplainError> {
        let encoded = rows::encode(&self.content, rows).map_err(ExplainError::Rows)?;
        let explanations = self.explanations(&encoded)?;
        let answers = self.answers(&encoded).into_iter();
        let pairs = answers.zip(explanations).map(|(answer, outputs)| {
            let why = about(outputs, &answer);
            (answer, why)
        });
        Ok(pairs.collect())
    }

    fn explanations(&self, encoded: &Array2<f64>) -> Result<Vec<Vec<Explanation>>, ExplainError> {
        explain(&self.content, encoded)
            .ok_or(ExplainError::NotOffered(self.content.model_type.name()))
    }
}

/// Of the explanations of a row, the one that is about what is predicted.
fn about(mut outputs: Vec<Explanation>, answer: &Prediction) -> Explanation {
    let Prediction::Class { label, .. } = answer else {
        return outputs.swap_remove(0);
    };
    let is_it = |explanation: &Explanation| explanation.label.as_ref() == Some(label);
    match outputs.iter().position(is_it) {
        Some(place) => outputs.swap_remove(place),
        // A single output is about the other of two labels.
        None => turned(outputs.swap_remove(0), label),
    }
}

/// The explanation of the other of two labels.
fn turned(mut explanation: Explanation, label: &str) -> Explanation {
    let whole = match explanation.unit {
        OutputUnit::Probability => 1.0,
        OutputUnit::LogOdds | OutputUnit::Score | OutputUnit::Value => 0.0,
    };
    explanation.label = Some(label.to_owned());
    explanation.base = whole - explanation.base;
    explanation.output = whole - explanation.output;
    for contribution in &mut explanation.contributions {
        // Adding zero turns −0 into 0.
        contribution.value = 0.0 - contribution.value;
    }
    explanation
}
