//! Uploading by ticket, and everything that can be wrong with it.

use std::time::{Duration, Instant};

use serde_json::json;
use sha2::{Digest, Sha256};
use stint_platform::domain::Owner;
use stint_platform::objects::{Objects, keys};
use stint_platform::{aws, hex};
use stint_tests::{Client, setting};

use crate::{SMALL, text};

/// A file, the rule that it breaks, and where.
const BROKEN: &[(&str, &[u8], &str, Option<u64>)] = &[
    ("nothing but blanks", b" \n\n", "empty-file", None),
    ("only a header", b"a,b\n", "too-few-rows", None),
    ("one row", b"a,b\n1,2\n", "too-few-rows", None),
    ("one column", b"a\n1\n2\n", "too-few-columns", None),
    ("no header", b"1,2\n3,4\n5,6\n", "missing-header", None),
    (
        "a nameless column",
        b"a,,c\n1,2,3\n4,5,6\n",
        "empty-name",
        None,
    ),
    (
        "a name twice",
        b"a,b,a\n1,2,3\n4,5,6\n",
        "duplicate-name",
        None,
    ),
    ("a short row", b"a,b\n1,2\n3\n4,5\n", "ragged-row", Some(3)),
    (
        "a long row",
        b"a,b\n1,2\n3,4\n5,6,7\n",
        "ragged-row",
        Some(4),
    ),
    (
        "an open quote",
        b"a,b\n1,2\n3,\"4\n5,6\n",
        "unterminated-quote",
        Some(3),
    ),
    ("Latin-1", b"a,b\n1,2\n3,caf\xe9\n", "not-utf8", Some(3)),
    (
        "gzip",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03aaaa",
        "not-csv",
        None,
    ),
    (
        "UTF-16",
        b"\xff\xfea\x00,\x00b\x00\n\x001\x00,\x002\x00\n\x00",
        "not-csv",
        None,
    ),
    (
        "mostly empty",
        b"a,b\n1,\n,\nnan,NULL\nNone,na\n",
        "too-many-empty",
        None,
    ),
];

#[test]
fn every_broken_file_is_refused_with_the_rule_and_the_place() {
    let ada = Client::signed_in();
    for (what, content, rule, line) in BROKEN {
        let ticket = ada.announce("broken.csv", content).expect(201);
        ada.put_to(&ticket, content).expect(200);
        let path = format!("/api/ml/v1/datasets/{}", text(&ticket["id"]));
        let problem = ada
            .post(&format!("{path}/complete"), &json!({}))
            .expect_problem(422, "invalid-csv");
        assert_eq!(problem["errors"][0]["rule"], *rule, "{what}: {problem}");
        if let Some(line) = line {
            assert_eq!(problem["errors"][0]["line"], *line, "{what}: {problem}");
        }
        let again = ada
            .post(&format!("{path}/complete"), &json!({}))
            .expect_problem(422, "invalid-csv");
        assert_eq!(again["errors"], problem["errors"], "{what}: asked twice");
        let kept = ada.get(&path).expect(200);
        assert_eq!(
            (&kept["status"], &kept["rejection"]["rule"]),
            (&json!("REJECTED"), &json!(rule))
        );
        ada.train(text(&ticket["id"]), json!({}))
            .expect_problem(409, "dataset-not-ready");
    }
}

#[test]
fn odd_but_usable_files_are_accepted() {
    let ada = Client::signed_in();
    for (what, content) in [
        (
            "semicolons and a byte order mark",
            &b"\xef\xbb\xbfa;b\n1;2\n3;4\n"[..],
        ),
        ("tabs and carriage returns", b"a\tb\r\n1\t2\r\n3\t4\r\n"),
        ("bars", b"a|b\n1|x\n3|y\n"),
        (
            "quotes over lines",
            b"a,b\n1,\"two\nlines\"\n3,\"a \"\"quote\"\"\"\n",
        ),
        ("no line end at the end", b"a,b\n1,2\n3,4"),
    ] {
        let dataset = ada.upload("odd.csv", content).expect(200);
        assert_eq!(
            (dataset["rows"].as_u64(), dataset["columns"].as_u64()),
            (Some(2), Some(2)),
            "{what}"
        );
    }
}

#[test]
fn the_same_name_again_is_the_next_version_and_a_refused_file_is_none() {
    let ada = Client::signed_in();
    let versions = |content: &[u8]| ada.upload("sales.csv", content).json()["version"].as_u64();
    assert_eq!(versions(b"a,b\n1,2\n3,4\n"), Some(1));
    assert_eq!(versions(b"a,b\n1\n"), None);
    assert_eq!(versions(b"a,b\n1,2\n3,5\n"), Some(2));
    assert_eq!(
        ada.upload("other.csv", b"a,b\n1,2\n3,4\n").expect(200)["version"],
        1
    );
    let bob = Client::signed_in();
    assert_eq!(
        bob.upload("sales.csv", b"a,b\n1,2\n3,4\n").expect(200)["version"],
        1
    );
}

#[test]
fn a_ticket_takes_what_was_announced_once_and_nothing_else() {
    let ada = Client::signed_in();
    let content = SMALL.as_bytes();
    let digest = hex(&Sha256::digest(content));
    let body = json!({"filename": "s.csv", "size_bytes": content.len(), "sha256": digest});
    let ticket = ada.post("/api/ml/v1/datasets/upload", &body).expect(201);
    assert_eq!(ticket["status"], "AWAITING_UPLOAD");
    assert_eq!(ticket["upload"]["method"], "PUT");
    let complete = format!("/api/ml/v1/datasets/{}/complete", text(&ticket["id"]));
    ada.post(&complete, &json!({}))
        .expect_problem(409, "upload-missing");

    let mut longer = content.to_vec();
    longer.extend_from_slice(b"9,red,a\n");
    assert!(ada.put_to(&ticket, &longer).status >= 400, "a longer file");
    let other = SMALL.replace("red", "RED");
    assert!(
        ada.put_to(&ticket, other.as_bytes()).status >= 400,
        "another content of that length"
    );
    let mut retyped = ticket.clone();
    retyped["upload"]["headers"]["content-type"] = json!("text/html");
    assert!(ada.put_to(&retyped, content).status >= 400, "another type");
    assert_eq!(ada.put_to(&ticket, content).status, 200);
    assert_eq!(ada.put_to(&ticket, content).status, 412, "a second time");
    let dataset = ada.post(&complete, &json!({})).expect(200);
    assert_eq!(dataset["sha256"], digest);
    assert_eq!(
        ada.post(&complete, &json!({})).expect(200)["profile"],
        dataset["profile"]
    );
}

#[test]
fn an_object_that_is_not_the_announced_one_is_refused() {
    let ada = Client::signed_in();
    let owner = text(&ada.get("/api/auth/me").expect(200)["id"])
        .parse()
        .expect("an id");
    let digest = hex(&Sha256::digest(SMALL));
    for (what, announced) in [
        (
            "another length",
            json!({"filename": "s.csv", "size_bytes": SMALL.len() + 1}),
        ),
        (
            "another content",
            json!({"filename": "s.csv", "size_bytes": SMALL.len() - 1, "sha256": digest}),
        ),
    ] {
        let ticket = ada
            .post("/api/ml/v1/datasets/upload", &announced)
            .expect(201);
        let id = text(&ticket["id"]).parse().expect("an id");
        // The signed address takes nothing else, so it comes another way.
        smuggle(
            &keys::dataset_csv(Owner::vouched(owner), id),
            &SMALL[..SMALL.len() - 1],
        );
        let path = format!("/api/ml/v1/datasets/{}", text(&ticket["id"]));
        let refused = ada.post(&format!("{path}/complete"), &json!({}));
        let problem = refused.expect_problem(422, "upload-mismatch");
        assert_eq!(problem["errors"][0]["rule"], "upload-mismatch", "{what}");
        assert_eq!(ada.get(&path).expect(200)["status"], "REJECTED", "{what}");
    }
}

/// Puts an object into the data bucket with the rights of whoever runs the platform.
fn smuggle(key: &str, content: &'static str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let objects = Objects::new(&aws::load().await, setting("BUCKET_DATA"));
        objects
            .put_once(key, "text/csv", content.into())
            .await
            .expect("an object");
    });
}

#[test]
fn bad_announcements_say_every_fault() {
    let ada = Client::signed_in();
    let announce = |body: &serde_json::Value| ada.post("/api/ml/v1/datasets/upload", body);
    let problem = announce(&json!({"filename": "data.xlsx", "size_bytes": 0, "sha256": "abc"}))
        .expect_problem(422, "invalid-input");
    let places: Vec<&str> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| text(&error["pointer"]))
        .collect();
    assert_eq!(places, ["/filename", "/size_bytes", "/sha256"]);
    announce(&json!({"filename": "../up.csv", "size_bytes": 9}))
        .expect_problem(422, "invalid-input");
    announce(&json!({"filename": "a.csv", "size_bytes": 10_485_761}))
        .expect_problem(413, "too-large");
    announce(&json!({"filename": "a.csv"})).expect_problem(422, "invalid-input");
    let wrong = announce(&json!({"filename": "a.csv", "size_bytes": "9"}))
        .expect_problem(422, "invalid-input");
    assert_eq!(wrong["errors"][0]["pointer"], "/size_bytes");
}

#[test]
fn an_object_that_nobody_completes_is_found_by_its_event() {
    let ada = Client::signed_in();
    let ticket = ada.announce("quiet.csv", SMALL.as_bytes()).expect(201);
    ada.put_to(&ticket, SMALL.as_bytes()).expect(200);
    let path = format!("/api/ml/v1/datasets/{}", text(&ticket["id"]));
    let started = Instant::now();
    while ada.get(&path).expect(200)["status"] != "READY" {
        assert!(
            started.elapsed() < Duration::from_secs(90),
            "the event did not arrive"
        );
        std::thread::sleep(Duration::from_secs(1));
    }
}

#[test]
fn young_datasets_do_not_expire() {
    let ada = Client::signed_in();
    let id = ada.dataset("young.csv", SMALL.as_bytes());
    assert_eq!(
        ada.delete("/api/ml/v1/datasets/expired?limit=500")
            .expect(200),
        json!({"deleted_count": 0})
    );
    ada.get(&format!("/api/ml/v1/datasets/{id}")).expect(200);
    ada.delete("/api/ml/v1/datasets/expired?limit=0")
        .expect_problem(422, "invalid-input");
}
