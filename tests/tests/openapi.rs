//! The OpenAPI file is what the code says; the page's client is generated from it.

use std::fs;
use std::path::Path;

use serde_json::Value;

#[test]
#[expect(clippy::disallowed_methods, reason = "the way to accept a change")]
fn the_file_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/openapi/openapi.json");
    let current = stint_tests::openapi().to_pretty_json().expect("a document") + "\n";
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(&path, &current).expect("the file can be written");
    }
    let accepted = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        accepted == current,
        "the API changed: if that is meant, run `UPDATE_OPENAPI=1 cargo test -p stint-tests --test openapi` \
         and `npm run generate` in frontend/"
    );
}

#[test]
fn every_operation_says_what_it_is_and_how_it_fails() {
    let document = serde_json::to_value(stint_tests::openapi()).expect("a document");
    let paths = document["paths"].as_object().expect("paths");
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().expect("operations") {
            assert!(
                operation["summary"].is_string(),
                "{method} {path} has no summary"
            );
            assert!(
                operation["tags"][0].is_string(),
                "{method} {path} has no tag"
            );
            let fails = operation["responses"].as_object().expect("responses");
            assert!(
                fails.contains_key("default") || path == "/api/health",
                "{method} {path}"
            );
        }
    }
    assert!(paths.len() > 15, "only {} paths", paths.len());
}

#[test]
fn a_request_may_leave_out_what_has_a_default() {
    let document = serde_json::to_value(stint_tests::openapi()).expect("a document");
    let mut optional = Vec::new();
    for name in [
        "TrainRequest",
        "FeatureSelection",
        "CreateToken",
        "PredictRequest",
    ] {
        let schema = &document["components"]["schemas"][name];
        let required = schema["required"].as_array().into_iter().flatten();
        let required: Vec<_> = required.filter_map(Value::as_str).collect();
        for (field, property) in schema["properties"].as_object().expect("fields") {
            if property.get("default").is_some() {
                assert!(
                    !required.contains(&field.as_str()),
                    "{name}.{field} has a default"
                );
                optional.push(format!("{name}.{field}"));
            }
        }
    }
    for field in [
        "TrainRequest.target",
        "FeatureSelection.exclude",
        "PredictRequest.explain",
    ] {
        assert!(
            optional.iter().any(|known| known == field),
            "{field}: {optional:?}"
        );
    }
}
