//! Changing the password.

use serde_json::json;

use crate::browser::{Browser, PASSWORD, app};

const NEW: &str = "something else entirely";

#[tokio::test]
async fn a_new_password_ends_every_session_but_this_one() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let mut phone = ada.elsewhere(&app);
    phone.sign_in(PASSWORD).await.expect(200);
    let stolen = ada.clone();
    let body = json!({"current": PASSWORD, "new": NEW});
    let answer = ada.post("/api/auth/password", body).await.expect(200);
    assert_eq!(answer.body, json!({"ended_sessions": 1}));
    ada.me().await.expect(200);
    for mut other in [phone.clone(), stolen] {
        assert_eq!(other.me().await.problem(), (401, "not-signed-in"));
    }
    assert_eq!(
        phone.sign_in(PASSWORD).await.problem(),
        (401, "invalid-credentials")
    );
    phone.sign_in(NEW).await.expect(200);
}

#[tokio::test]
async fn the_current_password_is_asked_for_and_the_new_one_checked() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let wrong = json!({"current": "not that one", "new": NEW});
    let answer = ada.post("/api/auth/password", wrong).await;
    assert_eq!(answer.problem(), (401, "invalid-credentials"));
    assert_eq!(answer.pointers(), ["/current"]);
    let weak = json!({"current": PASSWORD, "new": "password1"});
    let answer = ada.post("/api/auth/password", weak).await;
    assert_eq!(answer.problem(), (422, "weak-password"));
    assert_eq!(answer.pointers(), ["/new"]);
    ada.me().await.expect(200);
}

#[tokio::test]
async fn a_stolen_session_cannot_be_used_to_guess_the_password() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    crate::browser::start_window();
    ada.me().await.expect(200);
    for _ in 0..10 {
        let body = json!({"current": "a guess", "new": NEW});
        let answer = ada.post("/api/auth/password", body).await;
        assert_eq!(answer.problem(), (401, "invalid-credentials"));
    }
    let body = json!({"current": PASSWORD, "new": NEW});
    assert_eq!(
        ada.post("/api/auth/password", body).await.problem(),
        (429, "throttled")
    );
    ada.sign_in(PASSWORD).await.expect(200);
}
