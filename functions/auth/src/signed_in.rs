//! Sessions that open, and the headers of answers that open or end one.

use axum::http::header::{CACHE_CONTROL, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use stint_platform::domain::{Session, SessionId, Timestamp, UserId};
use stint_platform::http::ApiError;
use uuid::Uuid;

use crate::App;

/// A session of the browser that sent these headers, under a new id.
pub(crate) fn new_session(user_id: UserId, headers: &HeaderMap, now: Timestamp) -> Session {
    let agent = headers.get(USER_AGENT);
    let agent = agent.map_or_else(Default::default, |agent| {
        String::from_utf8_lossy(agent.as_bytes())
    });
    let id = SessionId::new(stint_platform::new_id());
    Session::new(id, user_id, &agent, now)
}

/// Cookies that open a session and, if one is given, make the browser a known device.
pub(crate) fn headers(
    app: &App,
    session: &Session,
    device: Option<Uuid>,
) -> Result<HeaderMap, ApiError> {
    let keys = &app.edge.keys;
    let now = session.created_at;
    let mut headers = not_stored();
    let cookie = keys
        .cookie(session.user_id, session.id, now)
        .map_err(ApiError::internal)?;
    headers.append(SET_COOKIE, value(cookie)?);
    if let Some(device) = device {
        let cookie = keys
            .device_cookie(session.user_id, device, now)
            .map_err(ApiError::internal)?;
        headers.append(SET_COOKIE, value(cookie)?);
    }
    Ok(headers)
}

/// A cookie that ends a session. The device stays known.
pub(crate) fn cleared(app: &App) -> Result<HeaderMap, ApiError> {
    let mut headers = not_stored();
    headers.append(SET_COOKIE, value(app.edge.keys.cleared())?);
    Ok(headers)
}

/// For answers that hold a secret: neither caches nor the store of `Idempotency-Key` keep them.
pub(crate) fn not_stored() -> HeaderMap {
    HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("no-store"))])
}

fn value(cookie: String) -> Result<HeaderValue, ApiError> {
    HeaderValue::try_from(cookie).map_err(ApiError::internal)
}
