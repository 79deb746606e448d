//! Personal access tokens.

use axum::http::Method;
use serde_json::json;

use crate::browser::{Browser, app, pass};
use crate::tables::Tables;

async fn token(ada: &mut Browser, scope: &str) -> (String, String) {
    let body = json!({"name": "nightly", "scope": scope, "expires_in_days": 30});
    let answer = ada.post("/api/auth/tokens", body).await.expect(201);
    assert_eq!(answer.headers["cache-control"], "no-store");
    (answer.text("id"), answer.text("token"))
}

#[tokio::test]
async fn a_token_is_shown_once_and_kept_as_a_hash() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let (id, token) = token(&mut ada, "write").await;
    assert!(token.starts_with("stint_pat_"));
    let listed = ada.get("/api/auth/tokens").await.expect(200);
    assert_eq!(listed.body[0]["id"], id);
    assert_eq!(listed.body[0]["name"], "nightly");
    assert_eq!(listed.body[0]["scope"], "write");
    assert!(!listed.body.to_string().contains("stint_pat_"));
    let tables = Tables::open().await;
    let pk = format!("USER#{}", ada.me().await.text("id"));
    let rows = tables.partition(&tables.sessions, &pk).await;
    assert_eq!(rows.len(), 2);
    assert!(!format!("{rows:?}").contains(&token[..40]));
}

#[tokio::test]
async fn a_token_works_without_cookie_or_origin_until_it_is_revoked() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let (id, token) = token(&mut ada, "write").await;
    let mut script = ada.script(&token);
    script.headers.remove("origin");
    script.me().await.expect(200);
    let rename = || {
        (
            Method::PATCH,
            "/api/auth/me",
            Some(json!({"full_name": "Script"})),
        )
    };
    let (method, path, body) = rename();
    script.send(method, path, body).await.expect(200);
    ada.delete(&format!("/api/auth/tokens/{id}"))
        .await
        .expect(200);
    assert_eq!(script.me().await.problem(), (401, "not-signed-in"));
    let again = ada.delete(&format!("/api/auth/tokens/{id}")).await;
    assert_eq!(again.problem(), (404, "not-found"));
}

#[tokio::test]
async fn a_read_token_reads_only() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let (_, token) = token(&mut ada, "read").await;
    let mut script = ada.script(&token);
    script.me().await.expect(200);
    let body = Some(json!({"full_name": "Script"}));
    let answer = script.send(Method::PATCH, "/api/auth/me", body).await;
    assert_eq!(answer.problem(), (403, "insufficient-scope"));
}

#[tokio::test]
async fn no_token_may_touch_what_guards_the_account() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let (id, token) = token(&mut ada, "write").await;
    let mut script = ada.script(&token);
    for (method, path) in [
        (Method::POST, "/api/auth/tokens"),
        (Method::POST, "/api/auth/password"),
        (Method::DELETE, "/api/auth/me"),
        (Method::DELETE, &format!("/api/auth/tokens/{id}")),
        (Method::DELETE, &format!("/api/auth/sessions/{id}")),
    ] {
        let answer = script.send(method, path, Some(json!({}))).await;
        assert_eq!(answer.problem(), (403, "insufficient-scope"), "{path}");
    }
}

#[tokio::test]
async fn a_token_ends_when_it_was_said_to() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let (_, token) = token(&mut ada, "read").await;
    let mut script = ada.script(&token);
    pass(30 * 24 * 3600 - 60);
    script.me().await.expect(200);
    pass(60);
    assert_eq!(script.me().await.problem(), (401, "not-signed-in"));
}

#[tokio::test]
async fn a_token_with_anything_changed_opens_nothing() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let eve = Browser::signed_in(&app).await;
    let (_, token) = token(&mut ada, "read").await;
    let last = if token.ends_with('A') { "B" } else { "A" };
    let mut middle = token.clone();
    middle.replace_range(70..71, if &token[70..71] == "x" { "y" } else { "x" });
    for forged in [
        format!("{}{last}", &token[..token.len() - 1]),
        middle,
        token.to_lowercase(),
        "stint_pat_".to_owned(),
        "x".to_owned(),
    ] {
        // The cookies of a signed-in browser do not help a request that shows a bad token.
        let mut script = eve.script(&forged);
        script.cookies = eve.cookies.clone();
        assert_eq!(
            script.me().await.problem(),
            (401, "not-signed-in"),
            "{forged}"
        );
    }
}

#[tokio::test]
async fn what_a_token_may_be_is_checked() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let body = json!({"name": " ", "scope": "read", "expires_in_days": 366});
    let answer = ada.post("/api/auth/tokens", body).await;
    assert_eq!(answer.problem(), (422, "invalid-input"));
    assert_eq!(answer.pointers(), ["/name", "/expires_in_days"]);
    let body = json!({"name": "x", "scope": "admin"});
    let answer = ada.post("/api/auth/tokens", body).await;
    assert_eq!(answer.pointers(), ["/scope"]);
}

#[tokio::test]
async fn a_tokens_secret_is_not_kept_under_an_idempotency_key() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    ada.headers
        .insert("idempotency-key", "token".parse().expect("a header"));
    let first = token(&mut ada, "read").await;
    let second = token(&mut ada, "read").await;
    assert_ne!(first, second);
    let tables = Tables::open().await;
    let pk = format!("USER#{}", ada.me().await.text("id"));
    assert!(tables.partition(&tables.core, &pk).await.is_empty());
}

#[tokio::test]
async fn an_account_has_at_most_fifty_tokens() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    for _ in 0..50 {
        token(&mut ada, "read").await;
    }
    let body = json!({"name": "one more", "scope": "read"});
    let answer = ada.post("/api/auth/tokens", body).await;
    assert_eq!(answer.problem(), (403, "quota-exceeded"));
}
