//! Any JSON as rows to predict for, by models of every family.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};
use stint_engine::{Model, Prediction};

#[path = "../models.rs"]
mod models;

static MODELS: LazyLock<Vec<Model>> = LazyLock::new(models::trained);

fuzz_target!(|bytes: &[u8]| {
    let Ok(rows) = serde_json::from_slice::<Vec<Map<String, Value>>>(bytes) else {
        return;
    };
    for model in MODELS.iter() {
        match model.predict(&rows) {
            Ok(answers) => {
                assert_eq!(answers.len(), rows.len());
                for answer in answers {
                    match answer {
                        Prediction::Value { value } => assert!(value.is_finite(), "{value}"),
                        Prediction::Class { probabilities, .. } => {
                            let sum: f64 = probabilities.iter().sum();
                            assert!((sum - 1.0).abs() < 1e-9, "{probabilities:?}");
                        }
                    }
                }
            }
            Err(errors) => assert!(
                errors
                    .iter()
                    .all(|error| error.pointer.starts_with("/rows/"))
            ),
        }
        let _ = model.explain(&rows);
    }
});
