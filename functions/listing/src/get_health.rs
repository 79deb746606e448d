//! `GET /api/health`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::App;

/// Whether the platform works.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok` or `unavailable`.
    #[schema(example = "ok")]
    pub(crate) status: String,
    /// `ok` or `unavailable`.
    #[schema(example = "ok")]
    pub(crate) database: String,
    /// The version that is deployed.
    pub(crate) version: String,
}

/// Whether the database answers.
#[utoipa::path(
    get,
    path = "/api/health",
    tag = "health",
    responses(
        (status = 200, body = Health),
        (status = 503, body = Health, description = "The database does not answer")
    )
)]
pub(crate) async fn get_health(State(app): State<App>) -> (StatusCode, Json<Health>) {
    let (status, word) = match app.core.ping().await {
        Ok(()) => (StatusCode::OK, "ok"),
        Err(error) => {
            tracing::error!(%error, "health check failed");
            (StatusCode::SERVICE_UNAVAILABLE, "unavailable")
        }
    };
    let version = env!("CARGO_PKG_VERSION").to_owned();
    (
        status,
        Json(Health {
            status: word.into(),
            database: word.into(),
            version,
        }),
    )
}
