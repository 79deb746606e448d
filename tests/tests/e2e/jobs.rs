//! Asking for trainings, and asking for what cannot be trained.

use std::fmt::Write as _;

use serde_json::json;
use stint_tests::Client;

use crate::{SMALL, text};

#[test]
fn what_cannot_be_asked_for_is_said_with_its_place() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    for (parameters, place) in [
        (json!({"target": "price"}), "/parameters/target"),
        (json!({"task": "clustering"}), "/parameters/task"),
        (json!({"model_type": "magic"}), "/parameters/model_type"),
        (json!({"test_fraction": 0.9}), "/parameters/test_fraction"),
        (json!({"seed": -1}), "/parameters/seed"),
        (
            json!({"hyperparameters": {"C": -1}}),
            "/parameters/hyperparameters/C",
        ),
        (json!({"colour": "red"}), "/parameters/colour"),
        (
            json!({"features": {"exclude": ["weight"]}}),
            "/parameters/features/exclude/0",
        ),
    ] {
        let problem = ada
            .train(&dataset, parameters.clone())
            .expect_problem(422, "invalid-input");
        assert_eq!(
            problem["errors"][0]["pointer"], place,
            "{parameters}: {problem}"
        );
    }
    let many = ada.train(
        &dataset,
        json!({"folds": 1, "test_fraction": 2, "target": "price"}),
    );
    assert_eq!(
        many.expect_problem(422, "invalid-input")["errors"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );

    let unknown = uuid::Uuid::now_v7().to_string();
    ada.train(&unknown, json!({}))
        .expect_problem(404, "not-found");
    let post = |body| ada.post("/api/jobs", &body);
    let missing =
        post(json!({"job_type": "TRAIN", "parameters": {}})).expect_problem(422, "invalid-input");
    assert_eq!(missing["errors"][0]["pointer"], "/parameters/dataset_id");
    let kind =
        post(json!({"job_type": "DANCE", "parameters": {}})).expect_problem(422, "invalid-input");
    assert_eq!(kind["errors"][0]["pointer"], "/job_type");
}

#[test]
fn a_dataset_that_is_not_ready_is_not_trained_on() {
    let ada = Client::signed_in();
    let ticket = ada.announce("later.csv", SMALL.as_bytes()).expect(201);
    ada.train(text(&ticket["id"]), json!({}))
        .expect_problem(409, "dataset-not-ready");
}

#[test]
fn a_training_part_with_one_class_fails_with_a_reason() {
    let ada = Client::signed_in();
    let rows: String = (0..40).map(|row| format!("{},common\n", row % 5)).collect();
    let dataset = ada.dataset("one.csv", format!("x,y\n{rows}").as_bytes());
    let failed = ada.wait(&ada.train(&dataset, json!({"target": "y"})).expect(201));
    assert_eq!(failed["status"], "FAILED");
    assert_eq!(failed["error"]["code"], "rejected");
    let detail = text(&failed["error"]["detail"]);
    assert!(
        detail.contains("\"y\"") && detail.contains("\"common\""),
        "{detail}"
    );
    assert!(failed["result"].is_null());
    assert_eq!(
        ada.get("/api/ml/v1/training-runs").expect(200),
        json!([]),
        "no run of a failed job"
    );
}

#[test]
fn light_mode_answers_with_the_baseline() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    let job = ada.trained(&dataset, json!({"mode": "light"}));
    assert_eq!(job["result"]["mode_used"], "light");
    assert!(
        job["result"]["fallback_reason"].is_null(),
        "light was asked for"
    );
    let run = ada
        .get(&format!(
            "/api/ml/v1/training-runs/{}",
            text(&job["result"]["run_id"])
        ))
        .expect(200);
    assert_eq!(run["model_type"], "baseline");
    assert_eq!(
        run["metrics"]["accuracy"],
        run["baseline"]["metrics"]["accuracy"]
    );
}

/// A dataset that keeps a worker busy.
fn slow() -> String {
    let mut csv = String::new();
    let columns: Vec<String> = (0..40).map(|column| format!("c{column}")).collect();
    let _ = writeln!(csv, "{},label", columns.join(","));
    for row in 0_u64..20_000 {
        for column in 0..40 {
            let _ = write!(csv, "{},", (row * 7919 + column * 104_729) % 997);
        }
        let _ = writeln!(csv, "class{}", (row * 31) % 10);
    }
    csv
}

#[test]
fn a_running_job_can_be_cancelled_and_a_finished_one_cannot() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("big.csv", slow().as_bytes());
    let job = ada
        .train(
            &dataset,
            json!({"hyperparameters": {"max_iter": 10_000, "tol": 1e-12}}),
        )
        .expect(201);
    let path = format!("/api/jobs/{}", text(&job["job_id"]));
    let cancelled = ada.post(&format!("{path}/cancel"), &json!({})).expect(200);
    assert_eq!(cancelled["cancel_requested"], true);
    let ended = ada.wait(&job);
    assert_eq!(ended["status"], "CANCELLED", "{ended}");
    assert!(ended["result"].is_null());
    assert_eq!(
        ada.post(&format!("{path}/cancel"), &json!({})).expect(200)["status"],
        "CANCELLED"
    );

    let small = ada.dataset("small.csv", SMALL.as_bytes());
    let done = ada.trained(&small, json!({}));
    let path = format!("/api/jobs/{}/cancel", text(&done["job_id"]));
    ada.post(&path, &json!({}))
        .expect_problem(409, "job-finished");
}

#[test]
fn a_user_has_no_more_jobs_open_than_are_allowed() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("big.csv", slow().as_bytes());
    let ask = |seed: usize| {
        let hyperparameters = json!({"max_iter": 10_000, "tol": 1e-12});
        ada.train(
            &dataset,
            json!({"seed": seed, "hyperparameters": hyperparameters}),
        )
    };
    let answers: Vec<_> = (0..30).map(ask).collect();
    let (made, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 201);
    for job in &made {
        let path = format!("/api/jobs/{}/cancel", text(&job.json()["job_id"]));
        ada.post(&path, &json!({}));
    }
    let problem = refused
        .first()
        .expect("a job beyond the limit")
        .expect_problem(403, "quota-exceeded");
    let detail = text(&problem["detail"]);
    assert!(detail.contains("20 may at once"), "{detail}");
}
