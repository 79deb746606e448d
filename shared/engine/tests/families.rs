//! Every family, and the search over all of them.

use std::ops::ControlFlow;

use serde_json::{Map, Value, json};
use stint_engine::{
    CsvRules, ExplainError, Metrics, Model, ModelType, Outcome, OutputUnit, Prediction,
    TrainRequest, TrialState, WarningKind, profile_csv, train,
};

const PENGUINS: &[u8] = include_bytes!("../../../examples/penguins.csv");
const DIABETES: &[u8] = include_bytes!("../../../examples/diabetes.csv");

const CLASSIFIERS: [&str; 7] = [
    "logistic",
    "naive_bayes",
    "knn",
    "svm",
    "decision_tree",
    "random_forest",
    "gradient_boosting",
];
const REGRESSORS: [&str; 8] = [
    "linear",
    "ridge",
    "elastic_net",
    "knn",
    "svm",
    "decision_tree",
    "random_forest",
    "gradient_boosting",
];

fn trained(csv: &[u8], parameters: Value) -> Outcome {
    let rules = CsvRules::default();
    let profile = profile_csv(csv, &rules).expect("sound");
    let spec = TrainRequest::from_json(&parameters)
        .and_then(|request| request.resolve(&profile.schema(), profile.rows))
        .expect("sound");
    train(csv, &rules, &spec, &mut |_| ControlFlow::Continue(())).expect("trains")
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is not an object"),
    }
}

fn accuracy(metrics: &Metrics) -> f64 {
    match metrics {
        Metrics::Classification(scores) => scores.accuracy,
        Metrics::Regression(_) => panic!("a classifier was expected"),
    }
}

fn r2(metrics: &Metrics) -> f64 {
    match metrics {
        Metrics::Regression(scores) => scores.r2.expect("defined"),
        Metrics::Classification(_) => panic!("a regression was expected"),
    }
}

#[test]
fn every_classifier_beats_its_baseline_and_survives_its_file() {
    let hole = object(json!({"island": "Atlantis", "bill_length_mm": null, "body_mass_g": 5100}));
    for model_type in CLASSIFIERS {
        let outcome = trained(PENGUINS, json!({"model_type": model_type}));
        let report = &outcome.report;
        let (model, baseline) = (accuracy(&report.metrics), accuracy(&report.baseline));
        // Naive Bayes takes the columns of an island for independent and normally distributed.
        let least = if model_type == "naive_bayes" {
            0.6
        } else {
            0.9
        };
        assert!(model > least && baseline < 0.5, "{model_type}: {model}");
        let verdict = report.verdict.as_ref().expect("no baseline");
        assert!(
            verdict.significant || model_type == "naive_bayes",
            "{model_type}: {}",
            verdict.detail
        );
        assert!(report.cross_validation.is_some(), "{model_type}");
        assert_eq!(
            report.learning_curve.is_empty(),
            model_type != "gradient_boosting"
        );
        let stored = Model::from_bytes(&outcome.model.to_bytes()).expect("reads back");
        let answers = stored.predict(&[hole.clone(), Map::new()]);
        assert_eq!(answers, outcome.model.predict(&[hole.clone(), Map::new()]));
        for answer in answers.expect("holes and unseen words are accepted") {
            let Prediction::Class { probabilities, .. } = answer else {
                panic!("a class")
            };
            let total: f64 = probabilities.iter().sum();
            assert!((total - 1.0).abs() < 1e-9, "{model_type}: {total}");
        }
        assert!(!report.partial_dependence.is_empty());
    }
}

#[test]
fn every_regressor_beats_its_baseline_and_survives_its_file() {
    for model_type in REGRESSORS {
        let parameters = match model_type {
            // Grown to the end a single tree learns the noise by heart.
            "decision_tree" => {
                json!({"model_type": model_type, "hyperparameters": {"max_depth": 3}})
            }
            _ => json!({"model_type": model_type}),
        };
        let outcome = trained(DIABETES, parameters);
        let report = &outcome.report;
        let (model, baseline) = (r2(&report.metrics), r2(&report.baseline));
        assert!(model > 0.2 && baseline < 0.01, "{model_type}: {model}");
        let stored = Model::from_bytes(&outcome.model.to_bytes()).expect("reads back");
        let row = object(json!({"bmi": 0.05}));
        assert_eq!(
            stored.predict(std::slice::from_ref(&row)),
            outcome.model.predict(&[row])
        );
    }
}

#[test]
fn balanced_classes_find_more_of_the_rare_one() {
    let rows: String = (0..400)
        .map(|i| {
            let x = f64::from(i * 37 % 101) / 101.0;
            let rare = i % 12 == 0;
            format!(
                "{},{}\n",
                x + if rare { 0.3 } else { 0.0 },
                ["no", "yes"][usize::from(rare)]
            )
        })
        .collect();
    let csv = format!("x,y\n{rows}");
    for model_type in CLASSIFIERS.into_iter().filter(|name| *name != "knn") {
        let recall = |class_weight: Value| {
            let mut hyperparameters = json!({"class_weight": class_weight});
            if !matches!(model_type, "logistic" | "svm" | "naive_bayes") {
                hyperparameters["min_samples_leaf"] = json!(20);
            }
            let parameters = json!({"model_type": model_type, "hyperparameters": hyperparameters});
            match trained(csv.as_bytes(), parameters).report.metrics {
                Metrics::Classification(scores) => scores.per_class[1].recall,
                Metrics::Regression(_) => panic!("classes"),
            }
        };
        let (plain, balanced) = (recall(Value::Null), recall(json!("balanced")));
        assert!(balanced > plain, "{model_type}: {plain}, {balanced}");
    }
}

#[test]
fn explanations_add_up() {
    let penguin = object(
        json!({"island": "Biscoe", "bill_length_mm": 47.5, "bill_depth_mm": 14.5,
        "flipper_length_mm": 217, "body_mass_g": 5100, "sex": null, "year": 2008}),
    );
    let hole = object(json!({"island": "Atlantis"}));
    for (csv, model_type, outputs) in [
        (PENGUINS, "logistic", 3),
        (PENGUINS, "decision_tree", 3),
        (PENGUINS, "random_forest", 3),
        (PENGUINS, "gradient_boosting", 3),
        (DIABETES, "ridge", 1),
        (DIABETES, "elastic_net", 1),
        (DIABETES, "gradient_boosting", 1),
    ] {
        let model = trained(csv, json!({"model_type": model_type})).model;
        let rows = match csv {
            PENGUINS => vec![penguin.clone(), hole.clone()],
            _ => vec![object(json!({"bmi": 0.1, "age": 0.02})), Map::new()],
        };
        for row in model.explain(&rows).expect("offered") {
            assert_eq!(row.len(), outputs);
            for explained in row {
                let sum: f64 = explained.contributions.iter().map(|part| part.value).sum();
                let off = (explained.base + sum - explained.output).abs();
                assert!(off < 1e-9, "{model_type}: {off}");
                assert_eq!(
                    explained.contributions.len(),
                    model.features().count(),
                    "{model_type}"
                );
                assert!(explained.contributions.iter().any(|part| part.value != 0.0));
            }
        }
    }
    // A linear machine for two classes or numbers is a linear model; others are not.
    let flat = json!({"model_type": "svm", "hyperparameters": {"kernel": "linear"}});
    let two = PENGUINS.split(|byte| *byte == b'\n');
    let two: Vec<&[u8]> = two
        .filter(|line| !line.windows(9).any(|part| part == b"Chinstrap"))
        .collect();
    for (csv, row) in [
        (two.join(&b'\n').as_slice(), penguin),
        (DIABETES, Map::new()),
    ] {
        let explained = trained(csv, flat.clone()).model.explain(&[row]);
        let explained = &explained.expect("offered")[0];
        assert_eq!(explained.len(), 1);
        let sum: f64 = explained[0]
            .contributions
            .iter()
            .map(|part| part.value)
            .sum();
        assert!((explained[0].base + sum - explained[0].output).abs() < 1e-9);
    }
    for (family, parameters) in [("knn", json!({"model_type": "knn"})), ("svm", flat)] {
        let model = trained(PENGUINS, parameters).model;
        assert!(!model.is_explained());
        let refused = model.explain(&[Map::new()]);
        assert_eq!(refused, Err(ExplainError::NotOffered(family)));
    }
}

/// An explanation of the label that is not the one the model computes is the other one, turned.
#[test]
fn an_answer_is_explained_by_what_speaks_for_it() {
    let two: String = (0..60)
        .map(|i| i * 7 % 60)
        .map(|x| format!("{x},w{},{}\n", x % 3, if x < 30 { "a" } else { "b" }))
        .collect();
    let two = format!("x,c,t\n{two}");
    for (csv, model_type, unit) in [
        (two.as_bytes(), "logistic", OutputUnit::LogOdds),
        (two.as_bytes(), "gradient_boosting", OutputUnit::LogOdds),
        (two.as_bytes(), "random_forest", OutputUnit::Probability),
        (two.as_bytes(), "decision_tree", OutputUnit::Probability),
        (PENGUINS, "logistic", OutputUnit::Score),
        (PENGUINS, "random_forest", OutputUnit::Probability),
    ] {
        let model = trained(csv, json!({"model_type": model_type})).model;
        assert!(model.is_explained() && model.explanation_work() > 0);
        let column = model.features().next().expect("a column").to_owned();
        let rows: Vec<_> = (0..60)
            .map(|i| match csv == PENGUINS {
                true => object(json!({"bill_length_mm": 30 + i, "flipper_length_mm": 170 + i})),
                false => object(json!({column.as_str(): i})),
            })
            .collect();
        let answers = model.predict_explained(&rows).expect("offered");
        let plain = model.predict(&rows).expect("sound");
        let mut labels = std::collections::BTreeSet::new();
        for ((answer, why), plain) in answers.iter().zip(plain) {
            assert_eq!(*answer, plain);
            let Prediction::Class {
                label,
                probabilities,
            } = answer
            else {
                panic!("a class")
            };
            labels.insert(label.clone());
            assert_eq!((why.label.as_ref(), why.unit), (Some(label), unit));
            let sum: f64 = why.contributions.iter().map(|part| part.value).sum();
            assert!((why.base + sum - why.output).abs() < 1e-9, "{model_type}");
            let best = probabilities.iter().copied().fold(0.0, f64::max);
            let probability = match unit {
                OutputUnit::Probability => why.output,
                OutputUnit::LogOdds => 1.0 / (1.0 + (-why.output).exp()),
                _ => continue,
            };
            assert!((probability - best).abs() < 1e-9, "{model_type}: {why:?}");
        }
        assert!(labels.len() > 1, "{model_type} says one thing only");
    }
}

#[test]
fn a_search_finds_a_good_model_and_shows_every_trial() {
    let parameters = json!({"model_type": "auto", "hyperparameters": {"n_candidates": 12}});
    let outcome = trained(PENGUINS, parameters.clone());
    let report = &outcome.report;
    let search = report.search.as_ref().expect("a search");
    assert_eq!(search.leaderboard.len(), 12);
    assert_eq!(search.leaderboard[0].state, TrialState::Won);
    assert_eq!(search.leaderboard[0].model, search.winner);
    assert_eq!(search.leaderboard[0].scores.len(), 5);
    assert_eq!(search.winner.model_type(), report.model_type);
    assert_ne!(report.model_type, ModelType::Auto);
    assert!(search.work > 0 && search.leaderboard.iter().all(|trial| trial.work > 0));
    let finalists: Vec<f64> = search
        .leaderboard
        .iter()
        .filter(|trial| matches!(trial.state, TrialState::Won | TrialState::Finalist))
        .filter_map(|trial| trial.mean)
        .collect();
    assert!(finalists.len() >= 2 && finalists.is_sorted_by(|a, b| a >= b));
    assert!(accuracy(&report.metrics) > 0.95);
    let verdict = report.verdict.as_ref().expect("no baseline");
    assert!(verdict.baseline.better && verdict.runner_up.is_some());
    let again = trained(PENGUINS, parameters);
    assert_eq!(again.model.to_bytes(), outcome.model.to_bytes());
    assert_eq!(again.report, outcome.report);
    assert!(report.card_markdown().contains("## What was tried"));

    let found = trained(
        DIABETES,
        json!({"model_type": "auto", "hyperparameters": {"n_candidates": 12}}),
    );
    assert!(r2(&found.report.metrics) > 0.3);
}

/// Three hundred words, of which fifty would say little.
#[test]
fn a_column_of_many_words_tells_what_its_words_say_and_nothing_more() {
    let noise = |i: usize, of: usize| (i * 7919 % of) as f64 / of as f64;
    let table = |follows: f64| -> String {
        let row = |i: usize| {
            let word = i * 31 % 300;
            let says = (word * 37 % 101) as f64 / 10.0;
            let target = follows * says + noise(i, 2003) * 4.0;
            format!("{:.4},w{word},{target:.4}\n", noise(i, 1009))
        };
        format!("x,word,y\n{}", (0..3000).map(row).collect::<String>())
    };
    for model_type in ["ridge", "knn", "gradient_boosting"] {
        let reached = |follows| {
            let outcome = trained(table(follows).as_bytes(), json!({"model_type": model_type}));
            r2(&outcome.report.metrics)
        };
        assert!(reached(1.0) > 0.75, "{model_type}: {}", reached(1.0));
        // Words that say nothing are not learnt by heart.
        assert!(reached(0.0) < 0.1, "{model_type}: {}", reached(0.0));
        assert!(reached(0.0) > -0.3, "{model_type}: {}", reached(0.0));
    }
}

#[test]
fn planted_leaks_are_found_and_honest_columns_are_not_suspected() {
    let rows: String = (0..120)
        .map(|i| {
            let class = usize::from(i * 7 % 5 < 2);
            let score = f64::from(i * 31 % 97);
            let target = 3.0 * score + f64::from(i % 3);
            let refund = if class == 1 {
                (i % 9).to_string()
            } else {
                String::new()
            };
            format!(
                "{score},c{class},{},{refund},u{i},5,{target},k{class}\n",
                i * 13 % 50
            )
        })
        .collect();
    let csv = format!("score,status,honest,refund,user_id,constant,amount,label\n{rows}");
    let leaks = |target: &str, exclude: Value| -> Vec<String> {
        let parameters = json!({"target": target, "features": {"exclude": exclude}});
        let report = trained(csv.as_bytes(), parameters).report;
        let of = |kind| {
            report
                .warnings
                .iter()
                .filter(move |warning| warning.kind == kind)
                .filter_map(|warning| warning.column.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(of(WarningKind::Identifier), ["user_id"]);
        assert_eq!(of(WarningKind::Constant), ["constant"]);
        of(WarningKind::Leakage)
    };
    assert_eq!(leaks("label", json!([])), ["status", "refund"]);
    assert_eq!(leaks("amount", json!([])), ["score"]);
    for csv in [PENGUINS, DIABETES] {
        let report = trained(csv, json!({})).report;
        assert!(
            !report
                .warnings
                .iter()
                .any(|warning| warning.kind == WarningKind::Leakage),
            "{:?}",
            report.warnings
        );
    }
}

#[test]
fn partial_dependence_follows_a_plain_relation() {
    let rows: String = (0..200)
        .map(|i| {
            let x = f64::from(i * 53 % 200) / 10.0;
            let colour = ["red", "green", "blue"][(i % 3) as usize];
            let y = 2.0 * x + [0.0, 30.0, 0.0][(i % 3) as usize] + f64::from(i % 7) / 10.0;
            format!("{x},{colour},{y}\n")
        })
        .collect();
    let csv = format!("x,colour,y\n{rows}");
    for model_type in ["ridge", "gradient_boosting"] {
        let report = trained(csv.as_bytes(), json!({"model_type": model_type})).report;
        let of = |name: &str| -> Vec<f64> {
            let found = report
                .partial_dependence
                .iter()
                .find(|part| part.feature == name);
            let points = &found.expect("it matters").points;
            points.iter().map(|point| point.predictions[0]).collect()
        };
        let x = of("x");
        assert!(
            x.is_sorted() && x[x.len() - 1] - x[0] > 30.0,
            "{model_type}: {x:?}"
        );
        assert_eq!(of("colour").len(), 3);
    }
}
