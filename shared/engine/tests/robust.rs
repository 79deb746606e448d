//! Whatever comes in, an answer or an error comes out.

use std::ops::ControlFlow;

use proptest::prelude::*;
use stint_engine::{CsvRules, Model, TrainError, TrainRequest, profile_csv, train};

/// Cells as people and programs write them.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (-50_i32..50).prop_map(|number| number.to_string()),
        3 => (-5.0..5.0).prop_map(|number: f64| number.to_string()),
        3 => prop::sample::select(vec!["red", "green", "blue", "yes", "no", "true", "x y"])
            .prop_map(str::to_owned),
        2 => prop::sample::select(vec!["", "NaN", "null", "inf", "1e400", "-0", "1,5", "1e308"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec!["2024-02-29", "1999-12-31T23:59:60Z", "=1+1", "\u{0}", "é"])
            .prop_map(str::to_owned),
    ]
}

proptest! {
    // A failing input is printed; it belongs in a test of its own, not in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn profiling_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = profile_csv(&bytes, &CsvRules::default());
    }

    #[test]
    fn profiling_text_never_panics(text in "([a-c0-9,;\"\n\r\t |.-]|é|\u{feff}){0,200}") {
        let _ = profile_csv(text.as_bytes(), &CsvRules::default());
    }

    /// `train` itself is called, without the fallback that would hide a panic.
    #[test]
    fn training_never_panics(
        rows in prop::collection::vec(prop::collection::vec(cell(), 4), 2..40),
        seed in 0_u64..100,
        test_fraction in 0.05..=0.5,
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c", "d"]).expect("writes to memory");
        for row in &rows {
            writer.write_record(row).expect("writes to memory");
        }
        let csv = writer.into_inner().expect("flushes");
        let rules = CsvRules::default();
        let Ok(profile) = profile_csv(&csv, &rules) else { return Ok(()) };
        let request = TrainRequest {
            seed: Some(seed),
            test_fraction: Some(test_fraction),
            ..TrainRequest::default()
        };
        let Ok(spec) = request.resolve(&profile.schema(), profile.rows) else { return Ok(()) };
        match train(&csv, &rules, &spec, &mut |_| ControlFlow::Continue(())) {
            Ok(outcome) => {
                let text = serde_json::to_string(&outcome.report).expect("serialises");
                let read: stint_engine::Report = serde_json::from_str(&text).expect("reads back");
                prop_assert_eq!(read, outcome.report);
                let read = Model::from_bytes(&outcome.model.to_bytes());
                prop_assert_eq!(read.as_ref(), Ok(&outcome.model));
                let empty = serde_json::Map::new();
                prop_assert!(outcome.model.predict(&[empty]).is_ok());
            }
            Err(TrainError::Cancelled) => prop_assert!(false, "nobody cancelled"),
            Err(TrainError::Rejected(_) | TrainError::FitFailed { .. }) => {}
        }
    }

    /// Every family, its file and its explanations.
    #[test]
    fn no_family_panics(
        rows in prop::collection::vec(prop::collection::vec(cell(), 4), 6..40),
        family in prop::sample::select(vec![
            "elastic_net", "naive_bayes", "knn", "svm", "decision_tree", "random_forest",
            "gradient_boosting", "auto",
        ]),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c", "d"]).expect("writes to memory");
        for row in &rows {
            writer.write_record(row).expect("writes to memory");
        }
        let csv = writer.into_inner().expect("flushes");
        let rules = CsvRules::default();
        let Ok(profile) = profile_csv(&csv, &rules) else { return Ok(()) };
        let hyperparameters = match family {
            "random_forest" => serde_json::json!({"n_estimators": 5}),
            "gradient_boosting" => serde_json::json!({"max_iter": 5}),
            "auto" => serde_json::json!({"n_candidates": 3}),
            _ => serde_json::json!({}),
        };
        let request = TrainRequest {
            model_type: Some(family.to_owned()),
            hyperparameters: hyperparameters.as_object().cloned(),
            ..TrainRequest::default()
        };
        let Ok(spec) = request.resolve(&profile.schema(), profile.rows) else { return Ok(()) };
        if let Ok(outcome) = train(&csv, &rules, &spec, &mut |_| ControlFlow::Continue(())) {
            let read = Model::from_bytes(&outcome.model.to_bytes());
            prop_assert_eq!(read.as_ref(), Ok(&outcome.model));
            let text = serde_json::to_string(&outcome.report).expect("serialises");
            let report: stint_engine::Report = serde_json::from_str(&text).expect("reads back");
            prop_assert_eq!(report, outcome.report);
            let empty = serde_json::Map::new();
            prop_assert!(outcome.model.predict(std::slice::from_ref(&empty)).is_ok());
            if let Ok(explained) = outcome.model.explain(&[empty]) {
                for output in &explained[0] {
                    let sum: f64 = output.contributions.iter().map(|part| part.value).sum();
                    let scale = 1.0 + output.output.abs().max(output.base.abs());
                    prop_assert!((output.base + sum - output.output).abs() <= 1e-9 * scale);
                }
            }
        }
    }
}
