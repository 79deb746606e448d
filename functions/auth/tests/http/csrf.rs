//! No other site can act for somebody who is signed in.

use axum::http::header::ORIGIN;
use serde_json::json;

use crate::browser::{Browser, app, origin};

#[tokio::test]
async fn every_unsafe_route_refuses_other_sites() {
    let app = app().await;
    let own = origin(&app);
    let ada = Browser::signed_in(&app).await;
    for (method, path) in [
        ("POST", "/api/auth/sign-up"),
        ("POST", "/api/auth/sign-in"),
        ("POST", "/api/auth/logout"),
        ("PATCH", "/api/auth/me"),
        ("DELETE", "/api/auth/me"),
        ("POST", "/api/auth/password"),
        (
            "DELETE",
            "/api/auth/sessions/01890a5d-ac96-774b-bcce-b302099a8057",
        ),
        ("POST", "/api/auth/tokens"),
        (
            "DELETE",
            "/api/auth/tokens/01890a5d-ac96-774b-bcce-b302099a8057",
        ),
    ] {
        for (origin, site) in [
            (None, None),
            (Some("https://evil.example"), None),
            (Some("null"), None),
            (Some(own.as_str()), Some("cross-site")),
            (None, Some("same-site")),
            (None, Some("cross-site")),
            (Some("https://evil.example"), Some("same-origin")),
        ] {
            let mut request = ada.clone();
            request.headers.remove(ORIGIN);
            if let Some(origin) = origin {
                request
                    .headers
                    .insert(ORIGIN, origin.parse().expect("a header"));
            }
            if let Some(site) = site {
                request
                    .headers
                    .insert("sec-fetch-site", site.parse().expect("a header"));
            }
            let method = method.parse().expect("a method");
            let answer = request.send(method, path, Some(json!({}))).await;
            assert_eq!(
                answer.problem(),
                (403, "cross-site"),
                "{path} {origin:?} {site:?}"
            );
        }
    }
    ada.clone().me().await.expect(200);
}

#[tokio::test]
async fn a_form_of_another_site_is_no_json() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    ada.headers
        .insert("content-type", "text/plain".parse().expect("a header"));
    let answer = ada
        .send(axum::http::Method::POST, "/api/auth/tokens", None)
        .await;
    assert_eq!(answer.problem(), (415, "unsupported-media-type"));
}

#[tokio::test]
async fn reading_changes_nothing() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    for path in [
        "/api/auth/logout",
        "/api/auth/sign-in",
        "/api/auth/password",
    ] {
        assert_eq!(ada.get(path).await.problem(), (405, "method-not-allowed"));
    }
    ada.me().await.expect(200);
}
