//! Two things at once.

use std::collections::BTreeMap;

use stint_platform::aws;
use stint_platform::config::Environment;
use stint_platform::domain::{
    EmailAddress, FullName, PasswordHash, Scope, Session, SessionId, Token, TokenId, User, UserId,
};
use stint_platform::new_id;
use stint_platform::store::{Core, Sessions, Users};

use crate::browser::{Browser, PASSWORD, app, now};

#[tokio::test]
async fn of_two_sign_ups_with_one_address_one_wins() {
    let app = app().await;
    let ada = Browser::new(&app);
    let (mut here, mut there) = (ada.clone(), ada);
    let (first, second) = tokio::join!(here.sign_up(), there.sign_up());
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[tokio::test]
async fn many_sign_ins_at_once_all_succeed() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    let local = tokio::task::LocalSet::new();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let mut ada = ada.clone();
            local.spawn_local(async move { ada.sign_in(PASSWORD).await.status.as_u16() })
        })
        .collect();
    local.await;
    for task in tasks {
        assert_eq!(task.await.expect("ends"), 200);
    }
}

async fn users() -> Users {
    let mut environment = Environment::of_process();
    let client = aws::dynamodb(&aws::load().await);
    let sessions = Sessions::new(client.clone(), environment.text("TABLE_SESSIONS"));
    let core = Core::new(client.clone(), environment.text("TABLE_CORE"));
    Users::new(client, environment.text("TABLE_USERS"), sessions, core)
}

fn user() -> User {
    let id = UserId::new(new_id());
    User {
        id,
        email: EmailAddress::parse(&format!("{id}@example.org")).expect("an address"),
        full_name: FullName::parse("Ada").expect("a name"),
        password_hash: PasswordHash::new("the hash before".into()),
        created_at: now(),
        networks: BTreeMap::new(),
    }
}

fn session(user: &User) -> Session {
    Session::new(SessionId::new(new_id()), user.id, "Test/1.0", now())
}

#[tokio::test]
async fn a_sign_in_that_a_password_change_overtakes_opens_no_session() {
    let (users, user) = (users().await, user());
    assert!(users.create(&user).await.expect("answers"));
    let (before, after) = (session(&user), session(&user));
    assert!(users.open_session(&user, &before).await.expect("answers"));
    let new = PasswordHash::new("the hash after".into());
    let change = users.change_password(&user, &new, before.id, &after);
    assert!(change.await.expect("answers"));
    let late = session(&user);
    assert!(!users.open_session(&user, &late).await.expect("answers"));
    let change = users.change_password(&user, &new, after.id, &late);
    assert!(!change.await.expect("answers"));
    let stale = users.delete(&user, after.id, now());
    assert!(!stale.await.expect("answers"));
}

#[tokio::test]
async fn nothing_can_be_opened_for_an_account_that_was_deleted() {
    let (users, user) = (users().await, user());
    assert!(users.create(&user).await.expect("answers"));
    let id = session(&user).id;
    assert!(users.delete(&user, id, now()).await.expect("answers"));
    let late = session(&user);
    assert!(!users.open_session(&user, &late).await.expect("answers"));
    let token = Token {
        id: TokenId::new(new_id()),
        user_id: user.id,
        name: "late".into(),
        scope: Scope::Read,
        created_at: now(),
        ends_at: now().plus_seconds(60),
        digest: "a digest".into(),
    };
    assert!(!users.create_token(&token).await.expect("answers"));
}
