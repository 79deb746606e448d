//! Any bytes as a model: as they are, and as the content of a file whose checksum fits, which is what a forger would make. A model
//! that loads must predict, explain and describe itself.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};
use stint_engine::Model;

#[path = "../models.rs"]
mod models;

static HEAD: LazyLock<Vec<u8>> = LazyLock::new(models::head);

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
    let forged = models::file(&HEAD, bytes);
    let Ok(model) = Model::from_bytes(&forged) else {
        return;
    };
    let row = |value: Value| -> Map<String, Value> {
        model
            .features()
            .map(|name| (name.to_owned(), value.clone()))
            .collect()
    };
    for value in [
        Value::Null,
        json!(1.5),
        json!("word"),
        json!("2024-02-29"),
        json!(true),
    ] {
        let _ = model.predict(&[row(value.clone())]);
        let _ = model.explain(&[row(value)]);
    }
    assert!(model.inputs().count() <= model.features().count());
    let again = Model::from_bytes(&model.to_bytes()).expect("what was loaded can be stored");
    assert_eq!(again.to_bytes(), model.to_bytes());
});
