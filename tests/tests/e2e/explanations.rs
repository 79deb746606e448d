//! What a model takes, and why it says what it says.

use serde_json::{Map, Value, json};
use stint_tests::Client;

use crate::{example, text};

/// Trains on an example; the address of the model.
fn model(client: &Client, name: &str, parameters: Value) -> String {
    let dataset = client.dataset(name, &example(name));
    let job = client.trained(&dataset, parameters);
    format!(
        "/api/ml/v1/artifacts/{}",
        text(&job["result"]["artifact_id"])
    )
}

#[test]
fn a_model_says_what_it_takes() {
    let ada = Client::signed_in();
    for family in ["logistic", "random_forest"] {
        let path = model(&ada, "penguins.csv", json!({"model_type": family}));
        let schema = ada.get(&format!("{path}/schema")).expect(200);
        assert_eq!(
            (&schema["target"], &schema["task"], &schema["labels"]),
            (
                &json!("target"),
                &json!("classification"),
                &json!(["Adelie", "Chinstrap", "Gentoo"])
            ),
            "{family}"
        );
        let input = |name: &str| {
            let inputs = schema["inputs"].as_array().expect("inputs");
            let found = inputs.iter().find(|input| input["name"] == name);
            found
                .unwrap_or_else(|| panic!("no {name}: {schema}"))
                .clone()
        };
        let island = input("island");
        assert_eq!(island["kind"], "categorical", "{family}");
        assert_eq!(island["levels"], json!(["Biscoe", "Dream", "Torgersen"]));
        assert_eq!(
            (&island["usual"], &island["min"]),
            (&json!("Biscoe"), &Value::Null)
        );
        let bill = input("bill_length_mm");
        let number = |name: &str| bill[name].as_f64().expect("a number");
        let usual: f64 = text(&bill["usual"]).parse().expect("a number as text");
        assert!(
            (32.0..35.0).contains(&number("min")) && (55.0..60.0).contains(&number("max")),
            "{bill}"
        );
        assert!((43.0..46.0).contains(&usual), "{bill}");
        assert_eq!(
            (&bill["kind"], &bill["levels"]),
            (&json!("numeric"), &json!([]))
        );

        // What a form starts with is a row that the model takes.
        let row: Map<String, Value> = schema["inputs"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|input| (text(&input["name"]).to_owned(), input["usual"].clone()))
            .collect();
        ada.post(&format!("{path}/predict"), &json!({"rows": [row]}))
            .expect(200);
    }
}

#[test]
fn a_prediction_is_explained_by_what_adds_up_to_it() {
    let ada = Client::signed_in();
    let rows = json!([
        {"island": "Torgersen", "bill_length_mm": 39.1, "bill_depth_mm": 18.7, "flipper_length_mm": 181},
        {"island": "Biscoe", "bill_length_mm": 47.5, "bill_depth_mm": 14.5, "flipper_length_mm": 217},
        {}
    ]);
    for (name, family, unit) in [
        ("penguins.csv", "logistic", "score"),
        ("penguins.csv", "random_forest", "probability"),
        ("diabetes.csv", "ridge", "value"),
    ] {
        let path = model(&ada, name, json!({"model_type": family}));
        assert_eq!(
            ada.get(&format!("{path}/schema")).expect(200)["explained"],
            true
        );
        let rows = match name {
            "penguins.csv" => rows.clone(),
            _ => json!([{"bmi": 0.1, "bp": "0.05"}, {"age": -0.1}, {}]),
        };
        let ask = |more: Value| {
            let mut body = json!({"rows": rows});
            body.as_object_mut()
                .expect("an object")
                .extend(more.as_object().cloned().unwrap_or_default());
            ada.post(&format!("{path}/predict"), &body).expect(200)
        };
        let plain = ask(json!({}));
        let explained = ask(json!({"explain": true}));
        let answers = explained["predictions"].as_array().expect("a list");
        assert_eq!(answers.len(), 3);
        for (answer, plain) in answers
            .iter()
            .zip(plain["predictions"].as_array().expect("a list"))
        {
            assert_eq!(answer["prediction"], plain["prediction"]);
            assert!(plain["explanation"].is_null());
            let why = &answer["explanation"];
            assert_eq!(why["unit"], unit, "{family}");
            let number = |value: &Value| value.as_f64().expect("a number");
            let parts = why["contributions"].as_array().expect("a list");
            let sum: f64 = parts.iter().map(|part| number(&part["contribution"])).sum();
            let output = number(&why["output"]);
            assert!((number(&why["base"]) + sum - output).abs() < 1e-9, "{why}");
            assert!(parts.iter().all(|part| part["column"].is_string()));
            match unit {
                "value" => assert!((output - number(&answer["prediction"])).abs() < 1e-9),
                "probability" => {
                    let said = &answer["probabilities"][text(&answer["prediction"])];
                    assert!((output - number(said)).abs() < 1e-9, "{answer}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn what_is_not_explained_says_so() {
    let ada = Client::signed_in();
    let ask = |path: &str, rows: usize| {
        let body = json!({"rows": vec![json!({}); rows], "explain": true});
        let answer = ada.post(&format!("{path}/predict"), &body);
        answer.expect_problem(422, "invalid-input")
    };
    let path = model(&ada, "penguins.csv", json!({"model_type": "knn"}));
    let schema = ada.get(&format!("{path}/schema")).expect(200);
    assert_eq!(schema["explained"], false);
    let problem = ask(&path, 1);
    assert_eq!(problem["errors"][0]["pointer"], "/explain");
    assert!(text(&problem["detail"]).contains("knn"), "{problem}");

    let path = model(&ada, "penguins.csv", json!({"model_type": "logistic"}));
    let problem = ask(&path, 101);
    assert_eq!(problem["errors"][0]["pointer"], "/rows", "{problem}");
    ada.delete(&path).expect(200);
    ada.get(&format!("{path}/schema"))
        .expect_problem(404, "not-found");
}
