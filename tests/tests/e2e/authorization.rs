//! Every operation of the OpenAPI document, asked by its owner, by a stranger and by nobody. A new
//! operation is covered the moment it is documented.

use serde_json::{Value, json};
use stint_tests::{Client, Method};

use crate::{SMALL, text};

/// Operations that need no session.
const PUBLIC: &[(&str, &str)] = &[
    ("get", "/api/health"),
    ("post", "/api/auth/sign-up"),
    ("post", "/api/auth/sign-in"),
    ("post", "/api/auth/logout"),
];

fn operations() -> Vec<(Method, String)> {
    let document = serde_json::to_value(stint_tests::openapi()).expect("a document");
    let mut found = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for name in operations.as_object().expect("operations").keys() {
            let method = match name.as_str() {
                "get" => Method::Get,
                "post" => Method::Post,
                "put" => Method::Put,
                "patch" => Method::Patch,
                "delete" => Method::Delete,
                _ => continue,
            };
            if !PUBLIC.contains(&(name.as_str(), path.as_str())) {
                found.push((method, path.clone()));
            }
        }
    }
    assert!(found.len() > 15, "only {} operations", found.len());
    found
}

fn body_for(path: &str, method: Method) -> Value {
    match (method, path) {
        (Method::Patch, "/api/ml/v1/artifacts/{id}") => json!({"pinned": true}),
        (Method::Post, "/api/ml/v1/artifacts/{id}/predict") => json!({"rows": [{}]}),
        _ => json!({}),
    }
}

#[test]
fn nobody_gets_401_everywhere() {
    let nobody = Client::anonymous();
    for (method, path) in operations() {
        let path = path.replace("{id}", &uuid::Uuid::now_v7().to_string());
        let path = path.replace("{file_id}", &uuid::Uuid::now_v7().to_string());
        let json = [("content-type", "application/json")];
        let body = body_for(&path, method).to_string();
        let answer = nobody.send(method, &path, &json, body.as_bytes());
        assert_eq!(answer.status, 401, "{method:?} {path}: {}", answer.text);
        answer.expect_problem(401, "not-signed-in");
    }
}

#[test]
fn a_stranger_gets_404_for_everything_that_has_an_owner() {
    let (ada, eve) = (Client::signed_in(), Client::signed_in());
    let dataset = ada.dataset("private.csv", SMALL.as_bytes());
    let job = ada.trained(&dataset, json!({}));
    let predicted = ada.predict(text(&job["result"]["artifact_id"]), &dataset);
    let predicted = ada.wait(&predicted.expect(201));
    let analyzed = ada.wait(&ada.analyze(&dataset, json!({})).expect(201));
    let ids = |path: &str| -> Vec<String> {
        let result = |name: &str| text(&job["result"][name]).to_owned();
        match path {
            path if path.contains("/files/") => vec![dataset.clone(), result("artifact_id")],
            path if path.contains("/datasets/") => vec![dataset.clone()],
            path if path.contains("/training-runs/") => vec![result("run_id")],
            path if path.contains("/predictions/") => {
                vec![text(&predicted["result"]["prediction_id"]).to_owned()]
            }
            path if path.contains("/analyses/") => {
                vec![text(&analyzed["result"]["analysis_id"]).to_owned()]
            }
            path if path.contains("/artifacts/") => vec![result("artifact_id")],
            path if path.starts_with("/api/jobs/") => vec![text(&job["job_id"]).to_owned()],
            path if path.contains("/auth/sessions/") => {
                vec![text(&ada.get("/api/auth/sessions").expect(200)[0]["id"]).to_owned()]
            }
            path if path.contains("/auth/tokens/") => {
                let made = ada.post(
                    "/api/auth/tokens",
                    &json!({"name": "t", "scope": "read", "expires_in_days": 1}),
                );
                vec![text(&made.expect(201)["id"]).to_owned()]
            }
            _ => panic!("say here whose id {path} takes"),
        }
    };
    for (method, path) in operations()
        .into_iter()
        .filter(|(_, path)| path.contains('{'))
    {
        for id in ids(&path) {
            let concrete = path.replace("{id}", &id).replace("{file_id}", &id);
            let json = [("content-type", "application/json")];
            let body = body_for(&path, method).to_string();
            let answer = eve.send(method, &concrete, &json, body.as_bytes());
            assert_eq!(answer.status, 404, "{method:?} {path}: {}", answer.text);
        }
    }
    eve.train(&dataset, json!({}))
        .expect_problem(404, "not-found");
    let theirs = eve.dataset("own.csv", SMALL.as_bytes());
    eve.predict(text(&job["result"]["artifact_id"]), &theirs)
        .expect_problem(404, "not-found");
    eve.analyze(&dataset, json!({}))
        .expect_problem(404, "not-found");
    eve.analyze(&theirs, json!({"compare_to": dataset}))
        .expect_problem(404, "not-found");
    eve.delete(&format!("/api/ml/v1/datasets/{theirs}"))
        .expect(200);
    for (list, count) in [
        ("/api/jobs", 3),
        ("/api/ml/v1/datasets", 1),
        ("/api/ml/v1/training-runs", 1),
        ("/api/ml/v1/artifacts", 1),
    ] {
        assert_eq!(eve.get(list).expect(200), json!([]), "{list}");
        assert_eq!(
            ada.get(list).expect(200).as_array().map(Vec::len),
            Some(count),
            "{list}"
        );
    }
    ada.get(&format!("/api/ml/v1/datasets/{dataset}"))
        .expect(200);
}
