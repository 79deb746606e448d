//! Any bytes as a model: as they are, and as the content of a file whose checksum fits, which is what a forger would make. A model
//! that loads must predict, explain and describe itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use stint_engine::Model;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
    let packed = compress_to_vec_zlib(bytes, 1);
    let forged = [
        b"STINTMDL".as_slice(),
        &2_u16.to_le_bytes(),
        &Sha256::digest(&packed),
        &packed,
    ]
    .concat();
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
