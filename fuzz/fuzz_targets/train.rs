//! A small CSV trained with a family, a seed and a share of held-out rows that the first three bytes choose. What comes out is
//! stored, loaded, used, explained and exported.
#![no_main]

use std::ops::ControlFlow;

use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Map, json};
use stint_engine::{CsvRules, Model, ModelType, TrainRequest, profile_csv, train};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let [family, seed, held_out, csv @ ..] = bytes else {
        return Corpus::Reject;
    };
    let rules = CsvRules::default();
    let Ok(profile) = profile_csv(csv, &rules) else {
        return Corpus::Reject;
    };
    let family = ModelType::ALL[usize::from(*family) % ModelType::ALL.len()];
    let hyperparameters = match family {
        ModelType::Auto => json!({"n_candidates": 3}),
        ModelType::RandomForest => json!({"n_estimators": 3}),
        ModelType::GradientBoosting => json!({"max_iter": 3, "min_samples_leaf": 1}),
        _ => json!({}),
    };
    let request = TrainRequest {
        model_type: Some(family.name().to_owned()),
        hyperparameters: hyperparameters.as_object().cloned(),
        seed: Some((*seed).into()),
        test_fraction: Some(0.05 + 0.45 * f64::from(*held_out) / 255.0),
        ..TrainRequest::default()
    };
    let Ok(spec) = request.resolve(&profile.schema(), profile.rows) else {
        return Corpus::Reject;
    };
    // Without the fallback, which would hide a panic.
    let Ok(outcome) = train(csv, &rules, &spec, &mut |_| ControlFlow::Continue(())) else {
        return Corpus::Keep;
    };
    let stored = Model::from_bytes(&outcome.model.to_bytes());
    assert_eq!(stored.as_ref(), Ok(&outcome.model));
    let text = serde_json::to_string(&outcome.report).expect("a report is JSON");
    let report: stint_engine::Report = serde_json::from_str(&text).expect("reads back");
    assert_eq!(report, outcome.report);
    assert!(outcome.report.card_markdown().starts_with("# Model card"));
    let _ = outcome.model.to_onnx(&outcome.report);
    let rows = [Map::new()];
    outcome
        .model
        .predict(&rows)
        .expect("an empty row is accepted");
    for output in outcome.model.explain(&rows).into_iter().flatten().flatten() {
        let sum: f64 = output.contributions.iter().map(|part| part.value).sum();
        let size = 1.0 + output.output.abs().max(output.base.abs());
        assert!(
            (output.base + sum - output.output).abs() <= 1e-9 * size,
            "{output:?}"
        );
    }
    Corpus::Keep
});
