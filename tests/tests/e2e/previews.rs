//! Looking at the first rows of a dataset.

use serde_json::{Value, json};
use stint_tests::Client;

use crate::{SMALL, example, text};

fn preview(client: &Client, dataset: &str, query: &str) -> Value {
    let path = format!("/api/ml/v1/datasets/{dataset}/preview{query}");
    client.get(&path).expect(200)
}

#[test]
fn the_first_rows_are_shown_as_they_are_in_the_file() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("penguins.csv", &example("penguins.csv"));
    let five = preview(&ada, &dataset, "?rows=5");
    assert_eq!(five["total_rows"], 344);
    assert_eq!(
        five["columns"][0],
        json!({"name": "island", "kind": "categorical"})
    );
    let content = String::from_utf8(example("penguins.csv")).expect("text");
    let mut written = content.lines().skip(1).map(|line| {
        let cells = line.split(',').map(|cell| match cell {
            "" | "NA" => Value::Null,
            word => json!(word),
        });
        Value::Array(cells.collect())
    });
    let rows = five["rows"].as_array().expect("rows");
    assert_eq!(rows, &written.by_ref().take(5).collect::<Vec<_>>());
    assert!(
        rows.iter()
            .flat_map(|row| row.as_array())
            .flatten()
            .any(Value::is_null),
        "the fourth penguin was not measured: {five}"
    );

    let rows = |query| {
        preview(&ada, &dataset, query)["rows"]
            .as_array()
            .map(Vec::len)
    };
    assert_eq!(rows(""), Some(100), "what is shown without a number");
    assert_eq!(rows("?rows=1000"), Some(344), "the file ends before");
}

#[test]
fn cells_of_several_lines_and_of_many_bytes_are_whole() {
    let ada = Client::signed_in();
    // The first rows are far longer than the mean, so that what is fetched at first ends within one.
    let long = "long \n".repeat(5000);
    let body: String = (0..1200)
        .map(|row| {
            let more = if row < 20 { &long } else { "" };
            format!("{row};\"first\n\"\"{row}\"\"; {more}\"\n")
        })
        .collect();
    let dataset = ada.dataset("lines.csv", format!("number;note\n{body}").as_bytes());
    for wanted in [15, 1000] {
        let shown = preview(&ada, &dataset, &format!("?rows={wanted}"));
        let rows = shown["rows"].as_array().expect("rows");
        assert_eq!((rows.len(), &shown["total_rows"]), (wanted, &json!(1200)));
        for (index, row) in rows.iter().enumerate() {
            let note = text(&row[1]);
            assert_eq!(row[0], index.to_string());
            assert!(note.starts_with(&format!("first\n\"{index}\";")), "{note}");
            assert_eq!(note.len() > 20_000, index < 20, "row {index}");
        }
    }
}

#[test]
fn an_answer_that_would_be_too_long_has_fewer_rows() {
    let ada = Client::signed_in();
    let row = format!("1,{0},{0},{0}\n", "x".repeat(30_000));
    let dataset = ada.dataset(
        "heavy.csv",
        format!("n,a,b,c\n{}", row.repeat(100)).as_bytes(),
    );
    let shown = preview(&ada, &dataset, "");
    let rows = shown["rows"].as_array().map_or(0, Vec::len);
    assert!((40..50).contains(&rows), "{rows} rows of 90 kB");
    assert_eq!(shown["total_rows"], 100);
}

#[test]
fn what_cannot_be_shown_is_said() {
    let ada = Client::signed_in();
    let dataset = ada.dataset("small.csv", SMALL.as_bytes());
    for wrong in ["0", "1001", "-1", "ten"] {
        let path = format!("/api/ml/v1/datasets/{dataset}/preview?rows={wrong}");
        let problem = ada.get(&path).expect_problem(422, "invalid-input");
        assert_eq!(problem["errors"][0]["pointer"], "rows", "{problem}");
    }
    let waiting = ada.announce("later.csv", b"a,b\n1,2\n").expect(201);
    let path = format!("/api/ml/v1/datasets/{}/preview", text(&waiting["id"]));
    ada.get(&path).expect_problem(409, "dataset-not-ready");
}
