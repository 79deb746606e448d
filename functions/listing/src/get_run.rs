//! `GET /api/ml/v1/training-runs/{id}`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use serde_json::{Map, Value};
use stint_platform::domain::RunId;
use stint_platform::http::views::RunView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};
use stint_platform::objects::keys;
use utoipa::ToSchema;

use crate::App;

/// No report is larger: curves, matrices and samples are capped by the engine.
const MAX_REPORT_BYTES: u64 = 4 * 1024 * 1024;

/// One training run with everything that was measured.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct RunDetail {
    /// The run; its `metrics` hold curves, matrix and samples as well.
    #[serde(flatten)]
    pub(crate) run: RunView,
    /// Permutation importance of each column on the held-out part, largest first.
    #[schema(value_type = Vec<Object>)]
    pub(crate) importance: Value,
    /// What its owner should know about data and protocol.
    #[schema(value_type = Vec<Object>)]
    pub(crate) warnings: Value,
    /// The engine's full report.
    #[schema(value_type = Object)]
    pub(crate) report: Value,
}

/// One training run with everything that was measured.
#[utoipa::path(
    get,
    path = "/api/ml/v1/training-runs/{id}",
    tag = "runs",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = RunDetail), Problems)
)]
pub(crate) async fn get_run(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<RunId>,
) -> Result<Json<RunDetail>, ApiError> {
    let run = app
        .core
        .run(owner, id)
        .await?
        .ok_or_else(|| ApiError::not_found("training run"))?;
    let stored = app
        .objects
        .get(&keys::report(owner, id, &run.mode_used), MAX_REPORT_BYTES)
        .await?;
    let stored = stored.ok_or_else(|| ApiError::internal("a run has no report object"))?;
    let mut report: Map<String, Value> =
        serde_json::from_slice(&stored).map_err(ApiError::internal)?;
    let mut run = RunView::from(run);
    if let Some(Value::Array(trials)) = report
        .get("search")
        .map(|search| search["leaderboard"].clone())
    {
        run.leaderboard = trials;
    }
    if let Some(Value::Object(metrics)) = report.remove("metrics") {
        run.metrics.extend(metrics);
    }
    Ok(Json(RunDetail {
        run,
        importance: report.get("importance").cloned().unwrap_or_default(),
        warnings: report.get("warnings").cloned().unwrap_or_default(),
        report: Value::Object(report),
    }))
}
