//! `POST /api/auth/password`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use stint_platform::http::{ApiError, ApiJson, FieldError, Problems};
use utoipa::ToSchema;

use crate::browser_session::BrowserSession;
use crate::confirm_password::{account_gone, confirm};
use crate::sign_up::weak_password;
use crate::{App, password_rules, passwords, signed_in};

/// The old password and the new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The password so far.
    #[schema(format = "password")]
    current: String,
    /// 8 to 128 characters of any kind, not one of the most common.
    #[schema(format = "password", min_length = 8, max_length = 128)]
    new: String,
}

/// The password was changed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct PasswordChanged {
    /// How many other sessions were ended.
    ended_sessions: usize,
}

/// Changes the password and ends all other sessions. This one goes on under a new id, so that a
/// stolen cookie is worth nothing. Tokens stay.
#[utoipa::path(
    post,
    path = "/api/auth/password",
    tag = "auth",
    request_body = ChangePassword,
    responses((status = 200, body = PasswordChanged), Problems)
)]
pub(crate) async fn change_password(
    State(app): State<App>,
    session: BrowserSession,
    headers: HeaderMap,
    ApiJson(body): ApiJson<ChangePassword>,
) -> Result<(HeaderMap, Json<PasswordChanged>), ApiError> {
    let user = confirm(&app, &session, &body.current, "/current").await?;
    password_rules::check(&body.new, user.email.as_str(), user.full_name.as_str())
        .map_err(|weakness| weak_password(vec![FieldError::new("/new", weakness.to_string())]))?;
    let new = passwords::hash(&body.new)?;
    let opened = signed_in::new_session(user.id, &headers, (app.edge.now)());
    let (owner, sessions) = (session.owner, &app.edge.sessions);
    // Before the change, so that a failure in between leaves no old session behind, and after it,
    // for those opened meanwhile with the old password; from then on none can be.
    let mut ended_sessions = sessions.end_all(owner, Some(session.id)).await?;
    if !app
        .users
        .change_password(&user, &new, session.id, &opened)
        .await?
    {
        return Err(account_gone());
    }
    ended_sessions += sessions.end_all(owner, Some(opened.id)).await?;
    let answer = PasswordChanged { ended_sessions };
    Ok((signed_in::headers(&app, &opened, None)?, Json(answer)))
}
