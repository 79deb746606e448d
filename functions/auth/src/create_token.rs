//! `POST /api/auth/tokens`

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use stint_platform::domain::{Owner, Scope, Token, TokenId};
use stint_platform::http::views::{ScopeView, TokenView};
use stint_platform::http::{AccessToken, ApiError, ApiJson, ErrorCode, FieldError, Problems};
use stint_platform::store::PageRequest;
use utoipa::ToSchema;

use crate::browser_session::BrowserSession;
use crate::confirm_password::account_gone;
use crate::{App, signed_in};

const MAX_NAME_CHARS: usize = 100;
const DEFAULT_DAYS: i64 = 90;
const MAX_DAYS: i64 = 365;
/// How many tokens an account may have.
const MAX_TOKENS: usize = 50;

/// A new personal access token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateToken {
    /// What to call it.
    #[schema(min_length = 1, max_length = 100, example = "nightly upload")]
    name: String,
    /// What it permits; `write` includes reading.
    #[schema(value_type = ScopeView)]
    scope: Scope,
    /// For how many days it can be used.
    #[serde(default = "default_days")]
    #[schema(minimum = 1, maximum = 365, default = 90)]
    expires_in_days: i64,
}

const fn default_days() -> i64 {
    DEFAULT_DAYS
}

/// A new token with its secret, which is shown this once.
#[derive(Clone, Serialize, ToSchema)]
pub(crate) struct CreatedToken {
    #[serde(flatten)]
    about: TokenView,
    /// What to send as `Authorization: Bearer …`.
    #[schema(example = "stint_pat_…")]
    token: String,
}

impl CreateToken {
    fn checked_name(&self) -> Result<&str, ApiError> {
        let name = self.name.trim();
        let length = name.chars().count();
        let mut errors = Vec::new();
        let mut refuse = |pointer: &str, detail: String| {
            errors.push(FieldError::new(pointer, detail));
        };
        if !(1..=MAX_NAME_CHARS).contains(&length) {
            let detail = format!("the name has {length} characters: use 1 to {MAX_NAME_CHARS}");
            refuse("/name", detail);
        } else if name.chars().any(char::is_control) {
            refuse(
                "/name",
                "the name holds a control character: remove it".to_owned(),
            );
        }
        let days = self.expires_in_days;
        if !(1..=MAX_DAYS).contains(&days) {
            let detail = format!("expires_in_days is {days}, expected 1 to {MAX_DAYS}");
            refuse("/expires_in_days", detail);
        }
        if errors.is_empty() {
            Ok(name)
        } else {
            Err(ApiError::all_invalid(errors))
        }
    }
}

/// Makes a token for scripts. It is shown this once: the answer is not kept, so a retry with the
/// same `Idempotency-Key` makes another token.
#[utoipa::path(
    post,
    path = "/api/auth/tokens",
    tag = "auth",
    request_body = CreateToken,
    responses((status = 201, body = CreatedToken), Problems)
)]
pub(crate) async fn create_token(
    State(app): State<App>,
    session: BrowserSession,
    ApiJson(body): ApiJson<CreateToken>,
) -> Result<(StatusCode, HeaderMap, Json<CreatedToken>), ApiError> {
    let name = body.checked_name()?.to_owned();
    has_room(&app, session.owner).await?;
    let now = (app.edge.now)();
    let id = TokenId::new(stint_platform::new_id());
    let user_id = session.owner.user_id();
    let secret = AccessToken::generate(user_id, id).map_err(ApiError::internal)?;
    let token = Token {
        id,
        user_id,
        name,
        scope: body.scope,
        created_at: now,
        ends_at: now.plus_seconds(body.expires_in_days * 24 * 3600),
        digest: secret.digest(),
    };
    if !app.users.create_token(&token).await? {
        return Err(account_gone());
    }
    let answer = CreatedToken {
        about: token.into(),
        token: secret.text().to_owned(),
    };
    Ok((StatusCode::CREATED, signed_in::not_stored(), Json(answer)))
}

async fn has_room(app: &App, owner: Owner) -> Result<(), ApiError> {
    let page = PageRequest {
        limit: MAX_TOKENS,
        after: None,
    };
    let now = (app.edge.now)();
    let tokens = app.edge.sessions.tokens(owner, &page, now).await?;
    if tokens.items.len() < MAX_TOKENS {
        return Ok(());
    }
    Err(ApiError::new(
        ErrorCode::QuotaExceeded,
        format!("the account has {MAX_TOKENS} tokens, the most it may have: revoke one first"),
    ))
}
