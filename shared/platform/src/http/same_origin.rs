//! Cross-site request forgery: an unsafe request must prove that it comes from the page.
//!
//! Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet, "Fetch Metadata" and
//! "Verifying Origin With Standard Headers".

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::{ApiError, Edge, ErrorCode};

pub(super) async fn require(
    State(edge): State<Edge>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe
        || request.headers().contains_key(AUTHORIZATION)
        || allowed(request.headers(), &edge.origins)
    {
        return Ok(next.run(request).await);
    }
    Err(ApiError::new(
        ErrorCode::CrossSite,
        "requests that change something must come from the page: send its address as Origin, or use a token",
    ))
}

/// At least one of the two headers must be there, and whichever is must say "same site".
fn allowed(headers: &HeaderMap, origins: &[String]) -> bool {
    let origin = headers.get(ORIGIN).map(|value| {
        value
            .to_str()
            .is_ok_and(|origin| origins.iter().any(|known| known == origin))
    });
    let fetch_site = headers
        .get("sec-fetch-site")
        .map(|value| value == "same-origin");
    match (origin, fetch_site) {
        (None, None) => false,
        (origin, fetch_site) => origin.unwrap_or(true) && fetch_site.unwrap_or(true),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::allowed;

    #[test]
    fn only_the_page_may_change_things() {
        let origins = ["https://stint.example".to_owned()];
        let own = "https://stint.example";
        for (origin, site, expected) in [
            (Some(own), Some("same-origin"), true),
            (Some(own), None, true),
            (None, Some("same-origin"), true),
            (None, None, false),
            (Some("https://evil.example"), None, false),
            (Some("https://evil.example"), Some("same-origin"), false),
            (Some(own), Some("cross-site"), false),
            (None, Some("same-site"), false),
            (None, Some("none"), false),
            (Some("null"), None, false),
            (Some("https://stint.example.evil.example"), None, false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(origin) = origin {
                headers.insert("origin", origin.parse().expect("a header"));
            }
            if let Some(site) = site {
                headers.insert("sec-fetch-site", site.parse().expect("a header"));
            }
            assert_eq!(allowed(&headers, &origins), expected, "{origin:?} {site:?}");
        }
    }
}
