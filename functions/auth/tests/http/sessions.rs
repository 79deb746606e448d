//! How sessions begin, go on and end.

use serde_json::json;

use crate::browser::{Browser, PASSWORD, app, pass};

#[tokio::test]
async fn a_cookie_is_worth_nothing_after_logout() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let stolen = ada.clone();
    let answer = ada.post("/api/auth/logout", json!({})).await.expect(200);
    assert_eq!(answer.body, json!({"signed_out": true}));
    assert!(!ada.cookies.contains_key(app.edge.keys.cookie_name()));
    assert_eq!(stolen.clone().me().await.problem(), (401, "not-signed-in"));
    ada.post("/api/auth/logout", json!({})).await.expect(200);
}

#[tokio::test]
async fn signing_in_again_opens_another_session_and_ends_the_one_before() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let before = ada.clone();
    ada.sign_in(PASSWORD).await.expect(200);
    assert_ne!(before.cookies, ada.cookies);
    ada.me().await.expect(200);
    assert_eq!(before.clone().me().await.problem(), (401, "not-signed-in"));
}

#[tokio::test]
async fn a_session_lives_on_while_it_is_used_and_ends_when_it_is_not() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let idle = ada.clone();
    let lifetime = idle_seconds(&app);
    for _ in 0..3 {
        pass(lifetime * 2 / 3);
        ada.me().await.expect(200);
    }
    assert_eq!(idle.clone().me().await.problem(), (401, "not-signed-in"));
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_however_much_it_is_used() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let step = idle_seconds(&app) / 2;
    let mut passed = 0;
    while passed + step < 12 * 3600 {
        pass(step);
        passed += step;
        ada.me().await.expect(200);
    }
    pass(12 * 3600 - passed);
    assert_eq!(ada.me().await.problem(), (401, "not-signed-in"));
}

#[tokio::test]
async fn sessions_are_listed_newest_first_and_can_be_ended_from_elsewhere() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let mut phone = ada.elsewhere(&app);
    let long = "x".repeat(300);
    phone
        .headers
        .insert("user-agent", long.parse().expect("a header"));
    pass(1);
    phone.sign_in(PASSWORD).await.expect(200);
    let answer = ada.get("/api/auth/sessions").await.expect(200);
    let sessions = answer.body.as_array().expect("a list");
    assert_eq!(sessions.len(), 2);
    assert_eq!(sessions[0]["user_agent"], long[..200]);
    assert_eq!(
        (&sessions[0]["current"], &sessions[1]["current"]),
        (&false.into(), &true.into())
    );

    let page = ada.get("/api/auth/sessions?limit=1").await.expect(200);
    assert_eq!(page.body, json!([sessions[0]]));
    let link = page.headers["link"].to_str().expect("text");
    let next = link
        .trim_start_matches('<')
        .split('>')
        .next()
        .expect("a link");
    assert_eq!(ada.get(next).await.expect(200).body, json!([sessions[1]]));

    let path = format!(
        "/api/auth/sessions/{}",
        sessions[0]["id"].as_str().expect("an id")
    );
    ada.delete(&path).await.expect(200);
    assert_eq!(phone.me().await.problem(), (401, "not-signed-in"));
    assert_eq!(ada.delete(&path).await.problem(), (404, "not-found"));
    ada.me().await.expect(200);
}

#[tokio::test]
async fn nobody_ends_a_strangers_session() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    let mut eve = Browser::signed_in(&app).await;
    let answer = ada.get("/api/auth/sessions").await;
    let path = format!(
        "/api/auth/sessions/{}",
        answer.body[0]["id"].as_str().expect("an id")
    );
    assert_eq!(eve.delete(&path).await.problem(), (404, "not-found"));
    ada.me().await.expect(200);
    ada.delete(&path).await.expect(200);
    assert!(!ada.cookies.contains_key(app.edge.keys.cookie_name()));
}

#[tokio::test]
async fn everything_but_the_way_in_wants_a_session() {
    let app = app().await;
    let mut nobody = Browser::new(&app);
    for (method, path) in [
        ("GET", "/api/auth/me"),
        ("PATCH", "/api/auth/me"),
        ("DELETE", "/api/auth/me"),
        ("POST", "/api/auth/password"),
        ("GET", "/api/auth/sessions"),
        (
            "DELETE",
            "/api/auth/sessions/01890a5d-ac96-774b-bcce-b302099a8057",
        ),
        ("GET", "/api/auth/tokens"),
        ("POST", "/api/auth/tokens"),
        (
            "DELETE",
            "/api/auth/tokens/01890a5d-ac96-774b-bcce-b302099a8057",
        ),
    ] {
        let method = method.parse().expect("a method");
        let answer = nobody.send(method, path, Some(json!({}))).await;
        assert_eq!(answer.problem(), (401, "not-signed-in"), "{path}");
    }
}

fn idle_seconds(app: &auth::App) -> i64 {
    let session = stint_platform::domain::SessionId::new(uuid::Uuid::nil());
    let user = stint_platform::domain::UserId::new(uuid::Uuid::nil());
    let cookie = app.edge.keys.cookie(user, session, (app.edge.now)());
    let cookie = cookie.expect("signs");
    let age = cookie.split("Max-Age=").nth(1).expect("an age");
    age.parse().expect("seconds")
}
