//! `POST /api/ml/v1/artifacts/{id}/predict`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderName;
use axum::http::header::CACHE_CONTROL;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stint_engine::{Explanation, Model, ParameterError, Prediction};
use stint_platform::domain::ArtifactId;
use stint_platform::http::{ApiError, ApiJson, ApiPath, CurrentUser, FieldError, Problems};
use utoipa::ToSchema;

use crate::App;
use crate::explanation::{ExplanationView, explained};

/// Rows that one request may bring.
const MAX_ROWS: usize = 10_000;
/// What a function's payload can carry.
pub(crate) const MAX_BODY_BYTES: usize = 4 * 1024 * 1024;

type NoStore = [(HeaderName, &'static str); 1];

/// Rows to answer for.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PredictRequest {
    /// One object per row: a value by column name. Columns may be missing, and so may values; the
    /// target is ignored if it is there.
    #[schema(value_type = Vec<Object>, example = json!([{"bill_length_mm": 39.1, "island": "Torgersen"}]))]
    rows: Vec<Map<String, Value>>,
    /// Whether each answer says how much each column speaks for it, for at most 100 rows. Not offered by every
    /// family: `explained` in the model's schema says it.
    #[serde(default)]
    #[schema(default = false)]
    explain: bool,
}

/// What the model says.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct PredictResponse {
    /// The predicted column.
    target: String,
    /// `classification` or `regression`.
    task: String,
    /// One answer per row, in the order of the rows.
    predictions: Vec<RowPrediction>,
}

/// The answer for one row.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct RowPrediction {
    /// The most probable class, or the number in units of the target.
    #[schema(value_type = PredictedView)]
    prediction: Value,
    /// The probability of each class; `null` for regression.
    probabilities: Option<BTreeMap<String, f64>>,
    /// Why it is what it is; `null` if that was not asked for.
    explanation: Option<ExplanationView>,
}

/// A class, or a number.
#[derive(ToSchema)]
#[schema(as = Predicted)]
#[serde(untagged)]
#[expect(dead_code, reason = "describes what is answered to OpenAPI")]
enum PredictedView {
    Class(String),
    Value(f64),
}

/// Predictions for rows, by a model of yours. Missing values and unseen categories are accepted.
#[utoipa::path(
    post,
    path = "/api/ml/v1/artifacts/{id}/predict",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid")),
    request_body = PredictRequest,
    responses((status = 200, body = PredictResponse), Problems)
)]
pub(crate) async fn predict_rows(
    State(app): State<App>,
    // Nothing is changed, so a token that may only read may ask.
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<ArtifactId>,
    ApiJson(request): ApiJson<PredictRequest>,
) -> Result<(NoStore, Json<PredictResponse>), ApiError> {
    let model = app.model(owner, id).await?;
    if !(1..=MAX_ROWS).contains(&request.rows.len()) {
        let rows = request.rows.len();
        return Err(ApiError::invalid(
            "/rows",
            format!("{rows} rows, expected 1 to {MAX_ROWS}"),
        ));
    }
    let predictions = if request.explain {
        let answers = explained(&model, &request.rows)?.into_iter();
        let one = |(prediction, why)| answer(&model, prediction, Some(why));
        answers.map(one).collect()
    } else {
        let answers = model.predict(&request.rows).map_err(refused)?.into_iter();
        answers.map(|one| answer(&model, one, None)).collect()
    };
    let response = PredictResponse {
        target: model.target().to_owned(),
        task: model.task().name().to_owned(),
        predictions,
    };
    // Nothing was made, so there is nothing to keep under an Idempotency-Key.
    Ok(([(CACHE_CONTROL, "no-store")], Json(response)))
}

/// What is wrong with the rows.
pub(crate) fn refused(errors: Vec<ParameterError>) -> ApiError {
    let errors = errors
        .into_iter()
        .map(|error| FieldError::new(error.pointer, error.detail));
    ApiError::all_invalid(errors.collect())
}

fn answer(model: &Model, prediction: Prediction, why: Option<Explanation>) -> RowPrediction {
    let explanation = why.map(ExplanationView::from);
    match prediction {
        Prediction::Class {
            label,
            probabilities,
        } => RowPrediction {
            prediction: Value::String(label),
            probabilities: Some(model.labels().iter().cloned().zip(probabilities).collect()),
            explanation,
        },
        Prediction::Value { value } => RowPrediction {
            prediction: value.into(),
            probabilities: None,
            explanation,
        },
    }
}
