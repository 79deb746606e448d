//! `GET /api/ml/v1/metrics/trends`

use std::collections::BTreeMap;

use axum::extract::{OriginalUri, State};
use serde::Serialize;
use stint_platform::domain::Run;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};
use utoipa::ToSchema;

use crate::App;

/// One run's scores, as a point of a trend.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Trend {
    /// The run.
    #[schema(format = "uuid")]
    pub(crate) run_id: String,
    /// When it finished.
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The version of the dataset it was trained on.
    pub(crate) version: u32,
    /// Scalar scores on the held-out part by name.
    pub(crate) metrics: BTreeMap<String, f64>,
}

impl From<Run> for Trend {
    fn from(run: Run) -> Self {
        Self {
            run_id: run.id.to_string(),
            created_at: run.created_at.to_string(),
            version: run.dataset_version,
            metrics: run.metrics,
        }
    }
}

/// Scores of the newest runs, newest first.
#[utoipa::path(
    get,
    path = "/api/ml/v1/metrics/trends",
    tag = "metrics",
    params(PageQuery),
    responses((status = 200, body = Vec<Trend>), Problems)
)]
pub(crate) async fn list_trends(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<Trend>, ApiError> {
    let runs = app.core.runs(owner, &page.checked()?).await?;
    Ok(Listed::new(runs, &uri, Trend::from))
}
