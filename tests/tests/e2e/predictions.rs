//! Asking a trained model, and looking at what it was trained on.

use serde_json::json;
use stint_tests::Client;

use crate::{example, text};

#[test]
fn a_model_answers_for_rows_it_has_never_seen() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("penguins.csv", &example("penguins.csv"));
    let job = ada.trained(&dataset, json!({}));
    let path = format!(
        "/api/ml/v1/artifacts/{}/predict",
        text(&job["result"]["artifact_id"])
    );
    let ask = |rows| ada.post(&path, &json!({"rows": rows}));

    let answer = ask(json!([
        {"island": "Torgersen", "bill_length_mm": 39.1, "bill_depth_mm": 18.7, "flipper_length_mm": 181,
         "body_mass_g": 3750, "sex": "male", "year": 2007},
        {"island": "Atlantis", "bill_length_mm": null, "flipper_length_mm": 230},
        {}
    ]))
    .expect(200);
    assert_eq!(
        (&answer["target"], &answer["task"]),
        (&json!("target"), &json!("classification"))
    );
    let predictions = answer["predictions"].as_array().expect("a list");
    assert_eq!(predictions.len(), 3);
    assert_eq!(predictions[0]["prediction"], "Adelie");
    for one in predictions {
        let sum: f64 = one["probabilities"]
            .as_object()
            .expect("classes")
            .values()
            .filter_map(|p| p.as_f64())
            .sum();
        assert!((sum - 1.0).abs() < 1e-9, "{one}");
    }

    let wrong = ask(json!([{"island": "Dream"}, {"wingspan": 3, "body_mass_g": "heavy"}]));
    let wrong = wrong.expect_problem(422, "invalid-input");
    let places: Vec<&str> = wrong["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| text(&error["pointer"]))
        .collect();
    assert_eq!(places.len(), 2, "{wrong}");
    assert!(
        places.contains(&"/rows/1/wingspan") && places.contains(&"/rows/1/body_mass_g"),
        "{places:?}"
    );
    ask(json!([])).expect_problem(422, "invalid-input");

    ada.delete(path.trim_end_matches("/predict")).expect(200);
    ask(json!([{}])).expect_problem(404, "not-found");
}

#[test]
fn a_number_is_predicted_in_units_of_its_target() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("diabetes.csv", &example("diabetes.csv"));
    let job = ada.trained(&dataset, json!({}));
    let path = format!(
        "/api/ml/v1/artifacts/{}/predict",
        text(&job["result"]["artifact_id"])
    );
    let answer = ada
        .post(&path, &json!({"rows": [{"bmi": 0.1, "bp": "0.05"}]}))
        .expect(200);
    let value = answer["predictions"][0]["prediction"]
        .as_f64()
        .expect("a number");
    assert!((150.0..350.0).contains(&value), "{value}");
    assert!(answer["predictions"][0]["probabilities"].is_null());
}

#[test]
fn a_profile_can_be_read_again() {
    let ada = Client::signed_in();
    let completed = ada
        .upload("penguins.csv", &example("penguins.csv"))
        .expect(200);
    let path = format!("/api/ml/v1/datasets/{}/profile", text(&completed["id"]));
    assert_eq!(ada.get(&path).expect(200), completed["profile"]);
    let waiting = ada.announce("later.csv", b"a,b\n1,2\n").expect(201);
    let path = format!("/api/ml/v1/datasets/{}/profile", text(&waiting["id"]));
    ada.get(&path).expect_problem(409, "dataset-not-ready");
}

#[test]
fn a_search_tries_several_families_and_shows_every_trial() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("iris.csv", &example("iris.csv"));
    let job = ada.trained(&dataset, json!({"model_type": "auto"}));
    let path = format!(
        "/api/ml/v1/training-runs/{}",
        text(&job["result"]["run_id"])
    );
    let run = ada.get(&path).expect(200);
    let trials = run["leaderboard"].as_array().expect("a list");
    assert!(trials.len() > 5, "{}", run["leaderboard"]);
    assert!(run["metrics"]["accuracy"].as_f64() > run["baseline"]["metrics"]["accuracy"].as_f64());
    assert_ne!(run["model_type"], "auto", "a run names the family that won");
    assert!(
        run["report"]["verdict"].is_object(),
        "{}",
        run["report"]["verdict"]
    );
}

#[test]
fn trees_forests_and_boosting_are_trained_and_asked() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("penguins.csv", &example("penguins.csv"));
    for family in [
        "decision_tree",
        "random_forest",
        "gradient_boosting",
        "knn",
        "svm",
        "naive_bayes",
    ] {
        let job = ada.trained(&dataset, json!({"model_type": family}));
        assert_eq!(job["result"]["mode_used"], "heavy", "{family}: {job}");
        let path = format!(
            "/api/ml/v1/artifacts/{}",
            text(&job["result"]["artifact_id"])
        );
        assert_eq!(ada.get(&path).expect(200)["model_type"], family);
        let answer = ada.post(
            &format!("{path}/predict"),
            &json!({"rows": [{"flipper_length_mm": 230}]}),
        );
        assert!(
            answer.expect(200)["predictions"][0]["prediction"].is_string(),
            "{family}"
        );
    }
}
