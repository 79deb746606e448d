//! Asking somebody who is signed in for the password again.

use stint_platform::domain::User;
use stint_platform::http::{ApiError, ErrorCode, FieldError};

use crate::App;
use crate::browser_session::BrowserSession;
use crate::passwords;
use crate::throttle::{Attempt, Source};

/// The account of a session, if the password given at `pointer` in the body is its own.
pub(crate) async fn confirm(
    app: &App,
    session: &BrowserSession,
    password: &str,
    pointer: &str,
) -> Result<User, ApiError> {
    let user = app.users.get(session.owner.user_id()).await?;
    let user = user.ok_or_else(account_gone)?;
    let account = user.email.canonical();
    let attempt = Attempt::begin(app, &account, Source::Session(session.id)).await?;
    if passwords::is_right(password, Some(&user.password_hash))? {
        attempt.succeeded().await?;
        return Ok(user);
    }
    attempt.failed().await?;
    let detail = "the password is not that of this account";
    Err(ApiError::new(ErrorCode::InvalidCredentials, detail)
        .with_errors(vec![FieldError::new(pointer, detail)]))
}

/// The account was deleted, or its password changed, while this request was on its way.
pub(crate) fn account_gone() -> ApiError {
    ApiError::new(
        ErrorCode::NotSignedIn,
        "sign in again: the account has changed meanwhile",
    )
}
