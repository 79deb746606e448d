//! `POST /api/auth/sign-in`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use stint_platform::domain::{EmailAddress, User};
use stint_platform::http::{ApiError, ApiJson, ClientAddress, ErrorCode, Identity, Problems};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::throttle::{Attempt, Source};
use crate::{App, network, passwords, signed_in};

/// Who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The e-mail address of the account.
    #[schema(format = "email", example = "ada@example.org")]
    email: String,
    /// Its password.
    #[schema(format = "password")]
    password: String,
}

/// Who is signed in now.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// Identifier.
    #[schema(format = "uuid")]
    id: String,
    /// The e-mail address as typed at sign-up.
    #[schema(format = "email", example = "ada@example.org")]
    email: String,
    /// What they want to be called.
    #[schema(example = "Ada Lovelace")]
    full_name: String,
}

/// Opens a session: the answer sets its cookie. A session that the request came in ends.
///
/// Whether the e-mail address has an account shows neither in the answer nor in its time.
#[utoipa::path(
    post,
    path = "/api/auth/sign-in",
    tag = "auth",
    request_body = SignIn,
    responses((status = 200, body = SignedIn), Problems)
)]
pub(crate) async fn sign_in(
    State(app): State<App>,
    ClientAddress(address): ClientAddress,
    before: Option<Extension<Identity>>,
    headers: HeaderMap,
    ApiJson(body): ApiJson<SignIn>,
) -> Result<(HeaderMap, Json<SignedIn>), ApiError> {
    let now = (app.edge.now)();
    let account = EmailAddress::canonical_spelling(&body.email);
    let network = network::of(&address);
    let network_hash = app.edge.keys.fingerprint(&[network.as_bytes()]);
    let user = app.users.by_email(&account).await?;
    let device = user
        .as_ref()
        .and_then(|user| app.edge.keys.known_device(&headers, user.id, now));
    let known = |user: &User| user.knows_network(&network_hash, now);
    let source = match device {
        Some(device) => Source::Device(device),
        None => Source::Network {
            network,
            known: user.as_ref().is_some_and(known),
        },
    };
    let attempt = Attempt::begin(&app, &account, source).await?;
    let stored = user.as_ref().map(|user| &user.password_hash);
    let right = passwords::is_right(&body.password, stored)?;
    let Some(mut user) = user.filter(|_| right) else {
        attempt.failed().await?;
        return Err(invalid_credentials());
    };
    user.remember_network(network_hash, now);
    let session = signed_in::new_session(user.id, &headers, now);
    if !app.users.open_session(&user, &session).await? {
        return Err(invalid_credentials());
    }
    attempt.succeeded().await?;
    if let Some(Extension(before)) = before
        && let Some(ended) = before.session_id
    {
        app.edge.sessions.end(before.owner, ended).await?;
    }
    let device = device.unwrap_or_else(Uuid::new_v4);
    let answer = SignedIn {
        id: user.id.to_string(),
        email: user.email.as_str().to_owned(),
        full_name: user.full_name.as_str().to_owned(),
    };
    Ok((
        signed_in::headers(&app, &session, Some(device))?,
        Json(answer),
    ))
}

fn invalid_credentials() -> ApiError {
    ApiError::new(
        ErrorCode::InvalidCredentials,
        "there is no account with this e-mail address and password",
    )
}
