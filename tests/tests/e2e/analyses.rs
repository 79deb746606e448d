//! Analyzing a dataset: what is found, and what cannot be asked for.

use serde_json::{Value, json};
use stint_tests::Client;

use crate::{SMALL, example, text};

/// Analyzes and waits: the analysis.
fn analyzed(ada: &Client, dataset: &str, parameters: Value) -> Value {
    let job = ada.wait(&ada.analyze(dataset, parameters).expect(201));
    assert_eq!(job["status"], "COMPLETED", "{job}");
    assert_eq!(job["job_type"], "ANALYZE");
    assert_eq!(job["parameters"]["dataset_id"], dataset);
    assert!(job["cost_usd"].as_f64().is_some_and(|cost| cost > 0.0));
    ada.get(&place(&job["result"]["analysis_id"])).expect(200)
}

fn place(id: &Value) -> String {
    format!("/api/ml/v1/analyses/{}", text(id))
}

#[test]
fn a_dataset_is_analyzed_against_its_target() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("penguins.csv", &example("penguins.csv"));
    let analysis = analyzed(&ada, &dataset, json!({"target": "target"}));
    assert_eq!(analysis["dataset_name"], "penguins.csv");
    assert_eq!(
        (&analysis["rows"], &analysis["columns"]),
        (&json!(344), &json!(8))
    );
    let strongest = &analysis["target"]["associations"][0];
    assert!(
        strongest["value"].as_f64().is_some_and(|value| value > 0.8),
        "{strongest}"
    );
    assert_eq!(
        analysis["correlations"]["pairs"].as_array().map(Vec::len),
        Some(28)
    );
    assert!(analysis["drift"].is_null() && analysis["compare_to"].is_null());

    let path = place(&analysis["id"]);
    ada.delete(&format!("/api/ml/v1/datasets/{dataset}"))
        .expect(200);
    ada.get(&path).expect_problem(404, "not-found");
}

#[test]
fn a_shift_between_two_versions_is_found() {
    let ada = Client::signed_in();
    let csv = |from: u32, word: &str| -> String {
        let rows =
            (from..from + 200).map(|row| format!("{},{word},{}\n", row % 150 + from, row % 2));
        format!("size,colour,label\n{}", rows.collect::<String>())
    };
    let before = ada.dataset("before.csv", csv(1000, "red").as_bytes());
    let after = ada.dataset("after.csv", csv(1100, "blue").as_bytes());
    let analysis = analyzed(&ada, &after, json!({"compare_to": before}));
    assert_eq!(analysis["compare_to"]["dataset_name"], "before.csv");
    let levels: Vec<(&str, &str)> = analysis["drift"]["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| (text(&column["column"]), text(&column["level"])))
        .collect();
    assert_eq!(levels.len(), 3);
    assert!(levels.contains(&("label", "stable")), "{levels:?}");
    assert!(
        levels[..2]
            .iter()
            .all(|(_, level)| *level == "much_shifted"),
        "{levels:?}"
    );

    // The analysis stays when what it was compared with goes.
    ada.delete(&format!("/api/ml/v1/datasets/{before}"))
        .expect(200);
    ada.get(&place(&analysis["id"])).expect(200);
}

#[test]
fn what_cannot_be_analyzed_is_said_with_its_place() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    let pointers = |answer: stint_tests::Answer| -> Vec<String> {
        let problem = answer.expect_problem(422, "invalid-input");
        let errors = problem["errors"].as_array().expect("errors").clone();
        errors
            .iter()
            .map(|error| text(&error["pointer"]).to_owned())
            .collect()
    };
    let wrong = json!({"target": 7, "compare_to": "x", "colour": "red"});
    assert_eq!(
        pointers(ada.analyze(&dataset, wrong)),
        [
            "/parameters/target",
            "/parameters/compare_to",
            "/parameters/colour"
        ]
    );
    let unknown = json!({"target": "nowhere"});
    assert_eq!(
        pointers(ada.analyze(&dataset, unknown)),
        ["/parameters/target"]
    );
    let itself = json!({"compare_to": dataset});
    assert_eq!(
        pointers(ada.analyze(&dataset, itself)),
        ["/parameters/compare_to"]
    );

    let nobody = uuid::Uuid::now_v7().to_string();
    ada.analyze(&nobody, json!({}))
        .expect_problem(404, "not-found");
    ada.analyze(&dataset, json!({"compare_to": nobody}))
        .expect_problem(404, "not-found");
    let ticket = ada.announce("later.csv", SMALL.as_bytes()).expect(201);
    ada.analyze(&dataset, json!({"compare_to": ticket["id"]}))
        .expect_problem(409, "dataset-not-ready");
}
