//! Puts the layers around a function's routes, and says who is asking.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;

use super::error::{unknown_method, unknown_path};
use super::session_cookie::{SessionKeys, Verified};
use super::{ApiError, MAX_JSON_BYTES, etag, idempotent, request_log, same_origin};
use crate::config::Environment;
use crate::domain::{Clock, Owner, Scope, SessionId};
use crate::store::{Idempotency, Sessions};

/// Who is asking, verified.
#[derive(Clone, Debug)]
pub struct Identity {
    /// On whose behalf.
    pub owner: Owner,
    /// What they may do.
    pub scope: Scope,
    /// The browser session, unless a token was used.
    pub session_id: Option<SessionId>,
}

/// What the edge of every HTTP function is configured by.
#[derive(Clone, Debug)]
pub struct EdgeConfig {
    /// Name of the `sessions` table.
    pub table_sessions: String,
    /// Name of the `core` table.
    pub table_core: String,
    /// Makes and verifies cookies.
    pub keys: SessionKeys,
    /// Where the page is served from.
    pub origins: Vec<String>,
}

impl EdgeConfig {
    /// Reads the settings that all HTTP functions share.
    pub fn read(environment: &mut Environment) -> Self {
        let origins = environment.list("CORS__ALLOW_ORIGINS");
        let over_https = origins
            .first()
            .is_some_and(|origin| origin.starts_with("https://"));
        let idle_seconds = environment.number("AUTH__SESSION_LIFETIME", 60..=43_200);
        let keys = environment.signing_keys("AUTH__SIGNING_KEYS");
        Self {
            table_sessions: environment.text("TABLE_SESSIONS"),
            table_core: environment.text("TABLE_CORE"),
            keys: SessionKeys::new(keys, idle_seconds, over_https),
            origins,
        }
    }
}

/// The edge of a function.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Who is signed in.
    pub sessions: Sessions,
    /// Answers kept under a key.
    pub idempotency: Idempotency,
    /// Makes and verifies cookies.
    pub keys: SessionKeys,
    /// Where the page is served from.
    pub origins: Vec<String>,
    /// What time it is.
    pub now: Clock,
}

impl Edge {
    /// All routes of a function with every layer around them, the first added innermost.
    pub fn around(&self, routes: Router) -> Router {
        routes
            .fallback(unknown_path)
            .method_not_allowed_fallback(unknown_method)
            .layer(DefaultBodyLimit::max(MAX_JSON_BYTES))
            .layer(from_fn_with_state(self.clone(), idempotent::replay))
            .layer(from_fn_with_state(self.clone(), same_origin::require))
            .layer(from_fn_with_state(self.clone(), identify))
            .layer(from_fn(etag::tag))
            .layer(from_fn(request_log::log))
    }
}

/// Finds out who is asking; whether that is needed is up to each handler.
async fn identify(
    State(edge): State<Edge>,
    mut request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let now = (edge.now)();
    let claimed = verified_cookie(&edge, request.headers());
    let mut prolong = None;
    if let Some(claimed) = claimed
        && let Some(session) = edge
            .sessions
            .get(claimed.user_id, claimed.session_id, now)
            .await?
    {
        let owner = Owner::vouched(session.user_id);
        let identity = Identity {
            owner,
            scope: Scope::Write,
            session_id: Some(session.id),
        };
        request.extensions_mut().insert(identity);
        prolong = edge.keys.should_prolong(&claimed, now).then_some(claimed);
    }
    let mut response = next.run(request).await;
    if let Some(claimed) = prolong
        && response.status().is_success()
        && !response.headers().contains_key(SET_COOKIE)
    {
        let cookie = edge
            .keys
            .cookie(claimed.user_id, claimed.session_id, now)
            .map_err(ApiError::internal)?;
        let cookie = HeaderValue::try_from(cookie).map_err(ApiError::internal)?;
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A request with an `Authorization` header is judged by that alone.
fn verified_cookie(edge: &Edge, headers: &HeaderMap) -> Option<Verified> {
    if headers.contains_key(AUTHORIZATION) {
        return None;
    }
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|cookies| edge.keys.verify(cookies, (edge.now)()))
}
