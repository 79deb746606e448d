//! Why a model says what it says.

use serde::Serialize;
use serde_json::{Map, Value};
use stint_engine::{ExplainError, Explanation, Model, OutputUnit, Prediction};
use stint_platform::http::ApiError;
use utoipa::ToSchema;

use crate::predict_rows::refused;

/// Rows that one request may have explained.
const MAX_ROWS: usize = 100;

/// Steps of work that one request may take: seconds, on the part of a core that this function has.
const MAX_WORK: u64 = 1_000_000_000;

/// Why a prediction is what it is: `base` and all contributions add up to `output`.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct ExplanationView {
    /// What is explained: of a classifier how much speaks for the predicted class, in this unit.
    unit: OutputUnit,
    /// What the model says on average over the rows that it was trained on.
    base: f64,
    /// What it says of this row.
    output: f64,
    /// How far each column moves it, in the order of the dataset; against the prediction if negative.
    contributions: Vec<ContributionView>,
}

/// What one column contributes.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct ContributionView {
    /// The column.
    column: String,
    /// How far it moves the output, in its unit.
    contribution: f64,
}

impl From<Explanation> for ExplanationView {
    fn from(explanation: Explanation) -> Self {
        let contributions = explanation.contributions.into_iter();
        Self {
            unit: explanation.unit,
            base: explanation.base,
            output: explanation.output,
            contributions: contributions
                .map(|contribution| ContributionView {
                    column: contribution.feature,
                    contribution: contribution.value,
                })
                .collect(),
        }
    }
}

/// Rows that one request may have explained by a model, or why there are none.
pub(crate) fn most_rows(model: &Model) -> Result<usize, ApiError> {
    let never = |detail: String| Err(ApiError::invalid("/explain", detail));
    if !model.is_explained() {
        return never(ExplainError::NotOffered(model.model_type().name()).to_string());
    }
    let affordable = MAX_WORK / model.explanation_work().max(1);
    match usize::try_from(affordable).unwrap_or(MAX_ROWS) {
        0 => never("this model is too large for its predictions to be explained".to_owned()),
        affordable => Ok(affordable.min(MAX_ROWS)),
    }
}

/// Predictions with what speaks for them.
pub(crate) fn explained(
    model: &Model,
    rows: &[Map<String, Value>],
) -> Result<Vec<(Prediction, Explanation)>, ApiError> {
    let most = most_rows(model)?;
    if rows.len() > most {
        let detail = format!("{} rows; with explain, expected 1 to {most}", rows.len());
        return Err(ApiError::invalid("/rows", detail));
    }
    model.predict_explained(rows).map_err(|error| match error {
        ExplainError::Rows(errors) => refused(errors),
        error @ ExplainError::NotOffered(_) => ApiError::internal(error),
    })
}
