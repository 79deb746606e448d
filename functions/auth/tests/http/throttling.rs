//! Guessing is slowed down; the owner is not locked out.

use crate::browser::{Browser, PASSWORD, app, pass, start_window};

#[tokio::test]
async fn after_a_thousand_attempts_of_strangers_the_owner_still_gets_in() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    start_window();
    let mut verified = 0;
    for machine in 0..50 {
        let mut stranger = ada.elsewhere(&app);
        for _ in 0..20 {
            let answer = stranger.sign_in(&format!("guess {machine}")).await;
            match answer.problem() {
                (401, "invalid-credentials") => verified += 1,
                problem => assert_eq!(problem, (429, "throttled")),
            }
        }
    }
    assert_eq!(verified, 100, "of one account, in one window");
    let mut stranger_who_knows = ada.elsewhere(&app);
    assert_eq!(
        stranger_who_knows.sign_in(PASSWORD).await.problem(),
        (429, "throttled")
    );

    let mut travelling = ada.clone();
    travelling.address = "198.51.100.7".to_owned();
    travelling.sign_in(PASSWORD).await.expect(200);
    ada.cookies.clear();
    ada.sign_in(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_stranger_behind_the_same_address_cannot_lock_a_known_browser_out() {
    let app = app().await;
    let mut ada = Browser::signed_in(&app).await;
    start_window();
    let mut neighbour = ada.elsewhere(&app);
    neighbour.address = ada.address.clone();
    for attempt in 0..20 {
        let status = neighbour.sign_in("a guess").await.status.as_u16();
        assert_eq!(status, if attempt < 10 { 401 } else { 429 });
    }
    assert_eq!(
        neighbour.sign_in(PASSWORD).await.problem(),
        (429, "throttled")
    );
    ada.sign_in(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn a_refusal_says_when_to_try_again_and_then_it_works() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    start_window();
    for _ in 0..10 {
        ada.sign_in("a guess").await.expect(401);
    }
    let answer = ada.sign_in(PASSWORD).await;
    assert_eq!(answer.problem(), (429, "throttled"));
    let seconds = answer.headers["retry-after"].to_str().expect("text");
    let seconds: i64 = seconds.parse().expect("a number");
    assert!((1..=900).contains(&seconds), "{seconds}");
    pass(seconds);
    ada.sign_in(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn many_attempts_at_once_do_not_slip_through() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    start_window();
    let tries = (0..30).map(|_| {
        let mut ada = ada.clone();
        async move { ada.sign_in("a guess").await.status.as_u16() }
    });
    let mut tasks = Vec::new();
    let local = tokio::task::LocalSet::new();
    for attempt in tries {
        tasks.push(local.spawn_local(attempt));
    }
    local.await;
    let mut verified = 0;
    for task in tasks {
        verified += usize::from(task.await.expect("ends") == 401);
    }
    assert_eq!(verified, 10);
}

#[tokio::test]
async fn one_machine_cannot_try_a_leaked_list_over_many_accounts() {
    let app = app().await;
    start_window();
    let attacker = Browser::new(&app);
    for _ in 0..100 {
        let mut victim = attacker.elsewhere(&app);
        victim.email = Browser::new(&app).email;
        victim.address = attacker.address.clone();
        victim.sign_in("leaked elsewhere").await.expect(401);
    }
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    let home = std::mem::replace(&mut ada.address, attacker.address.clone());
    assert_eq!(ada.sign_in(PASSWORD).await.problem(), (429, "throttled"));
    ada.address = home;
    ada.sign_in(PASSWORD).await.expect(200);
}

#[tokio::test]
async fn successes_are_never_throttled() {
    let app = app().await;
    let mut ada = Browser::new(&app);
    ada.sign_up().await.expect(201);
    start_window();
    for _ in 0..12 {
        ada.cookies.clear();
        ada.sign_in(PASSWORD).await.expect(200);
    }
}
