//! Requests that are wrong before anybody looks at what they want.

use serde_json::json;
use stint_tests::{Client, Method};

const UPLOAD: &str = "/api/ml/v1/datasets/upload";

#[test]
fn the_platform_says_that_it_is_well() {
    let health = Client::anonymous().get("/api/health").expect(200);
    assert_eq!(
        (&health["status"], &health["database"]),
        (&json!("ok"), &json!("ok"))
    );
    assert_eq!(health["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn bodies_that_are_not_what_they_should_be() {
    let ada = Client::signed_in();
    let send =
        |media: &str, body: &[u8]| ada.send(Method::Post, UPLOAD, &[("content-type", media)], body);
    send("application/json", b"{").expect_problem(400, "malformed-request");
    send("application/json", b"").expect_problem(400, "malformed-request");
    send("application/json", b"[]").expect_problem(422, "invalid-input");
    send("text/plain", b"{}").expect_problem(415, "unsupported-media-type");
    send("multipart/form-data", b"x").expect_problem(400, "malformed-request");
    send(
        "application/json",
        b"{\"filename\":\"a.csv\",\"size_bytes\":1,\"more\":2}",
    )
    .expect_problem(422, "invalid-input");
    let huge = vec![b' '; 7 * 1024 * 1024];
    send("application/json", &huge).expect_problem(413, "too-large");
    let jobs = ada.send(
        Method::Post,
        "/api/jobs",
        &[("content-type", "application/json")],
        &huge,
    );
    jobs.expect_problem(413, "too-large");
}

#[test]
fn paths_methods_and_ids_that_do_not_exist() {
    let ada = Client::signed_in();
    let unknown = uuid::Uuid::now_v7();
    for path in [
        "/api/nothing".to_owned(),
        "/api/ml/v1/nothing".to_owned(),
        format!("/api/ml/v1/datasets/{unknown}"),
        "/api/ml/v1/datasets/not-an-id".to_owned(),
        format!("/api/ml/v1/training-runs/{unknown}"),
        format!("/api/ml/v1/artifacts/{unknown}/download-url"),
        format!("/api/ml/v1/files/{unknown}/download-url"),
        format!("/api/jobs/{unknown}"),
    ] {
        let problem = ada.get(&path).expect_problem(404, "not-found");
        assert_eq!(problem["instance"], path);
    }
    ada.delete("/api/ml/v1/training-runs")
        .expect_problem(405, "method-not-allowed");
}

#[test]
fn requests_from_elsewhere_change_nothing() {
    let ada = Client::signed_in();
    let json = ("content-type", "application/json");
    let body = br#"{"filename":"a.csv","size_bytes":9}"#;
    for headers in [
        vec![json, ("origin", "https://evil.example")],
        vec![json, ("origin", "null")],
        vec![json, ("origin", "")],
        vec![json, ("sec-fetch-site", "cross-site")],
        vec![json, ("origin", ""), ("sec-fetch-site", "same-site")],
    ] {
        ada.send(Method::Post, UPLOAD, &headers, body)
            .expect_problem(403, "cross-site");
    }
    ada.send(
        Method::Post,
        UPLOAD,
        &[json, ("origin", ""), ("sec-fetch-site", "same-origin")],
        body,
    )
    .expect(201);
}

#[test]
fn a_forged_or_foreign_cookie_opens_nothing() {
    let ada = Client::signed_in();
    let genuine = ada.cookie.clone().expect("a cookie");
    let (name, token) = genuine.split_once('=').expect("a name and a value");
    let parts: Vec<&str> = token.split('.').collect();
    let flipped: String = parts[2].chars().rev().collect();
    for (what, token) in [
        ("no signature", format!("{}.{}.", parts[0], parts[1])),
        (
            "another signature",
            format!("{}.{}.{flipped}", parts[0], parts[1]),
        ),
        ("no algorithm", format!("eyJhbGciOiJub25lIn0.{}.", parts[1])),
        ("garbage", "garbage".to_owned()),
    ] {
        let mut mallory = Client::anonymous();
        mallory.cookie = Some(format!("{name}={token}"));
        assert_eq!(mallory.get("/api/ml/v1/datasets").status, 401, "{what}");
    }
    ada.get("/api/ml/v1/datasets").expect(200);
    ada.post("/api/auth/logout", &json!({})).expect(200);
    ada.get("/api/ml/v1/datasets")
        .expect_problem(401, "not-signed-in");
}
