//! `DELETE /api/auth/sessions/{id}`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::Serialize;
use stint_platform::domain::SessionId;
use stint_platform::http::{ApiError, ApiPath, Problems};
use utoipa::ToSchema;

use crate::browser_session::BrowserSession;
use crate::{App, signed_in};

/// The session that was ended.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct EndedSession {
    /// Its identifier.
    #[schema(format = "uuid")]
    id: String,
    /// Always true.
    deleted: bool,
}

/// Signs out elsewhere, or here: then the cookie is cleared as well.
#[utoipa::path(
    delete,
    path = "/api/auth/sessions/{id}",
    tag = "auth",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = EndedSession), Problems)
)]
pub(crate) async fn delete_session(
    State(app): State<App>,
    session: BrowserSession,
    ApiPath(id): ApiPath<SessionId>,
) -> Result<(HeaderMap, Json<EndedSession>), ApiError> {
    if !app.edge.sessions.end(session.owner, id).await? {
        return Err(ApiError::not_found("session"));
    }
    let headers = if id == session.id {
        signed_in::cleared(&app)?
    } else {
        HeaderMap::new()
    };
    let answer = EndedSession {
        id: id.to_string(),
        deleted: true,
    };
    Ok((headers, Json(answer)))
}
