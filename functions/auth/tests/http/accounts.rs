//! Signing up, and the profile.

use axum::http::Method;
use serde_json::json;

use crate::browser::{Browser, PASSWORD, app};
use crate::tables::{Tables, text};

#[tokio::test]
async fn a_new_account_is_answered_without_a_session() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    let answer = ada.sign_up().await.expect(201);
    assert_eq!(answer.text("email"), ada.email);
    assert_eq!(answer.text("full_name"), "Ada King");
    assert_eq!(
        answer.text("created_at").len(),
        "2026-01-31T12:00:00.000Z".len()
    );
    assert!(ada.cookies.is_empty());
    assert!(!answer.body.to_string().contains("argon2"));
    assert_eq!(ada.me().await.problem(), (401, "not-signed-in"));
}

#[tokio::test]
async fn the_password_is_kept_as_argon2id_of_the_prescribed_strength() {
    let app = app().await;
    let id = Browser::new(&app).sign_up().await.expect(201).text("id");
    let account = Tables::open().await.account(&id).await.expect("an account");
    let phc = text(&account, "password_hash");
    assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
    assert!(!format!("{account:?}").contains(PASSWORD));
}

#[tokio::test]
async fn one_address_has_one_account_in_any_case_but_tags_are_kept_apart() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    let (email, tagged) = (ada.email.clone(), ada.email.replace('@', "+tag@"));
    ada.email = email.to_uppercase();
    assert_eq!(ada.sign_up().await.problem(), (409, "email-taken"));
    ada.sign_in(PASSWORD).await.expect(200);
    assert_eq!(ada.me().await.text("email"), email);
    ada.email = tagged;
    ada.sign_up().await.expect(201);
}

#[tokio::test]
async fn all_bad_fields_are_reported_at_once() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    for body in [
        json!({}),
        json!({"email": "ada", "password": "short", "full_name": " "}),
    ] {
        let answer = ada.post("/api/auth/sign-up", body).await;
        assert_eq!(answer.problem(), (422, "invalid-input"));
        assert_eq!(answer.pointers(), ["/email", "/full_name", "/password"]);
    }
    for (body, pointer) in [
        (
            json!({"email": 7, "password": PASSWORD, "full_name": "Ada"}),
            "/email",
        ),
        (json!({"e_mail": "ada@example.org"}), "/e_mail"),
    ] {
        let answer = ada.post("/api/auth/sign-up", body).await;
        assert_eq!(answer.problem(), (422, "invalid-input"));
        assert_eq!(answer.pointers(), [pointer]);
    }
}

#[tokio::test]
async fn a_password_that_is_only_weak_has_its_own_code() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    let too_long = "é".repeat(129);
    let own_address = ada.email.clone();
    for password in ["1234567", "Password1", "Ada King", &too_long, &own_address] {
        let body = json!({"email": ada.email, "password": password, "full_name": "Ada King"});
        let answer = ada.post("/api/auth/sign-up", body).await;
        assert_eq!(answer.problem(), (422, "weak-password"), "{password}");
        assert_eq!(answer.pointers(), ["/password"]);
    }
}

#[tokio::test]
async fn an_account_is_made_once_for_one_idempotency_key() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    let key = uuid::Uuid::new_v4().to_string().parse().expect("a header");
    ada.headers.insert("idempotency-key", key);
    let first = ada.sign_up().await.expect(201);
    let again = ada.sign_up().await.expect(201);
    assert_eq!(first.body, again.body);
    assert_eq!(again.headers["idempotent-replayed"], "true");
}

#[tokio::test]
async fn the_name_can_be_changed_and_nothing_else() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let patch = |body| (Method::PATCH, "/api/auth/me", Some(body));
    let (method, path, body) = patch(json!({"full_name": " Countess of Lovelace "}));
    let answer = ada.send(method, path, body).await.expect(200);
    assert_eq!(answer.text("full_name"), "Countess of Lovelace");
    assert_eq!(ada.me().await.body, answer.body);
    for (body, pointer) in [
        (json!({"full_name": "a\u{0}b"}), "/full_name"),
        (
            json!({"full_name": "x", "email": "eve@example.org"}),
            "/email",
        ),
    ] {
        let (method, path, body) = patch(body);
        let answer = ada.send(method, path, body).await;
        assert_eq!(answer.problem(), (422, "invalid-input"));
        assert_eq!(answer.pointers(), [pointer]);
    }
}
