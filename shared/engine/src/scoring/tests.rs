//! Whole files, scored and read back.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::{ScoredCsv, ScoringError, score_csv};
use crate::{CsvRules, Model, TrainRequest, profile_csv, train_with_fallback};

const TRAINING: &str = "age,city,note,kind\n1,a,x,=yes\n2,a,x,=yes\n8,b,x,no\n9,b,y,no\n2,a,y,=yes\n7,b,y,no\n\
                        1,a,x,=yes\n2,a,x,=yes\n8,b,x,no\n9,b,y,no\n2,a,y,=yes\n7,b,y,no\n";

fn model() -> Model {
    let rules = CsvRules::default();
    let profile = profile_csv(TRAINING.as_bytes(), &rules).expect("sound");
    let request = serde_json::json!({"features": {"exclude": ["note"]}});
    let request = TrainRequest::from_json(&request).expect("well-formed");
    let spec = request
        .resolve(&profile.schema(), profile.rows)
        .expect("can be met");
    let go_on = &mut |_| ControlFlow::Continue(());
    train_with_fallback(TRAINING.as_bytes(), &rules, &spec, go_on)
        .expect("trained")
        .model
}

fn score(csv: &str) -> Result<ScoredCsv, ScoringError> {
    score_csv(
        &model(),
        csv.as_bytes(),
        &CsvRules::default(),
        1 << 20,
        &mut |_| ControlFlow::Continue(()),
    )
}

fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv);
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| cells(record.expect("well-formed")))
        .collect()
}

#[test]
fn every_row_gets_its_prediction_beside_its_own_columns() {
    let scored =
        score("city;age;kind;note;extra\nb;9;no;;\"a;b\"\na;1,5;;;=2+2\n").expect("scored");
    assert_eq!(
        (scored.rows, &scored.absent, &scored.unknown),
        (2, &vec![], &vec!["extra".to_owned()])
    );
    let records = records(&scored.csv);
    assert_eq!(
        records[0],
        [
            "city",
            "age",
            "kind",
            "note",
            "extra",
            "predicted_kind",
            "probability_=yes",
            "probability_no"
        ]
    );
    assert_eq!(records[1][..6], ["b", "9", "no", "", "a;b", "no"]);
    assert_eq!(records[2][..6], ["a", "1,5", "", "", "'=2+2", "'=yes"]);
    let shares: f64 = records[1][6..]
        .iter()
        .map(|cell| cell.parse::<f64>().expect("a number"))
        .sum();
    assert!((shares - 1.0).abs() < 1e-9);
}

#[test]
fn names_that_are_taken_get_an_underscore() {
    let scored = score("age,predicted_kind,predicted_kind_\n1,2,3\n").expect("scored");
    assert_eq!(
        records(&scored.csv)[0][..4],
        [
            "age",
            "predicted_kind",
            "predicted_kind_",
            "predicted_kind__"
        ]
    );
    assert_eq!(scored.absent, ["city"]);
}

#[test]
fn cells_that_the_model_cannot_take_are_located() {
    let error = score("age,city\n1,a\nold,b\n3,c\nancient,d\n").expect_err("refused");
    let text = error.to_string();
    assert_eq!(
        text,
        "line 3: column \"age\" must be a finite number, not \"old\"; and there are more"
    );
    let ScoringError::Cells(faults) = error else {
        panic!("{error}")
    };
    assert_eq!((faults.len(), faults[1].line), (2, Some(5)));
}

#[test]
fn a_file_about_something_else_is_refused() {
    let error = score("price,rooms\n1,2\n")
        .expect_err("refused")
        .to_string();
    assert_eq!(
        error,
        "it has none of the columns that the model takes: age, city"
    );
}

#[test]
fn a_result_that_is_too_long_is_refused_and_a_break_is_heard() {
    let csv = format!("age,city\n{}", "1,a\n".repeat(10_000));
    let score = |most: usize, answer: ControlFlow<()>| {
        score_csv(
            &model(),
            csv.as_bytes(),
            &CsvRules::default(),
            most,
            &mut |_| answer,
        )
    };
    let long = score(1000, ControlFlow::Continue(()));
    assert_eq!(
        long,
        Err(ScoringError::TooLong {
            max_bytes: 1000,
            rows: 4096
        })
    );
    assert_eq!(
        score(1 << 20, ControlFlow::Break(())),
        Err(ScoringError::Cancelled)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// Whatever is in the cells, the result is a CSV with the same cells, none of which starts a formula.
    #[test]
    fn any_text_survives_and_none_is_a_formula(
        cells in prop::collection::vec("[=+@\t-]?(\\PC{0,6}|[\",\n\r;]{0,4})", 1..6),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["age", "city", "free"]).expect("writes to memory");
        for cell in &cells {
            writer.write_record(["1", "a", cell]).expect("writes to memory");
        }
        let input = String::from_utf8(writer.into_inner().expect("flushes")).expect("UTF-8");
        let scored = score(&input).expect("scored");
        prop_assert_eq!(scored.rows as usize, cells.len());
        for (record, cell) in records(&scored.csv)[1..].iter().zip(&cells) {
            let safe = &record[2];
            prop_assert!(safe == cell || safe.strip_prefix('\'') == Some(cell));
            prop_assert!(!safe.starts_with(['=', '@', '\t']));
        }
    }
}
