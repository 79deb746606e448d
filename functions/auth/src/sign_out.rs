//! `POST /api/auth/logout`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use serde::Serialize;
use stint_platform::http::{ApiError, Identity, Problems};
use utoipa::ToSchema;

use crate::{App, signed_in};

/// Nobody is signed in any more.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct SignedOut {
    /// Always true.
    signed_out: bool,
}

/// Ends the session on the server and clears its cookie; fine for whoever is signed out already.
#[utoipa::path(
    post,
    path = "/api/auth/logout",
    tag = "auth",
    responses((status = 200, body = SignedOut), Problems)
)]
pub(crate) async fn sign_out(
    State(app): State<App>,
    identity: Option<Extension<Identity>>,
) -> Result<(HeaderMap, Json<SignedOut>), ApiError> {
    if let Some(Extension(identity)) = identity
        && let Some(session) = identity.session_id
    {
        app.edge.sessions.end(identity.owner, session).await?;
    }
    let answer = SignedOut { signed_out: true };
    Ok((signed_in::cleared(&app)?, Json(answer)))
}
