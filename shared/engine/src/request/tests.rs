//! Requests, resolved and refused.

use serde_json::{Value, json};

use super::*;
use crate::profile::{ColumnKind, ColumnSchema};

fn schema() -> Vec<ColumnSchema> {
    let column = |name: &str, kind, unique| ColumnSchema {
        name: name.to_owned(),
        kind,
        unique,
        missing: 0,
    };
    vec![
        column("age", ColumnKind::Numeric, 60),
        column("name", ColumnKind::Id, 100),
        column("when", ColumnKind::Datetime, 90),
        column("city", ColumnKind::Categorical, 4),
    ]
}

fn resolve(parameters: Value) -> Result<TrainSpec, Vec<ParameterError>> {
    TrainRequest::from_json(&parameters)?.resolve(&schema(), 100)
}

fn pointers(parameters: Value) -> Vec<String> {
    let errors = resolve(parameters).expect_err("must be refused");
    errors.into_iter().map(|error| error.pointer).collect()
}

#[test]
fn defaults_become_explicit() {
    let spec = resolve(json!({})).expect("sound");
    assert_eq!(
        spec.canonical_json(),
        r#"{"target":"city","task":"classification","mode":"heavy","model_type":"logistic","hyperparameters":{"C":1.0,"fit_intercept":true,"max_iter":1000,"tol":0.0001},"metric":"accuracy","test_fraction":0.25,"folds":5,"seed":42,"features":{"include":null,"exclude":[]}}"#
    );
    let spec = resolve(json!({"target": "age"})).expect("sound");
    assert_eq!((spec.task, spec.metric), (Task::Regression, Metric::R2));
    assert_eq!(spec.model.model_type(), ModelType::Ridge);
    let spec = resolve(json!({"mode": "light"})).expect("sound");
    assert_eq!(spec.model, ModelSpec::Baseline {});
}

#[test]
fn a_specification_survives_json() {
    let asked = json!({"target": "age", "hyperparameters": {"alpha": -0.0},
        "features": {"exclude": ["when", "city", "when"]}});
    let spec = resolve(asked).expect("sound");
    let read: TrainSpec = serde_json::from_str(&spec.canonical_json()).expect("reads back");
    assert_eq!(read, spec);
    assert_eq!(read.canonical_json(), spec.canonical_json());
    assert!(spec.canonical_json().contains(r#""alpha":0.0"#));
    assert_eq!(spec.features.exclude, ["city", "when"]);
}

#[test]
fn every_wrong_type_and_unknown_field_is_reported_at_once() {
    let asked = json!({"targte": "x", "folds": "five", "seed": -1, "task": "cluster", "a/b": 1});
    let mut found = pointers(asked);
    found.sort();
    assert_eq!(found, ["/a~1b", "/folds", "/seed", "/targte", "/task"]);
    assert_eq!(pointers(json!([])), [""]);
}

#[test]
fn every_bad_value_is_reported_at_once() {
    let asked = json!({
        "target": "nope", "model_type": "perceptron", "test_fraction": 0.9, "folds": 1,
        "seed": 1_u64 << 60, "features": {"include": ["nope", "age"], "exclude": ["no"]},
    });
    assert_eq!(
        pointers(asked),
        [
            "/target",
            "/model_type",
            "/features/include/0",
            "/features/exclude/0",
            "/test_fraction",
            "/folds",
            "/seed"
        ]
    );
}

#[test]
fn every_bad_hyperparameter_is_reported_at_once() {
    let asked = json!({"hyperparameters": {"C": 0, "tol": 2, "max_iter": 0, "alpha": 1,
        "fit_intercept": "yes"}});
    let mut found = pointers(asked);
    found.sort();
    assert_eq!(
        found,
        [
            "/hyperparameters/C",
            "/hyperparameters/alpha",
            "/hyperparameters/fit_intercept",
            "/hyperparameters/max_iter",
            "/hyperparameters/tol"
        ]
    );
}

/// For every family: values out of range, of the wrong type and unknown, each with its pointer.
#[test]
fn every_family_checks_its_hyperparameters() {
    for (target, model_type, given, wrong) in [
        (
            "age",
            "elastic_net",
            json!({"alpha": -1, "l1_ratio": 1.5, "max_iter": 0, "tol": 0, "l2": 1}),
            vec!["alpha", "l1_ratio", "l2", "max_iter", "tol"],
        ),
        (
            "city",
            "naive_bayes",
            json!({"var_smoothing": -1, "priors": []}),
            vec!["priors", "var_smoothing"],
        ),
        (
            "city",
            "knn",
            json!({"n_neighbors": 0, "weights": "cosine", "p": 2}),
            vec!["n_neighbors", "p", "weights"],
        ),
        (
            "city",
            "svm",
            json!({"C": 0, "kernel": "poly", "gamma": 0, "epsilon": -1, "tol": 1, "degree": 3}),
            vec!["C", "degree", "epsilon", "gamma", "kernel", "tol"],
        ),
        (
            "age",
            "svm",
            json!({"gamma": "small", "class_weight": "heavy"}),
            vec!["class_weight", "gamma"],
        ),
        (
            "age",
            "decision_tree",
            json!({"max_depth": 0, "min_samples_split": 1, "min_samples_leaf": 0,
                "max_leaf_nodes": 1, "max_features": 1.5, "criterion": "gini"}),
            vec![
                "criterion",
                "max_depth",
                "max_features",
                "max_leaf_nodes",
                "min_samples_leaf",
                "min_samples_split",
            ],
        ),
        (
            "city",
            "random_forest",
            json!({"n_estimators": 2001, "max_samples": 0, "bootstrap": 1, "max_features": "all"}),
            vec!["bootstrap", "max_features", "max_samples", "n_estimators"],
        ),
        (
            "city",
            "gradient_boosting",
            json!({"learning_rate": 0, "max_iter": 0, "max_bins": 256, "l2_regularization": -1,
                "validation_fraction": 1}),
            vec![
                "l2_regularization",
                "learning_rate",
                "max_bins",
                "max_iter",
                "validation_fraction",
            ],
        ),
        (
            "age",
            "auto",
            json!({"n_candidates": 0, "factor": 1, "seconds": 5}),
            vec!["factor", "n_candidates", "seconds"],
        ),
        (
            "city",
            "logistic",
            json!({"class_weight": "heavy"}),
            vec!["class_weight"],
        ),
        (
            "city",
            "knn",
            json!({"class_weight": "balanced"}),
            vec!["class_weight"],
        ),
        (
            "age",
            "random_forest",
            json!({"class_weight": "balanced"}),
            vec!["class_weight"],
        ),
    ] {
        let asked = json!({"target": target, "model_type": model_type, "hyperparameters": given});
        let mut found = pointers(asked);
        found.sort();
        let wrong: Vec<String> = wrong
            .into_iter()
            .map(|name| format!("/hyperparameters/{name}"))
            .collect();
        assert_eq!(found, wrong);
    }
    for family in ModelType::ALL
        .into_iter()
        .filter(|family| family.fits(Task::Classification))
    {
        let asked = json!({"model_type": family, "hyperparameters": {"class_weight": "balanced"}});
        match resolve(asked) {
            Ok(spec) => {
                let text = spec.canonical_json();
                assert!(text.contains(r#""class_weight":"balanced""#), "{text}");
            }
            Err(errors) => {
                assert_eq!(errors[0].pointer, "/hyperparameters/class_weight");
                let none = [ModelType::Auto, ModelType::Baseline, ModelType::Knn];
                assert!(none.contains(&family), "{errors:?}");
            }
        }
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let detail = |parameters| resolve(parameters).expect_err("refused")[0].detail.clone();
    assert_eq!(
        detail(json!({"model_type": "perceptron"})),
        "\"perceptron\" is not offered; choose one of \"auto\", \"baseline\", \"logistic\", \"naive_bayes\", \"knn\", \"svm\", \"decision_tree\", \"random_forest\", \"gradient_boosting\""
    );
    assert_eq!(pointers(json!({"target": "when"})), ["/target"]);
    assert_eq!(pointers(json!({"target": "name"})), ["/target"]);
    assert_eq!(pointers(json!({"task": "regression"})), ["/task"]);
    assert_eq!(pointers(json!({"model_type": "ridge"})), ["/model_type"]);
    assert_eq!(
        pointers(json!({"mode": "light", "model_type": "logistic"})),
        ["/model_type"]
    );
    assert_eq!(pointers(json!({"metric": "r2"})), ["/metric"]);
    assert_eq!(
        pointers(json!({"features": {"include": ["city"]}})),
        ["/features/include/0", "/features"]
    );
    assert_eq!(
        pointers(json!({"features": {"exclude": ["age", "name", "when"]}})),
        ["/features"]
    );
}

#[test]
fn more_rows_than_a_machine_learns_from_are_refused_with_their_number() {
    let asked = |rows, parameters: Value| {
        TrainRequest::from_json(&parameters)
            .and_then(|request| request.resolve(&schema(), rows))
            .map_err(|errors| errors[0].to_string())
    };
    assert!(asked(13_333, json!({"model_type": "svm"})).is_ok());
    let half = json!({"model_type": "svm", "test_fraction": 0.5});
    assert!(asked(20_000, half).is_ok());
    let refused = asked(13_340, json!({"model_type": "svm"})).expect_err("too many");
    assert!(
        refused
            .starts_with("/model_type: svm learns from at most 10000 rows, here it would be 10005"),
        "{refused}"
    );
    assert!(asked(1_000_000, json!({"model_type": "auto"})).is_ok());
}

#[test]
fn run_keys_tell_runs_apart() {
    let spec = resolve(json!({})).expect("sound");
    let other = resolve(json!({"seed": 43})).expect("sound");
    let key = crate::run_key("AB", &spec);
    assert_eq!(key.len(), 64);
    assert_eq!(key, crate::run_key("ab", &spec));
    assert_ne!(key, crate::run_key("ab", &other));
    assert_ne!(key, crate::run_key("ac", &spec));
}
