//! The outermost layer: names each request, renders problems, sets the headers that every answer
//! has, and writes the one log line.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::extract::{FromRequestParts, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use lambda_http::request::RequestContext;

use super::ApiError;
use super::error::is_our_fault;

/// Names a request in answers and logs.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Where a request comes from, as far as the network can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub String);

impl<S: Send + Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let source = match parts.extensions.get::<RequestContext>() {
            Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone(),
            _ => None,
        };
        Ok(Self(
            forwarded_for(&parts.headers)
                .or(source)
                .unwrap_or_else(|| "unknown".to_owned()),
        ))
    }
}

/// The viewer's address. The content delivery network appends the viewer it saw, the API then
/// appends the network's edge: so it is the last but one, and what a client wrote itself comes
/// earlier.
fn forwarded_for(headers: &HeaderMap) -> Option<String> {
    let list = headers.get("x-forwarded-for")?.to_str().ok()?;
    list.rsplit(',')
        .nth(1)
        .map(|address| address.trim().to_owned())
}

pub(super) async fn log(mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id(&request);
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path = request.uri().path().to_owned();

    let mut response = next.run(request).await;
    let error = response.extensions_mut().remove::<Arc<ApiError>>();
    if let Some(error) = &error {
        response = render(error, response, &path, &id);
    }
    finish_headers(response.headers_mut(), &id);

    let status = response.status().as_u16();
    let duration_ms = started.elapsed().as_millis() as u64;
    let code = error.as_ref().map(|error| error.code.as_str());
    if is_our_fault(response.status()) {
        let cause = error.as_ref().and_then(|error| error.cause.as_deref());
        tracing::error!(request_id = %id, %method, path, status, duration_ms, code, cause, "request failed");
    } else {
        tracing::info!(request_id = %id, %method, path, status, duration_ms, code, "request");
    }
    response
}

fn request_id(request: &Request) -> String {
    match request.extensions().get::<RequestContext>() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone(),
        _ => None,
    }
    .unwrap_or_else(|| crate::new_id().to_string())
}

fn render(error: &ApiError, from: Response, path: &str, id: &str) -> Response {
    let mut response = (from.status(), Json(error.problem(path, id))).into_response();
    for (name, value) in from.headers() {
        if name != CONTENT_TYPE && name != axum::http::header::CONTENT_LENGTH {
            response.headers_mut().append(name, value.clone());
        }
    }
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    if let Some(seconds) = error.retry_after {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn finish_headers(headers: &mut HeaderMap, id: &str) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert("x-request-id", id);
    }
    headers.insert(
        "x-content-type-options",
        HeaderValue::from_static("nosniff"),
    );
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("private, no-cache"));
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::forwarded_for;

    #[test]
    fn a_client_cannot_choose_its_address() {
        let mut headers = HeaderMap::new();
        headers.insert(
            "x-forwarded-for",
            "1.1.1.1, 203.0.113.7, 130.176.0.1"
                .parse()
                .expect("a header"),
        );
        assert_eq!(forwarded_for(&headers).as_deref(), Some("203.0.113.7"));
        headers.insert("x-forwarded-for", "203.0.113.7".parse().expect("a header"));
        assert_eq!(forwarded_for(&headers), None);
    }
}
