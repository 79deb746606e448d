//! `GET /api/ml/v1/training-runs/{id}`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_engine::{FeatureImportance, Metrics, Report, Trial, Warning};
use stint_platform::domain::RunId;
use stint_platform::http::views::RunSummaryView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};
use stint_platform::objects::keys;
use utoipa::ToSchema;

use crate::App;

/// No report is larger: curves, matrices and samples are capped by the engine.
const MAX_REPORT_BYTES: u64 = 4 * 1024 * 1024;

/// One training run with everything that was measured.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct RunDetail {
    /// What lists show of it.
    #[serde(flatten)]
    pub(crate) summary: RunSummaryView,
    /// Scores on the held-out part with curves, matrix and samples.
    pub(crate) metrics: Metrics,
    /// Every trial of a search, best first; empty where one model was asked for.
    pub(crate) leaderboard: Vec<Trial>,
    /// Permutation importance of each column on the held-out part, largest first.
    pub(crate) importance: Vec<FeatureImportance>,
    /// What its owner should know about data and protocol.
    pub(crate) warnings: Vec<Warning>,
    /// The engine's full report.
    pub(crate) report: Report,
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
    let report: Report = serde_json::from_slice(&stored).map_err(ApiError::internal)?;
    let search = report.search.as_ref();
    Ok(Json(RunDetail {
        summary: run.into(),
        metrics: report.metrics.clone(),
        leaderboard: search.map_or_else(Vec::new, |search| search.leaderboard.clone()),
        importance: report.importance.clone(),
        warnings: report.warnings.clone(),
        report,
    }))
}
