//! `DELETE /api/ml/v1/datasets/expired`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stint_platform::disposal;
use stint_platform::http::{ApiError, ApiQuery, Problems, WritingUser};
use utoipa::{IntoParams, ToSchema};

use crate::App;

/// How many to delete.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SweepQuery {
    /// At most so many; the configured batch limit if not given.
    #[param(minimum = 1)]
    limit: Option<usize>,
}

/// How many were deleted.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct SweepResult {
    /// Datasets deleted.
    pub(crate) deleted_count: usize,
}

/// Deletes your datasets that are older than the configured number of days.
#[utoipa::path(
    delete,
    path = "/api/ml/v1/datasets/expired",
    tag = "datasets",
    params(SweepQuery),
    responses((status = 200, body = SweepResult), Problems)
)]
pub(crate) async fn delete_expired_datasets(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiQuery(query): ApiQuery<SweepQuery>,
) -> Result<Json<SweepResult>, ApiError> {
    let limit = query.limit.unwrap_or(app.expiry.batch_limit);
    if !(1..=app.expiry.batch_limit).contains(&limit) {
        let most = app.expiry.batch_limit;
        return Err(ApiError::invalid(
            "limit",
            format!("limit is {limit}, expected 1 to {most}"),
        ));
    }
    let mut deleted_count = 0;
    if app.expiry.days > 0 {
        let now = (app.edge.now)();
        let cutoff = now.plus_seconds(-app.expiry.days * 24 * 3600);
        for dataset in app.core.datasets_before(owner, cutoff, limit).await? {
            if disposal::delete_dataset(&app.core, &app.objects, &dataset, now).await? {
                deleted_count += 1;
            }
        }
    }
    Ok(Json(SweepResult { deleted_count }))
}
