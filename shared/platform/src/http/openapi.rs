//! The frame of the OpenAPI document; each function adds its own paths.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{ErrorCode, FieldError, Problem};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Stint",
        description = "A CSV in; a trained, explained and downloadable model out.\n\n\
            Requests that change something need the page's address as `Origin`, or a personal \
            token as `Authorization: Bearer`. Lists are arrays, newest first; the `Link` header \
            names the next page. Every POST honours `Idempotency-Key`, every read `If-None-Match`.",
        license(name = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "The origin of the page")),
    tags(
        (name = "auth", description = "Accounts, sessions and tokens"),
        (name = "datasets", description = "Uploading, validating and deleting CSVs"),
        (name = "jobs", description = "Background work"),
        (name = "runs", description = "What was trained and how good it is"),
        (name = "artifacts", description = "Trained models"),
        (name = "metrics", description = "How models do over time"),
        (name = "health", description = "Whether the platform works"),
    ),
    components(schemas(Problem, FieldError, ErrorCode)),
    modifiers(&Credentials),
    security(("session" = []), ("token" = []))
)]
struct Frame;

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let cookie = ApiKeyValue::with_description("session_id", "`__Host-session_id` over HTTPS");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let bearer = Http::new(HttpAuthScheme::Bearer);
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
    }
}

/// Title, tags, credentials and the error schema, without any path.
pub fn openapi_frame() -> utoipa::openapi::OpenApi {
    Frame::openapi()
}
