//! Rows to predict for: those of the file, then some with cells that are missing, unseen or extreme.

use std::error::Error;

use serde_json::{Map, Value, json};
use stint_engine::{ColumnKind, CsvRules, Model, profile_csv};

/// Most rows that are taken from the file.
const MOST: usize = 400;

/// A row as JSON.
pub(crate) type Row = Map<String, Value>;

/// The same rows twice.
pub(crate) struct Rows {
    /// With numbers in single precision.
    pub(crate) single: Vec<Row>,
    /// With numbers as the file has them.
    pub(crate) double: Vec<Row>,
}

impl Rows {
    pub(crate) fn read(csv: &[u8], model: &Model) -> Result<Self, Box<dyn Error>> {
        let profile = profile_csv(csv, &CsvRules::default())?;
        let kinds: Vec<(&str, ColumnKind)> = profile
            .columns
            .iter()
            .map(|column| (column.name.as_str(), column.kind))
            .filter(|(name, _)| model.features().any(|feature| feature == *name))
            .collect();
        let mut double = Vec::new();
        for record in csv::Reader::from_reader(csv).records().take(MOST) {
            let record = record?;
            let mut row = Map::new();
            for (column, cell) in profile.columns.iter().zip(&record) {
                if let Some((name, kind)) = kinds.iter().find(|(name, _)| *name == column.name) {
                    row.insert((*name).to_owned(), value(*kind, cell.trim())?);
                }
            }
            double.push(row);
        }
        change(&mut double, &kinds);
        let mut single = double.clone();
        for value in single.iter_mut().flat_map(Map::values_mut) {
            if let Some(number) = value.as_f64() {
                *value = json!(f64::from(number as f32));
            }
        }
        Ok(Self { single, double })
    }
}

/// A cell: a number, a text, or null if it is empty.
fn value(kind: ColumnKind, cell: &str) -> Result<Value, Box<dyn Error>> {
    Ok(match (cell, kind) {
        ("", _) => Value::Null,
        (_, ColumnKind::Numeric) => json!(cell.parse::<f64>()?),
        _ => json!(cell),
    })
}

/// Adds rows in which one cell is not as in the file, and one in which all are missing.
fn change(rows: &mut Vec<Row>, kinds: &[(&str, ColumnKind)]) {
    for (index, (name, kind)) in kinds.iter().enumerate() {
        let values = match kind {
            ColumnKind::Numeric => vec![Value::Null, json!(0.0), json!(-1e6), json!(1e6)],
            ColumnKind::Datetime => vec![
                Value::Null,
                json!("1600-02-29"),
                json!("2100-12-31T23:59:59+05:30"),
            ],
            _ => vec![
                Value::Null,
                json!("never seen"),
                json!("ß ✓"),
                json!("YES"),
                json!("NaN"),
                json!("nULl"),
            ],
        };
        for value in values {
            let mut row = rows[index * 7 % MOST.min(rows.len())].clone();
            row.insert((*name).to_owned(), value);
            rows.push(row);
        }
    }
    let empty = kinds
        .iter()
        .map(|(name, _)| ((*name).to_owned(), Value::Null));
    rows.push(empty.collect());
}
