//! `DELETE /api/auth/tokens/{id}`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_platform::domain::TokenId;
use stint_platform::http::{ApiError, ApiPath, Problems};
use utoipa::ToSchema;

use crate::App;
use crate::browser_session::BrowserSession;

/// The token that was revoked.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct RevokedToken {
    /// Its identifier.
    #[schema(format = "uuid")]
    id: String,
    /// Always true.
    deleted: bool,
}

/// Revokes a token: it stops working at once.
#[utoipa::path(
    delete,
    path = "/api/auth/tokens/{id}",
    tag = "auth",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = RevokedToken), Problems)
)]
pub(crate) async fn delete_token(
    State(app): State<App>,
    session: BrowserSession,
    ApiPath(id): ApiPath<TokenId>,
) -> Result<Json<RevokedToken>, ApiError> {
    if !app.edge.sessions.revoke_token(session.owner, id).await? {
        return Err(ApiError::not_found("token"));
    }
    Ok(Json(RevokedToken {
        id: id.to_string(),
        deleted: true,
    }))
}
