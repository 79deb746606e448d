//! `DELETE /api/auth/me`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use stint_platform::http::{ApiError, ApiJson, Problems};
use utoipa::ToSchema;

use crate::browser_session::BrowserSession;
use crate::confirm_password::{account_gone, confirm};
use crate::{App, signed_in};

/// Confirms that the account is to be deleted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeleteMe {
    /// The account's password, again.
    #[schema(format = "password")]
    password: String,
}

/// The account that was deleted.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct DeletedAccount {
    /// Its identifier.
    #[schema(format = "uuid")]
    id: String,
    /// Always true.
    deleted: bool,
}

/// Deletes the account: it is gone at once, with every session and token; its datasets, runs,
/// models and files follow within the hour. The e-mail address is free again.
#[utoipa::path(
    delete,
    path = "/api/auth/me",
    tag = "auth",
    request_body = DeleteMe,
    responses((status = 200, body = DeletedAccount), Problems)
)]
pub(crate) async fn delete_me(
    State(app): State<App>,
    session: BrowserSession,
    ApiJson(body): ApiJson<DeleteMe>,
) -> Result<(HeaderMap, Json<DeletedAccount>), ApiError> {
    let user = confirm(&app, &session, &body.password, "/password").await?;
    let (owner, sessions) = (session.owner, &app.edge.sessions);
    // This session stays until the account itself goes, so that a failure in between can be mended
    // by asking again.
    sessions.end_all(owner, Some(session.id)).await?;
    sessions.revoke_all_tokens(owner).await?;
    let now = (app.edge.now)();
    if !app.users.delete(&user, session.id, now).await? {
        return Err(account_gone());
    }
    // Whatever was opened meanwhile; from now on nothing can be.
    sessions.end_all(owner, None).await?;
    sessions.revoke_all_tokens(owner).await?;
    let answer = DeletedAccount {
        id: user.id.to_string(),
        deleted: true,
    };
    Ok((signed_in::cleared(&app)?, Json(answer)))
}
