//! Deleting an account.

use axum::http::Method;
use serde_json::json;

use crate::browser::{Browser, PASSWORD, app};
use crate::tables::{Tables, text};

#[tokio::test]
async fn nothing_of_an_account_is_left_but_the_order_to_purge_the_rest() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let mut phone = ada.elsewhere(&app);
    phone.sign_in(PASSWORD).await.expect(200);
    let body = json!({"name": "script", "scope": "write"});
    let token = ada
        .post("/api/auth/tokens", body)
        .await
        .expect(201)
        .text("token");
    let mut script = ada.script(&token);
    script.me().await.expect(200);
    let stolen = ada.clone();
    let id = ada.me().await.text("id");

    let delete = |password: &str| Some(json!({"password": password}));
    let refused = ada
        .send(Method::DELETE, "/api/auth/me", delete("not that one"))
        .await;
    assert_eq!(refused.problem(), (401, "invalid-credentials"));
    assert_eq!(refused.pointers(), ["/password"]);
    phone.me().await.expect(200);
    let answer = ada
        .send(Method::DELETE, "/api/auth/me", delete(PASSWORD))
        .await;
    assert_eq!(answer.expect(200).body, json!({"id": id, "deleted": true}));
    assert!(!ada.cookies.contains_key(app.edge.keys.cookie_name()));

    for mut caller in [stolen, phone, script] {
        assert_eq!(caller.me().await.problem(), (401, "not-signed-in"));
    }
    let tables = Tables::open().await;
    let pk = format!("USER#{id}");
    assert!(tables.account(&id).await.is_none());
    assert!(tables.partition(&tables.sessions, &pk).await.is_empty());
    let left = tables.partition(&tables.core, &pk).await;
    assert_eq!(left.len(), 1);
    assert_eq!(text(&left[0], "entity"), "PURGE");
    assert_eq!(text(&left[0], "sweep_pk"), "PURGE");

    ada.cookies.clear();
    assert_eq!(
        ada.sign_in(PASSWORD).await.problem(),
        (401, "invalid-credentials")
    );
    let again = ada.sign_up().await.expect(201);
    assert_ne!(again.text("id"), id);
}
