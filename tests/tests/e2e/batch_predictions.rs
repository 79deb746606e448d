//! Predicting for a whole dataset: the CSV that comes out, and what cannot be asked for.

use serde_json::{Value, json};
use stint_tests::Client;

use crate::{SMALL, example, text};

/// Trains on penguins: the model.
fn penguins(ada: &Client) -> String {
    let dataset = ada.dataset("penguins.csv", &example("penguins.csv"));
    let job = ada.trained(&dataset, json!({}));
    text(&job["result"]["artifact_id"]).to_owned()
}

/// Predicts and waits: the completed job and its CSV.
fn predicted(ada: &Client, model: &str, dataset: &str) -> (Value, Vec<u8>) {
    let job = ada.wait(&ada.predict(model, dataset).expect(201));
    assert_eq!(job["status"], "COMPLETED", "{job}");
    let path = link(&job["result"]["prediction_id"]);
    let link = ada.get(&path).expect(200);
    assert_eq!(link["expires_in"], 3600);
    let (status, csv) = ada.download(text(&link["url"]));
    assert_eq!(status, 200);
    (job, csv)
}

fn link(id: &Value) -> String {
    format!("/api/ml/v1/predictions/{}/download-url", text(id))
}

#[test]
fn a_dataset_is_predicted_for_and_the_predictions_go_with_it() {
    let ada = Client::signed_in();
    let model = penguins(&ada);
    let rows = "note,bill_length_mm,flipper_length_mm,island\n\
                =HYPERLINK(\"http://evil.example\"),39.1,181,Torgersen\n\
                -1.5,48.2,221,Biscoe\nplain,,,\n";
    let dataset = ada.dataset("new.csv", rows.as_bytes());
    let (job, csv) = predicted(&ada, &model, &dataset);

    assert_eq!(job["job_type"], "PREDICT");
    assert_eq!(job["parameters"]["artifact_id"], model.as_str());
    assert_eq!(job["parameters"]["dataset_name"], "new.csv");
    assert_eq!(job["result"]["rows"], 3);
    assert_eq!(job["result"]["size_bytes"], csv.len());
    assert_eq!(job["result"]["unknown_columns"], json!(["note"]));
    assert_eq!(
        job["result"]["absent_columns"],
        json!(["bill_depth_mm", "body_mass_g", "sex", "year"])
    );
    assert!(job["cost_usd"].as_f64().is_some_and(|cost| cost > 0.0));

    let csv = String::from_utf8(csv).expect("text");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "note,bill_length_mm,flipper_length_mm,island,predicted_target,probability_Adelie,\
         probability_Chinstrap,probability_Gentoo"
    );
    assert_eq!(lines.len(), 4);
    assert!(
        lines[1]
            .starts_with("\"'=HYPERLINK(\"\"http://evil.example\"\")\",39.1,181,Torgersen,Adelie,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("-1.5,48.2,221,Biscoe,Gentoo,"),
        "{}",
        lines[2]
    );

    let path = link(&job["result"]["prediction_id"]);
    let url = ada.get(&path).expect(200)["url"].clone();
    ada.delete(&format!("/api/ml/v1/datasets/{dataset}"))
        .expect(200);
    ada.get(&path).expect_problem(404, "not-found");
    assert_eq!(ada.download(text(&url)).0, 404);
}

#[test]
fn one_prediction_and_a_whole_dataset_say_the_same() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("diabetes.csv", &example("diabetes.csv"));
    let trained = ada.trained(&dataset, json!({"model_type": "gradient_boosting"}));
    let model = text(&trained["result"]["artifact_id"]);
    let (job, csv) = predicted(&ada, model, &dataset);
    assert_eq!(job["result"]["rows"], 442);
    let csv = String::from_utf8(csv).expect("text");
    let mut lines = csv.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    assert_eq!(names.last(), Some(&"predicted_target"));
    let cells: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let row: serde_json::Map<String, Value> = names[..names.len() - 1]
        .iter()
        .zip(&cells)
        .map(|(name, cell)| ((*name).to_owned(), json!(cell)))
        .collect();
    let one = ada.post(
        &format!("/api/ml/v1/artifacts/{model}/predict"),
        &json!({"rows": [row]}),
    );
    let one = one.expect(200)["predictions"][0]["prediction"].clone();
    assert_eq!(
        cells.last().and_then(|cell| cell.parse().ok()),
        one.as_f64()
    );
}

#[test]
fn what_does_not_fit_the_model_fails_in_words() {
    let ada = Client::signed_in();
    let model = penguins(&ada);
    let heavy = ada.dataset(
        "heavy.csv",
        b"island,body_mass_g\nDream,3500\nDream,heavy\nBiscoe,4000\n",
    );
    let failed = ada.wait(&ada.predict(&model, &heavy).expect(201));
    assert_eq!(failed["status"], "FAILED", "{failed}");
    assert_eq!(failed["error"]["code"], "rejected");
    let detail = text(&failed["error"]["detail"]);
    assert!(
        detail.contains("line 3: column \"body_mass_g\" must be a finite number, not \"heavy\""),
        "{detail}"
    );
    assert!(failed["result"].is_null());
    ada.get(&link(&failed["job_id"]))
        .expect_problem(404, "not-found");

    let gone = ada.dataset("gone.csv", SMALL.as_bytes());
    let failed = ada.wait(&ada.predict(&model, &gone).expect(201));
    let detail = text(&failed["error"]["detail"]);
    assert!(
        detail.contains("none of the columns that the model takes"),
        "{detail}"
    );
}

#[test]
fn what_cannot_be_predicted_for_is_said_with_its_place() {
    let ada = Client::signed_in();
    let ask = |parameters: Value| {
        ada.post(
            "/api/jobs",
            &json!({"job_type": "PREDICT", "parameters": parameters}),
        )
    };
    let problem =
        ask(json!({"dataset_id": 7, "colour": "red"})).expect_problem(422, "invalid-input");
    let places: Vec<&str> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| text(&error["pointer"]))
        .collect();
    assert_eq!(
        places,
        [
            "/parameters/artifact_id",
            "/parameters/dataset_id",
            "/parameters/colour"
        ]
    );

    let unknown = uuid::Uuid::now_v7().to_string();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    ada.predict(&unknown, &dataset)
        .expect_problem(404, "not-found");
    ada.predict(&unknown, &unknown)
        .expect_problem(404, "not-found");
    let ticket = ada.announce("later.csv", SMALL.as_bytes()).expect(201);
    ada.predict(&unknown, text(&ticket["id"]))
        .expect_problem(409, "dataset-not-ready");
}
