//! From a CSV to a model and back to nothing.

use serde_json::json;
use sha2::{Digest, Sha256};
use stint_platform::hex;
use stint_tests::Client;

use crate::{example, text};

#[test]
fn a_csv_becomes_a_model_that_can_be_downloaded_compared_and_deleted() {
    let ada = Client::signed_in();
    let csv = example("penguins.csv");
    let dataset = ada.upload("penguins.csv", &csv).expect(200);
    assert_eq!(dataset["sha256"], hex(&Sha256::digest(&csv)));
    assert_eq!(
        (dataset["rows"].as_u64(), dataset["columns"].as_u64()),
        (Some(344), Some(8))
    );
    assert_eq!(dataset["profile"]["target_suggestion"]["column"], "target");
    let (status, downloaded) = ada.download(text(&dataset["download_url"]));
    assert_eq!((status, downloaded), (200, csv));

    let job = ada.trained(text(&dataset["id"]), json!({}));
    assert_eq!(job["result"]["cached"], false);
    assert_eq!(job["result"]["mode_used"], "heavy");
    assert_eq!(job["attempt"], 1);
    assert!(
        job["cost_usd"]
            .as_f64()
            .is_some_and(|cost| cost > 0.0 && cost < 0.01),
        "{job}"
    );

    let run = ada
        .get(&format!(
            "/api/ml/v1/training-runs/{}",
            text(&job["result"]["run_id"])
        ))
        .expect(200);
    let score = |metrics: &serde_json::Value| metrics["accuracy"].as_f64().expect("an accuracy");
    assert_eq!(run["dataset_id"], dataset["id"]);
    assert_eq!(run["model_type"], "logistic");
    assert!(score(&run["metrics"]) > 0.95, "{}", run["metrics"]);
    assert!(
        score(&run["baseline"]["metrics"]) < 0.6,
        "{}",
        run["baseline"]
    );
    assert!(run["interval"]["low"].as_f64() <= Some(score(&run["metrics"])));
    assert!(run["interval"]["high"].as_f64() >= Some(score(&run["metrics"])));
    assert_eq!(
        run["metrics"]["confusion_matrix"]["labels"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
    assert!(
        run["importance"]
            .as_array()
            .is_some_and(|columns| columns.len() == 7),
        "{run}"
    );

    downloads_match_their_hashes(&ada, text(&job["result"]["artifact_id"]));
    sums_are_right(&ada);
    deletes_leave_nothing(
        &ada,
        text(&dataset["id"]),
        text(&job["result"]["artifact_id"]),
    );
}

fn downloads_match_their_hashes(ada: &Client, artifact_id: &str) {
    let artifact = ada
        .get(&format!("/api/ml/v1/artifacts/{artifact_id}"))
        .expect(200);
    let files = artifact["files"].as_array().expect("files");
    let formats: Vec<&str> = files.iter().map(|file| text(&file["format"])).collect();
    assert_eq!(formats, ["native", "onnx", "card"]);
    for file in files {
        let format = text(&file["format"]);
        let link = ada.get(&format!(
            "/api/ml/v1/artifacts/{artifact_id}/download-url?format={format}"
        ));
        let link = link.expect(200);
        assert_eq!(link["expires_in"], 3600);
        let (status, bytes) = ada.download(text(&link["url"]));
        assert_eq!(
            (status, bytes.len() as u64),
            (200, file["size_bytes"].as_u64().expect("a size"))
        );
        assert_eq!(file["sha256"], hex(&Sha256::digest(&bytes)), "{format}");
    }
    let same = ada
        .get(&format!(
            "/api/ml/v1/files/{artifact_id}/download-url?expiry_sec=60"
        ))
        .expect(200);
    assert_eq!(ada.download(text(&same["url"])).0, 200);
    ada.get(&format!(
        "/api/ml/v1/artifacts/{artifact_id}/download-url?format=pickle"
    ))
    .expect_problem(422, "invalid-input");
}

fn sums_are_right(ada: &Client) {
    let summary = ada.get("/api/ml/v1/metrics/summary").expect(200);
    let trends = ada.get("/api/ml/v1/metrics/trends").expect(200);
    assert_eq!(summary["trends"], trends);
    assert_eq!(summary["aggregates"]["count"], 1);
    assert_eq!(summary["aggregates"]["classification_count"], 1);
    assert_eq!(
        summary["aggregates"]["best_accuracy"],
        trends[0]["metrics"]["accuracy"]
    );
    assert!(summary["aggregates"]["best_mse"].is_null());
}

fn deletes_leave_nothing(ada: &Client, dataset_id: &str, artifact_id: &str) {
    let link = ada
        .get(&format!("/api/ml/v1/files/{artifact_id}/download-url"))
        .expect(200);
    let csv = ada
        .get(&format!("/api/ml/v1/files/{dataset_id}/download-url"))
        .expect(200);
    for path in [
        format!("/api/ml/v1/artifacts/{artifact_id}"),
        format!("/api/ml/v1/datasets/{dataset_id}"),
    ] {
        assert_eq!(ada.delete(&path).expect(200)["deleted"], true);
        ada.delete(&path).expect_problem(404, "not-found");
        ada.get(&path).expect_problem(404, "not-found");
    }
    for url in [&link["url"], &csv["url"]] {
        assert_eq!(ada.download(text(url)).0, 404);
    }
    assert_eq!(ada.get("/api/ml/v1/artifacts").expect(200), json!([]));
    assert_eq!(ada.get("/api/ml/v1/datasets").expect(200), json!([]));
}

#[test]
fn the_same_request_is_answered_by_the_earlier_run_and_another_user_gets_the_same_bytes() {
    let (ada, bob) = (Client::signed_in(), Client::signed_in());
    let csv = example("iris.csv");
    let model_of = |user: &Client| {
        let job = user.trained(&user.dataset("iris.csv", &csv), json!({"seed": 7}));
        let path = format!(
            "/api/ml/v1/artifacts/{}",
            text(&job["result"]["artifact_id"])
        );
        (job, user.get(&path).expect(200)["sha256"].clone())
    };
    let (first, sha256) = model_of(&ada);
    let again = ada
        .train(text(&first["parameters"]["dataset_id"]), json!({"seed": 7}))
        .expect(201);
    assert_eq!(again["status"], "COMPLETED");
    assert_eq!(again["result"]["cached"], true);
    assert_eq!(again["result"]["run_id"], first["result"]["run_id"]);
    assert_eq!(again["cost_usd"], 0.0);
    assert_eq!(
        ada.get("/api/ml/v1/training-runs")
            .expect(200)
            .as_array()
            .map(Vec::len),
        Some(1)
    );

    let (theirs, same) = model_of(&bob);
    assert_eq!(theirs["result"]["cached"], false);
    assert_eq!(sha256, same, "the same bytes in give the same model out");
}

#[test]
fn a_number_is_predicted_by_regression() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("diabetes.csv", &example("diabetes.csv"));
    for model in ["ridge", "linear"] {
        let job = ada.trained(&dataset, json!({"model_type": model}));
        let run = ada.get(&format!(
            "/api/ml/v1/training-runs/{}",
            text(&job["result"]["run_id"])
        ));
        let run = run.expect(200);
        assert_eq!(
            (&run["task"], &run["model_type"]),
            (&json!("regression"), &json!(model))
        );
        let r2 = run["metrics"]["r2"].as_f64().expect("an R²");
        assert!((0.3..0.7).contains(&r2), "{r2}");
        assert!(
            run["baseline"]["metrics"]["r2"]
                .as_f64()
                .is_some_and(|r2| r2 < 0.05)
        );
    }
}

#[test]
fn the_newest_five_models_and_the_pinned_ones_are_kept() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", crate::SMALL.as_bytes());
    let train = |seed: u64| {
        text(
            &ada.trained(&dataset, json!({"seed": seed, "mode": "light"}))["result"]["artifact_id"],
        )
        .to_owned()
    };
    let pinned = train(0);
    let path = format!("/api/ml/v1/artifacts/{pinned}");
    assert_eq!(
        ada.patch(&path, &json!({"pinned": true})).expect(200)["pinned"],
        true
    );
    let trained: Vec<String> = (1..=6).map(train).collect();
    let kept = ada.get("/api/ml/v1/artifacts").expect(200);
    let kept: Vec<&str> = kept
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| text(&one["id"]))
        .collect();
    let mut expected: Vec<&str> = trained[1..].iter().rev().map(String::as_str).collect();
    expected.push(&pinned);
    assert_eq!(kept, expected);
    assert_eq!(
        ada.get("/api/ml/v1/training-runs")
            .expect(200)
            .as_array()
            .map(Vec::len),
        Some(7)
    );
}
