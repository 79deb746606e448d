//! `GET /api/auth/me`

use axum::Json;
use axum::extract::State;
use stint_platform::http::views::UserView;
use stint_platform::http::{ApiError, CurrentUser, Problems};

use crate::App;
use crate::confirm_password::account_gone;

/// Who is signed in.
#[utoipa::path(
    get,
    path = "/api/auth/me",
    tag = "auth",
    responses((status = 200, body = UserView), Problems)
)]
pub(crate) async fn get_me(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
) -> Result<Json<UserView>, ApiError> {
    let user = app.users.get(owner.user_id()).await?;
    Ok(Json(user.ok_or_else(account_gone)?.into()))
}
