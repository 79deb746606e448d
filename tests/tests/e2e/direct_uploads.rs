//! The small upload in one call.

use serde_json::json;
use stint_tests::{Answer, Client, Method};

use crate::{SMALL, text};

fn form(client: &Client, field: &str, filename: &str, content: &[u8]) -> Answer {
    let mut body = format!(
        "--b0undary\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{filename}\"\r\n\
         Content-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--b0undary--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=b0undary")];
    client.send(Method::Post, "/api/ml/v1/datasets/upload", &headers, &body)
}

#[test]
fn a_small_file_can_be_sent_as_a_form() {
    let ada = Client::signed_in();
    let dataset = form(&ada, "file", "small.csv", SMALL.as_bytes()).expect(201);
    assert_eq!(
        (&dataset["status"], &dataset["name"]),
        (&json!("READY"), &json!("small.csv"))
    );
    assert_eq!(
        ada.download(text(&dataset["download_url"])),
        (200, SMALL.as_bytes().to_vec())
    );
    let again = form(&ada, "file", "small.csv", SMALL.as_bytes()).expect(201);
    assert_eq!(again["version"], 2);
}

#[test]
fn a_form_that_cannot_be_used_leaves_nothing() {
    let ada = Client::signed_in();
    let problem = form(&ada, "file", "bad.csv", b"a,b\n1\n2\n").expect_problem(422, "invalid-csv");
    assert_eq!(problem["errors"][0]["rule"], "ragged-row");
    form(&ada, "file", "bad.txt", SMALL.as_bytes()).expect_problem(422, "invalid-input");
    form(&ada, "data", "small.csv", SMALL.as_bytes()).expect_problem(422, "invalid-input");
    let rows = "1,2\n".repeat(1_100_000);
    form(&ada, "file", "big.csv", format!("a,b\n{rows}").as_bytes())
        .expect_problem(413, "too-large");
    assert_eq!(ada.get("/api/ml/v1/datasets").expect(200), json!([]));
}
