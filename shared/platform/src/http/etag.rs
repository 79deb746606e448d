//! `ETag` and `If-None-Match` for reads that a page polls (RFC 9110 sections 8.8.3 and 13.1.2).

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::ApiError;
use crate::hex;

/// No JSON answer is larger: lists are capped, Lambda stops at 6 MiB.
pub(super) const MAX_ANSWER_BYTES: usize = 6 * 1024 * 1024;

/// Tags every successful JSON read by its content and answers 304 to whoever has it.
pub(super) async fn tag(request: Request, next: Next) -> Result<Response, ApiError> {
    let is_read = request.method() == Method::GET;
    let known = request.headers().get(IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !is_read
        || response.status() != StatusCode::OK
        || !response.headers().contains_key(CONTENT_TYPE)
    {
        return Ok(response);
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, MAX_ANSWER_BYTES)
        .await
        .map_err(ApiError::internal)?;
    let tag = format!("\"{}\"", hex(&Sha256::digest(&body)[..16]));
    let unchanged = known
        .as_ref()
        .and_then(|known| known.to_str().ok())
        .is_some_and(|known| matches(known, &tag));
    parts.headers.insert(
        ETAG,
        HeaderValue::try_from(tag).map_err(ApiError::internal)?,
    );
    if unchanged {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_TYPE);
        return Ok((parts, Body::empty()).into_response());
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}

/// The weak comparison of a list of tags with one.
fn matches(known: &str, tag: &str) -> bool {
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_tag_is_found_among_others() {
        assert!(matches("\"a\", W/\"b\"", "\"b\""));
        assert!(matches("*", "\"b\""));
        assert!(!matches("\"a\"", "\"b\""));
    }
}
