//! Data sets as scikit-learn's `StandardScaler` gives them, for comparing fits with scikit-learn's.

use ndarray::{Array1, Array2};

use crate::csv::{CsvRules, Data, MISSING, Table};
use crate::metrics::{Predictions, Scorer, Truth};
use crate::prepare;
use crate::request::Metric;

pub(crate) const DIGITS: &[u8] = include_bytes!("../tests/data/digits.csv");
pub(crate) const BREAST_CANCER: &[u8] = include_bytes!("../tests/data/breast_cancer.csv");
pub(crate) const DIABETES: &[u8] = include_bytes!("../../../examples/diabetes.csv");

/// All columns but `target`, standardised over all rows.
pub(crate) fn encoded(csv: &[u8]) -> (Array2<f64>, Table) {
    let table = Table::read(csv, &CsvRules::default()).expect("sound");
    let rows: Vec<u32> = (0..table.rows() as u32).collect();
    let columns = table
        .columns
        .iter()
        .filter(|column| column.name != "target");
    let nothing = prepare::Supervision::default();
    let preparation = prepare::fit(columns, &rows, &nothing)
        .expect("finite")
        .preparation;
    (preparation.encode(&table, &rows), table)
}

/// A column of numbers.
pub(crate) fn numbers(table: &Table, name: &str) -> Array1<f64> {
    match &table.column(name).expect("exists").data {
        Data::Numbers(values) => Array1::from(values.clone()),
        other => panic!("{other:?}"),
    }
}

/// Ten digits of 8 × 8 grey values.
pub(crate) fn digits() -> (Array2<f64>, Vec<usize>) {
    let (records, table) = encoded(DIGITS);
    let classes = numbers(&table, "target");
    (
        records,
        classes.iter().map(|digit| *digit as usize).collect(),
    )
}

/// Tumours; class 1 is malignant.
pub(crate) fn breast_cancer() -> (Array2<f64>, Vec<usize>) {
    let (records, table) = encoded(BREAST_CANCER);
    let Data::Words { codes, levels, .. } = &table.column("target").expect("exists").data else {
        panic!("words");
    };
    let classes = codes
        .iter()
        .map(|&code| usize::from(code != MISSING && levels[code as usize].word == "malignant"))
        .collect();
    (records, classes)
}

/// Patients and how their disease went on.
pub(crate) fn diabetes() -> (Array2<f64>, Array1<f64>) {
    let (records, table) = encoded(DIABETES);
    (records, numbers(&table, "target"))
}

/// A score that is defined.
pub(crate) fn score(metric: Metric, truth: &Truth, predictions: &Predictions) -> f64 {
    Scorer::new(metric, truth, predictions)
        .and_then(|scorer| scorer.score())
        .expect("defined")
}

/// Within `tolerance`, relative to `expected` where that is above 1.
#[track_caller]
pub(crate) fn close(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}
