//! Signing in: the cookie, and what a failure does not tell.

use axum::http::header::SET_COOKIE;
use serde_json::{Value, json};

use crate::browser::{Answer, Browser, PASSWORD, app};

#[tokio::test]
async fn the_session_travels_in_a_protected_cookie_alone() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    let answer = ada.sign_in(PASSWORD).await.expect(200);
    let name = app.edge.keys.cookie_name();
    let over_https = app.edge.origins[0].starts_with("https://");
    assert_eq!(name.starts_with("__Host-"), over_https);
    let cookies: Vec<_> = answer.headers.get_all(SET_COOKIE).iter().collect();
    let session = cookies[0].to_str().expect("text");
    assert!(session.starts_with(&format!("{name}=ey")), "{session}");
    for cookie in cookies {
        let cookie = cookie.to_str().expect("text");
        assert!(
            cookie.contains("; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age="),
            "{cookie}"
        );
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    assert_eq!(answer.headers["cache-control"], "no-store");
    let fields: Vec<_> = answer.body.as_object().expect("an object").keys().collect();
    assert_eq!(fields, ["email", "full_name", "id"]);
    assert_eq!(ada.me().await.expect(200).text("email"), ada.email);
}

#[tokio::test]
async fn a_failure_does_not_tell_whether_the_account_exists() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    let wrong_password = ada.sign_in("not that one").await;
    let mut nobody = Browser::new(&app);
    let unknown = nobody.sign_in(PASSWORD).await;
    nobody.email = "no address at all".to_owned();
    let no_address = nobody.sign_in(PASSWORD).await;
    assert_eq!(wrong_password.problem(), (401, "invalid-credentials"));
    let shape = |answer: &Answer| {
        let mut body = answer.body.clone();
        body["request_id"] = Value::Null;
        let headers: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
        (answer.status, body, headers)
    };
    assert_eq!(shape(&unknown), shape(&wrong_password));
    assert_eq!(shape(&no_address), shape(&wrong_password));
}

#[tokio::test]
async fn a_malformed_sign_in_is_named_by_its_place() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    let answer = ada.post(
        "/api/auth/sign-in",
        json!({"email": "a@example.org", "password": 1}),
    );
    let answer = answer.await;
    assert_eq!(answer.problem(), (422, "invalid-input"));
    assert_eq!(answer.pointers(), ["/password"]);
    let answer = ada
        .send(axum::http::Method::POST, "/api/auth/sign-in", None)
        .await;
    assert_eq!(answer.problem(), (415, "unsupported-media-type"));
}

#[tokio::test]
async fn a_sign_in_is_never_answered_from_the_store_of_idempotency_keys() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    ada.headers
        .insert("idempotency-key", "the same".parse().expect("a header"));
    for _ in 0..2 {
        let answer = ada.sign_in(PASSWORD).await.expect(200);
        assert!(answer.headers.contains_key(SET_COOKIE));
        assert!(!answer.headers.contains_key("idempotent-replayed"));
        ada.cookies.clear();
    }
}
