//! `PATCH /api/auth/me`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stint_platform::domain::FullName;
use stint_platform::http::views::UserView;
use stint_platform::http::{ApiError, ApiJson, Problems, WritingUser};
use utoipa::ToSchema;

use crate::App;
use crate::confirm_password::account_gone;

/// What to change of a profile.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UpdateMe {
    /// What to be called.
    #[schema(min_length = 1, max_length = 100, example = "Ada Lovelace")]
    full_name: String,
}

/// Changes the name.
#[utoipa::path(
    patch,
    path = "/api/auth/me",
    tag = "auth",
    request_body = UpdateMe,
    responses((status = 200, body = UserView), Problems)
)]
pub(crate) async fn update_me(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiJson(body): ApiJson<UpdateMe>,
) -> Result<Json<UserView>, ApiError> {
    let name = FullName::parse(&body.full_name)
        .map_err(|error| ApiError::invalid("/full_name", error.to_string()))?;
    let user = app.users.rename(owner, &name).await?;
    Ok(Json(user.ok_or_else(account_gone)?.into()))
}
