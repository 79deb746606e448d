//! Whoever is signed in with a browser. Tokens may not touch what guards the account itself, so
//! that a leaked one can neither make others nor lock its owner out.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use stint_platform::domain::{Owner, SessionId};
use stint_platform::http::{ApiError, ErrorCode, Identity};

pub(crate) struct BrowserSession {
    pub(crate) owner: Owner,
    pub(crate) id: SessionId,
}

impl<S: Send + Sync> FromRequestParts<S> for BrowserSession {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let identity = Identity::from_request_parts(parts, state).await?;
        match identity.session_id {
            Some(id) => Ok(Self {
                owner: identity.owner,
                id,
            }),
            None => Err(ApiError::new(
                ErrorCode::InsufficientScope,
                "tokens may not manage the account: sign in with a browser",
            )),
        }
    }
}
