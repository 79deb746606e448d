//! Lists, pages, tags and retries.

use serde_json::json;
use stint_tests::{Client, Method};

use crate::{SMALL, text};

#[test]
fn pages_hold_every_item_once_newest_first() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    let mut made: Vec<String> = (0..5)
        .map(|seed| {
            let job = ada
                .train(&dataset, json!({"seed": seed, "mode": "light"}))
                .expect(201);
            text(&ada.wait(&job)["job_id"]).to_owned()
        })
        .collect();
    made.reverse();
    let mut path = "/api/jobs?status=COMPLETED&limit=2".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = ada.get(&path);
        for job in page.expect(200).as_array().expect("a list") {
            assert_eq!(job["status"], "COMPLETED");
            seen.push(text(&job["job_id"]).to_owned());
        }
        let Some(link) = page.header("link") else {
            break;
        };
        assert!(link.ends_with(">; rel=\"next\""), "{link}");
        path = link[1..].split('>').next().expect("an address").to_owned();
        assert!(
            path.contains("status=COMPLETED") && path.contains("limit=2"),
            "{path}"
        );
    }
    assert_eq!(seen, made);
    assert_eq!(ada.get("/api/jobs?status=FAILED").expect(200), json!([]));
    for query in [
        "limit=0",
        "limit=1001",
        "limit=ten",
        "cursor=!!",
        "status=DONE",
    ] {
        let problem = ada
            .get(&format!("/api/jobs?{query}"))
            .expect_problem(422, "invalid-input");
        assert_eq!(
            problem["errors"][0]["pointer"],
            query.split('=').next().expect("a name")
        );
    }
}

#[test]
fn a_poll_that_brings_nothing_new_is_304() {
    let ada = Client::signed_in();
    ada.dataset("ready.csv", SMALL.as_bytes());
    let first = ada.get("/api/ml/v1/datasets");
    let tag = first.header("etag").expect("a tag").to_owned();
    // Links are signed to the second; they must not make an unchanged list look new.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let second = ada.send(
        Method::Get,
        "/api/ml/v1/datasets",
        &[("if-none-match", &tag)],
        b"",
    );
    assert_eq!((second.status, second.text.as_str()), (304, ""));
    ada.announce("new.csv", SMALL.as_bytes()).expect(201);
    let third = ada.send(
        Method::Get,
        "/api/ml/v1/datasets",
        &[("if-none-match", &tag)],
        b"",
    );
    assert_eq!(third.status, 200);
}

#[test]
fn a_retried_post_is_done_once() {
    let ada = Client::signed_in();
    let post = |key: &str, body: &serde_json::Value| {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        ada.send(
            Method::Post,
            "/api/ml/v1/datasets/upload",
            &headers,
            body.to_string().as_bytes(),
        )
    };
    let body = json!({"filename": "a.csv", "size_bytes": 10});
    let first = post("k-1", &body).expect(201);
    let again = post("k-1", &body);
    assert_eq!(again.expect(201), first);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    post("k-1", &json!({"filename": "b.csv", "size_bytes": 10}))
        .expect_problem(422, "idempotency-key-reused");
    let other = post("k-2", &body).expect(201);
    assert_ne!(other["id"], first["id"]);
    post("k-3", &json!({"filename": "a.txt", "size_bytes": 10}))
        .expect_problem(422, "invalid-input");
    post("k-3", &body).expect(201);
    assert_eq!(
        ada.get("/api/ml/v1/datasets")
            .expect(200)
            .as_array()
            .map(Vec::len),
        Some(3)
    );

    let bob = Client::signed_in();
    let headers = [
        ("content-type", "application/json"),
        ("idempotency-key", "k-1"),
    ];
    let theirs = bob.send(
        Method::Post,
        "/api/ml/v1/datasets/upload",
        &headers,
        body.to_string().as_bytes(),
    );
    assert_ne!(
        theirs.expect(201)["id"],
        first["id"],
        "keys are each user's own"
    );
}
