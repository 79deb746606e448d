//! The walls between the rooms, held by reading `use` lines and paths.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a readable file");
                found.push((path, without_comments(&text)));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no source");
    found
}

fn without_comments(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn assert_never(folder: &str, forbidden: &[&str]) {
    for (path, text) in sources(folder) {
        for word in forbidden {
            assert!(
                !text.contains(word),
                "{} must not use {word}",
                path.display()
            );
        }
    }
}

const AWS: &[&str] = &[
    "aws_sdk_",
    "aws_config",
    "aws_smithy",
    "AttributeValue",
    "SdkError",
];

#[test]
fn the_engine_is_pure() {
    assert_never("shared/engine/src", AWS);
    assert_never(
        "shared/engine/src",
        &[
            "tokio",
            "async fn",
            "std::env",
            "std::time",
            "SystemTime",
            "std::fs",
            "std::net",
            "thread_rng",
        ],
    );
}

#[test]
fn the_domain_knows_no_vendor_and_no_clock() {
    assert_never("shared/platform/src/domain", AWS);
    assert_never(
        "shared/platform/src/domain",
        &[
            "axum",
            "tokio",
            "std::env",
            "now_utc",
            "SystemTime",
            "tracing::",
            "async ",
        ],
    );
}

#[test]
fn each_vendor_client_stays_in_its_room() {
    assert_never(
        "shared/platform/src/store",
        &["aws_sdk_s3", "aws_sdk_sqs", "axum", ".scan("],
    );
    assert_never(
        "shared/platform/src/objects",
        &["aws_sdk_dynamodb", "aws_sdk_sqs", "axum"],
    );
    assert_never(
        "shared/platform/src/queue",
        &["aws_sdk_dynamodb", "aws_sdk_s3", "axum"],
    );
    assert_never("shared/platform/src/http", AWS);
}

#[test]
fn handlers_see_no_vendor_types() {
    for function in [
        "auth", "janitor", "jobs", "listing", "metrics", "predict", "trainer", "upload",
    ] {
        let folder = format!("functions/{function}/src");
        assert_never(&folder, AWS);
        assert_never(&folder, &["std::env", "SystemTime", "println!"]);
    }
}

#[test]
fn only_auth_opens_the_users_table() {
    for function in [
        "janitor", "jobs", "listing", "metrics", "predict", "trainer", "upload",
    ] {
        assert_never(
            &format!("functions/{function}/src"),
            &["Users", "TABLE_USERS"],
        );
    }
}
