//! Extractors whose rejections are problems that say what, where and what would be right.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::{ApiError, ErrorCode, Identity};
use crate::domain::{Owner, Scope};

/// A JSON body.
#[derive(Clone, Copy, Debug)]
pub struct ApiJson<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for ApiJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let media_type = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        if !media_type.is_some_and(is_json) {
            let found = media_type.unwrap_or("none");
            return Err(ApiError::new(
                ErrorCode::UnsupportedMediaType,
                format!("the body must be application/json, found {found}"),
            ));
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(too_large)?;
        parse(&body).map(Self)
    }
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(error.path());
        match error.inner().classify() {
            serde_json::error::Category::Data => {
                ApiError::invalid(pointer, error.inner().to_string())
            }
            _ => malformed(error.inner()),
        }
    })?;
    deserializer.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

fn malformed(error: &serde_json::Error) -> ApiError {
    ApiError::new(
        ErrorCode::MalformedRequest,
        format!("the body is not valid JSON: {error}"),
    )
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment::{Enum, Map, Seq, Unknown};
    path.iter()
        .filter_map(|segment| match segment {
            Map { key } => Some(key.replace('~', "~0").replace('/', "~1")),
            Seq { index } => Some(index.to_string()),
            Enum { variant } => Some(variant.clone()),
            Unknown => None,
        })
        .map(|segment| format!("/{segment}"))
        .collect()
}

/// What a body that could not be read to its end becomes.
pub(super) fn too_large(rejection: axum::extract::rejection::BytesRejection) -> ApiError {
    if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        ApiError::new(
            ErrorCode::TooLarge,
            "the body is too large: files go to the address that POST /api/ml/v1/datasets/upload gives",
        )
    } else {
        ApiError::new(ErrorCode::MalformedRequest, rejection.body_text())
    }
}

/// Query parameters.
#[derive(Clone, Copy, Debug)]
pub struct ApiQuery<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes());
        let deserializer = serde_urlencoded::Deserializer::new(pairs);
        serde_path_to_error::deserialize(deserializer)
            .map(Self)
            .map_err(|error| {
                let name = error.path().to_string();
                let pointer = if name == "." { String::new() } else { name };
                ApiError::invalid(pointer, format!("query parameter: {}", error.inner()))
            })
    }
}

/// An id in the path. What is no id names nothing: 404.
#[derive(Clone, Copy, Debug)]
pub struct ApiPath<T>(pub T);

impl<S: Send + Sync, T: std::str::FromStr> FromRequestParts<S> for ApiPath<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let unknown = || ApiError::not_found("thing");
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| unknown())?;
        text.parse().map(Self).map_err(|_| unknown())
    }
}

/// Whoever is signed in and may read.
#[derive(Clone, Copy, Debug)]
pub struct CurrentUser(pub Owner);

/// Whoever is signed in and may change things.
#[derive(Clone, Copy, Debug)]
pub struct WritingUser(pub Owner);

impl<S: Send + Sync> FromRequestParts<S> for CurrentUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        identity(parts).map(|identity| Self(identity.owner))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for WritingUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let identity = identity(parts)?;
        if identity.scope < Scope::Write {
            return Err(ApiError::new(
                ErrorCode::InsufficientScope,
                "this token may only read: make one with the scope write",
            ));
        }
        Ok(Self(identity.owner))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Identity {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        identity(parts).cloned()
    }
}

fn identity(parts: &Parts) -> Result<&Identity, ApiError> {
    parts.extensions.get::<Identity>().ok_or_else(|| {
        ApiError::new(
            ErrorCode::NotSignedIn,
            "sign in first, or again: the session has ended",
        )
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::parse;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only whether it parses is asked")]
    struct Body {
        rows: Vec<u8>,
    }

    #[test]
    fn a_wrong_type_is_named_by_its_place() {
        let error = parse::<Body>(br#"{"rows": [1, "two"]}"#).expect_err("a text is not a number");
        assert_eq!(error.errors[0].pointer, "/rows/1");
        assert_eq!(error.code().as_str(), "invalid-input");
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        for body in [&b"{"[..], b"", b"{\"rows\": []} trailing", b"\xff"] {
            let error = parse::<Body>(body).expect_err("not JSON");
            assert_eq!(error.code().as_str(), "malformed-request");
        }
    }
}
