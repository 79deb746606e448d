//! `Idempotency-Key`: a POST that is sent again is answered again, not done again.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::etag::MAX_ANSWER_BYTES;
use super::{ApiError, Edge, ErrorCode, Identity};
use crate::domain::Owner;
use crate::store::{Begun, StoredAnswer};

const HEADER: &str = "idempotency-key";
/// The largest body that Lambda lets through.
const MAX_BODY_BYTES: usize = 6 * 1024 * 1024;

pub(super) async fn replay(
    State(edge): State<Edge>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let Some(key) = key_of(&request)? else {
        return Ok(next.run(request).await);
    };
    let owner = request
        .extensions()
        .get::<Identity>()
        .map(|identity| identity.owner);
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MAX_BODY_BYTES)
        .await
        .map_err(|_| ApiError::new(ErrorCode::TooLarge, "the body is larger than 6 MiB"))?;
    // Keyed, because a body may hold a password.
    let fingerprint = edge.keys.fingerprint(&[parts.uri.path().as_bytes(), &body]);
    match edge
        .idempotency
        .begin(owner, &key, &fingerprint, (edge.now)())
        .await?
    {
        Begun::First => {
            let response = next.run(Request::from_parts(parts, Body::from(body))).await;
            keep(&edge, owner, &key, &fingerprint, response).await
        }
        Begun::Answered(answer) => replayed(answer),
        Begun::InProgress => Err(ApiError::new(
            ErrorCode::RequestInProgress,
            "a request with this Idempotency-Key is in progress; try again soon",
        )
        .retry_after(1)),
        Begun::OtherRequest => Err(ApiError::new(
            ErrorCode::IdempotencyKeyReused,
            "this Idempotency-Key was sent with another body; use a new key for a new request",
        )),
    }
}

fn key_of(request: &Request) -> Result<Option<String>, ApiError> {
    if request.method() != Method::POST {
        return Ok(None);
    }
    let Some(value) = request.headers().get(HEADER) else {
        return Ok(None);
    };
    match value.to_str() {
        Ok(key) if (1..=255).contains(&key.len()) => Ok(Some(key.to_owned())),
        _ => Err(ApiError::invalid(
            HEADER,
            "Idempotency-Key must be 1 to 255 ASCII characters",
        )),
    }
}

/// Keeps a success; a failure frees the key, so that the client may mend and try again, and so
/// does an answer that must not be stored: one that holds a secret.
async fn keep(
    edge: &Edge,
    owner: Option<Owner>,
    key: &str,
    fingerprint: &str,
    response: Response,
) -> Result<Response, ApiError> {
    let storable = response
        .headers()
        .get(CACHE_CONTROL)
        .is_none_or(|value| value != "no-store");
    if !response.status().is_success() || !storable {
        edge.idempotency.abandon(owner, key).await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, MAX_ANSWER_BYTES)
        .await
        .map_err(ApiError::internal)?;
    let answer = StoredAnswer {
        status: parts.status.as_u16(),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    edge.idempotency
        .finish(owner, key, fingerprint, answer, (edge.now)())
        .await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn replayed(answer: StoredAnswer) -> Result<Response, ApiError> {
    let status = StatusCode::from_u16(answer.status).map_err(ApiError::internal)?;
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    Ok((status, headers, Bytes::from(answer.body)).into_response())
}
