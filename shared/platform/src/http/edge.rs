//! Puts the layers around a function's routes, and says who is asking.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{AUTHORIZATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;

use super::access_token::AccessToken;
use super::error::{unknown_method, unknown_path};
use super::{
    ApiError, MAX_JSON_BYTES, SessionKeys, Verified, etag, idempotent, request_log, same_origin,
};
use crate::config::Environment;
use crate::domain::{Clock, Owner, Scope, SessionId, Timestamp};
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
            // Only where a route takes the request: the others make nothing.
            .route_layer(from_fn_with_state(self.clone(), idempotent::replay))
            .fallback(unknown_path)
            .method_not_allowed_fallback(unknown_method)
            .layer(DefaultBodyLimit::max(MAX_JSON_BYTES))
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
    // A request with an `Authorization` header is judged by that alone.
    if request.headers().contains_key(AUTHORIZATION) {
        if let Some(identity) = of_token(&edge, request.headers(), now).await? {
            request.extensions_mut().insert(identity);
        }
        return Ok(next.run(request).await);
    }
    let Some((identity, cookie)) = of_cookie(&edge, request.headers(), now).await? else {
        return Ok(next.run(request).await);
    };
    request.extensions_mut().insert(identity);
    let mut response = next.run(request).await;
    if edge.keys.should_prolong(&cookie, now)
        && response.status().is_success()
        && !response.headers().contains_key(SET_COOKIE)
    {
        let prolonged = edge
            .keys
            .cookie(cookie.user_id, cookie.session_id, now)
            .map_err(ApiError::internal)?;
        let prolonged = HeaderValue::try_from(prolonged).map_err(ApiError::internal)?;
        response.headers_mut().insert(SET_COOKIE, prolonged);
    }
    Ok(response)
}

/// Whoever holds the cookie of a session that has not ended.
async fn of_cookie(
    edge: &Edge,
    headers: &HeaderMap,
    now: Timestamp,
) -> Result<Option<(Identity, Verified)>, ApiError> {
    let Some(cookie) = edge.keys.verify(headers, now) else {
        return Ok(None);
    };
    let session = edge
        .sessions
        .get(cookie.user_id, cookie.session_id, now)
        .await?;
    let identity = session.map(|session| Identity {
        owner: Owner::vouched(session.user_id),
        scope: Scope::Write,
        session_id: Some(session.id),
    });
    Ok(identity.map(|identity| (identity, cookie)))
}

/// Whoever holds a token that has neither ended nor been revoked.
async fn of_token(
    edge: &Edge,
    headers: &HeaderMap,
    now: Timestamp,
) -> Result<Option<Identity>, ApiError> {
    let Some(shown) = AccessToken::of_request(headers) else {
        return Ok(None);
    };
    let token = edge
        .sessions
        .token(shown.user_id(), shown.id(), now)
        .await?
        // Digests of random secrets: how long their comparison takes helps nobody to find one.
        .filter(|token| token.digest == shown.digest());
    Ok(token.map(|token| Identity {
        owner: Owner::vouched(token.user_id),
        scope: token.scope,
        session_id: None,
    }))
}
