//! `GET /api/ml/v1/analyses/{id}`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_engine::Analysis;
use stint_platform::domain::{JobId, OutputKind, Work};
use stint_platform::http::views::DatasetRefView;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};
use stint_platform::objects::keys;
use utoipa::ToSchema;

use crate::App;
use crate::outputs::found;

/// No analysis is larger: the engine caps the pairs, and a dataset has 1000 columns at most.
const MAX_ANALYSIS_BYTES: u64 = 8 * 1024 * 1024;

/// An analysis of a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct AnalysisDetail {
    /// Its id, which is that of the job that made it.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// What was analyzed.
    #[serde(flatten)]
    pub(crate) dataset: DatasetRefView,
    /// What it was compared with.
    pub(crate) compare_to: Option<DatasetRefView>,
    /// When it was made, RFC 3339.
    #[schema(format = "date-time")]
    pub(crate) created_at: String,
    /// What was found.
    #[serde(flatten)]
    pub(crate) analysis: Analysis,
}

/// What an ANALYZE job found. It goes with the dataset that was analyzed; what it was compared with may be gone.
#[utoipa::path(
    get,
    path = "/api/ml/v1/analyses/{id}",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = AnalysisDetail), Problems)
)]
pub(crate) async fn get_analysis(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<JobId>,
) -> Result<Json<AnalysisDetail>, ApiError> {
    let (output, work) = found(&app, owner, id, OutputKind::Analysis, "analysis").await?;
    let Work::Analyze { parameters } = work else {
        return Err(ApiError::internal(
            "an analysis was made by no analysis job",
        ));
    };
    let key = keys::of_output(&output);
    let stored = app.objects.get(&key, MAX_ANALYSIS_BYTES).await?;
    // Its dataset is being deleted: the object goes before the record.
    let stored = stored.ok_or_else(|| ApiError::not_found("analysis"))?;
    let analysis = serde_json::from_slice(&stored).map_err(ApiError::internal)?;
    Ok(Json(AnalysisDetail {
        id: id.to_string(),
        dataset: parameters.dataset.into(),
        compare_to: parameters.compare_to.map(DatasetRefView::from),
        created_at: output.created_at.to_string(),
        analysis,
    }))
}
