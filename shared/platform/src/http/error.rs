//! The only type that becomes an error response: RFC 9457, `application/problem+json`.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use super::ErrorCode;
use crate::domain::QuotaExceeded;
use crate::objects::ObjectError;
use crate::queue::QueueError;
use crate::store::StoreError;

/// One bad value.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) into the body, or the name of a query parameter.
    #[schema(example = "/parameters/target")]
    pub pointer: String,
    /// What was found and what would be right.
    pub detail: String,
    /// The rule of the CSV validation that was broken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "ragged-row", extensions(("x-absent" = json!(true))))]
    pub rule: Option<String>,
    /// Line of the file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(("x-absent" = json!(true))))]
    pub line: Option<u64>,
    /// Column of the file: its name, or its number from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(("x-absent" = json!(true))))]
    pub column: Option<String>,
}

impl FieldError {
    /// A bad value at a place.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
            rule: None,
            line: None,
            column: None,
        }
    }
}

/// An error response (RFC 9457).
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem.
    #[schema(example = "urn:stint:problem:not-found")]
    pub r#type: String,
    /// The kind of problem, for people.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, and what would be right.
    pub detail: String,
    /// The path asked for.
    pub instance: String,
    /// The kind of problem, for programs.
    pub code: ErrorCode,
    /// Names this request in the logs.
    pub request_id: String,
    /// Every bad value, for 422.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(extensions(("x-absent" = json!(true))))]
    pub errors: Vec<FieldError>,
}

/// An error on its way to becoming a [`Problem`]; the edge adds what only it knows.
#[derive(Clone, Debug)]
pub struct ApiError {
    pub(super) code: ErrorCode,
    pub(super) detail: String,
    pub(super) errors: Vec<FieldError>,
    pub(super) retry_after: Option<u64>,
    /// What the log gets to see and the caller does not.
    pub(super) cause: Option<String>,
}

impl ApiError {
    /// An error with a sentence for people.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after: None,
            cause: None,
        }
    }

    /// "There is no such thing", the same for what is missing and what is somebody else's.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            ErrorCode::NotFound,
            format!("there is no such {what}, or it is not yours"),
        )
    }

    /// One bad value of the body.
    pub fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::all_invalid(vec![FieldError::new(pointer, detail)])
    }

    /// Every bad value of the body.
    pub fn all_invalid(errors: Vec<FieldError>) -> Self {
        let detail = errors
            .iter()
            .map(|e| e.detail.as_str())
            .collect::<Vec<_>>()
            .join("; ");
        Self {
            errors,
            ..Self::new(ErrorCode::InvalidInput, detail)
        }
    }

    /// With bad values.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// With the seconds after which to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// With a cause for the log.
    #[must_use]
    pub fn because(mut self, cause: impl ToString) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// Our fault; the cause goes to the log.
    pub fn internal(cause: impl ToString) -> Self {
        Self::new(
            ErrorCode::Internal,
            "the request could not be carried out; nothing was lost, try again",
        )
        .because(cause)
    }

    fn unavailable(cause: impl ToString) -> Self {
        Self::new(
            ErrorCode::Unavailable,
            "a service behind this one does not answer; try again soon",
        )
        .retry_after(5)
        .because(cause)
    }

    /// The code.
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// The response body.
    pub(super) fn problem(&self, instance: &str, request_id: &str) -> Problem {
        Problem {
            r#type: format!("urn:stint:problem:{}", self.code.as_str()),
            title: self.code.title().to_owned(),
            status: self.code.status().as_u16(),
            detail: self.detail.clone(),
            instance: instance.to_owned(),
            code: self.code,
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.code.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Call(_) | StoreError::Contended => Self::unavailable(error),
            StoreError::Decode(_) => Self::internal(error),
        }
    }
}

impl From<QuotaExceeded> for ApiError {
    fn from(exceeded: QuotaExceeded) -> Self {
        Self::new(ErrorCode::QuotaExceeded, exceeded.to_string())
    }
}

impl From<ObjectError> for ApiError {
    fn from(error: ObjectError) -> Self {
        match error {
            ObjectError::Call(_) => Self::unavailable(error),
            ObjectError::TooLarge { .. } => Self::internal(error),
        }
    }
}

impl From<QueueError> for ApiError {
    fn from(error: QueueError) -> Self {
        Self::unavailable(error)
    }
}

/// For OpenAPI: every operation may answer with a [`Problem`].
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let content = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name("Problem")))
            .build();
        let response = ResponseBuilder::new()
            .description("A problem; `code` says which")
            .content("application/problem+json", content)
            .build();
        BTreeMap::from([("default".to_owned(), RefOr::T(response))])
    }
}

/// The answer to a path that no route has.
pub(super) async fn unknown_path() -> ApiError {
    ApiError::new(
        ErrorCode::NotFound,
        "there is nothing at this path; see /api/docs",
    )
}

/// The answer to a method that a path does not have.
pub(super) async fn unknown_method() -> ApiError {
    ApiError::new(
        ErrorCode::MethodNotAllowed,
        "this path has other methods; see /api/docs",
    )
}

/// Whether a status is our fault.
pub(super) fn is_our_fault(status: StatusCode) -> bool {
    status.is_server_error()
}
