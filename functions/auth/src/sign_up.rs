//! `POST /api/auth/sign-up`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use stint_platform::domain::{EmailAddress, FullName, User, UserId};
use stint_platform::http::views::UserView;
use stint_platform::http::{ApiError, ApiJson, ClientAddress, ErrorCode, FieldError, Problems};
use utoipa::ToSchema;

use crate::{App, network, password_rules, passwords, throttle};

/// A new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignUp {
    /// What to sign in with; upper and lower case are the same.
    #[serde(default)]
    #[schema(
        required = true,
        format = "email",
        max_length = 254,
        example = "ada@example.org"
    )]
    email: String,
    /// 8 to 128 characters of any kind, not one of the most common.
    #[serde(default)]
    #[schema(required = true, format = "password", min_length = 8, max_length = 128)]
    password: String,
    /// What to be called.
    #[serde(default)]
    #[schema(
        required = true,
        min_length = 1,
        max_length = 100,
        example = "Ada Lovelace"
    )]
    full_name: String,
}

impl SignUp {
    /// Checks all fields, and reports all bad ones at once.
    fn checked(&self) -> Result<(EmailAddress, FullName), ApiError> {
        let mut errors = Vec::new();
        let email = note("/email", EmailAddress::parse(&self.email), &mut errors);
        let name = note("/full_name", FullName::parse(&self.full_name), &mut errors);
        let malformed = !errors.is_empty();
        let rules = password_rules::check(&self.password, &self.email, &self.full_name);
        let password = note("/password", rules, &mut errors);
        match (email, name, password) {
            (Some(email), Some(name), Some(())) => Ok((email, name)),
            _ if malformed => Err(ApiError::all_invalid(errors)),
            _ => Err(weak_password(errors)),
        }
    }
}

fn note<T, E: std::fmt::Display>(
    pointer: &str,
    checked: Result<T, E>,
    errors: &mut Vec<FieldError>,
) -> Option<T> {
    checked
        .map_err(|error| {
            errors.push(FieldError::new(pointer, error.to_string()));
        })
        .ok()
}

/// 422 for a password that is the only bad value.
pub(crate) fn weak_password(errors: Vec<FieldError>) -> ApiError {
    let detail = errors
        .iter()
        .map(|error| error.detail.as_str())
        .collect::<String>();
    ApiError::new(ErrorCode::WeakPassword, detail).with_errors(errors)
}

/// Makes an account. Signing in is a step of its own.
#[utoipa::path(
    post,
    path = "/api/auth/sign-up",
    tag = "auth",
    request_body = SignUp,
    responses((status = 201, body = UserView), Problems)
)]
pub(crate) async fn sign_up(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    ApiJson(body): ApiJson<SignUp>,
) -> Result<(StatusCode, Json<UserView>), ApiError> {
    let (email, full_name) = body.checked()?;
    let network = network::of(&address);
    throttle::count_sign_up(&app, &network).await?;
    let now = (app.edge.now)();
    let mut user = User {
        id: UserId::new(stint_platform::new_id()),
        email,
        full_name,
        password_hash: passwords::hash(&body.password)?,
        created_at: now,
        networks: BTreeMap::new(),
    };
    user.remember_network(app.edge.keys.fingerprint(&[network.as_bytes()]), now);
    if !app.users.create(&user).await? {
        return Err(ApiError::new(
            ErrorCode::EmailTaken,
            "this e-mail address has an account already: sign in instead",
        ));
    }
    Ok((StatusCode::CREATED, Json(user.into())))
}
