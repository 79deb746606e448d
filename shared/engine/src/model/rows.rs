//! From JSON rows to the cells a model takes, with everything that is wrong reported at once.

use ndarray::Array2;
use serde_json::{Map, Value};

use super::Content;
use crate::csv::{self, Value as CsvValue};
use crate::prepare::{Cell, ColumnEncoder, Encoding};
use crate::request::{ParameterError, escape};

/// Encodes rows `{column: value}`.
pub(super) fn encode(
    content: &Content,
    rows: &[Map<String, Value>],
) -> Result<Array2<f64>, Vec<ParameterError>> {
    let mut errors = Vec::new();
    let mut matrix = Array2::zeros((rows.len(), content.preparation.width()));
    for (index, (row, output)) in rows.iter().zip(matrix.rows_mut()).enumerate() {
        let mut fail = |column: &str, detail: String| {
            let pointer = format!("/rows/{index}/{}", escape(column));
            errors.push(ParameterError { pointer, detail });
        };
        for name in row.keys().filter(|name| !content.knows(name)) {
            fail(name, "the model knows no such column".to_owned());
        }
        let Some(mut output) = output.into_slice() else {
            continue;
        };
        for encoder in &content.preparation.columns {
            let (part, rest) = output.split_at_mut(encoder.width());
            output = rest;
            match encode_value(
                encoder,
                row.get(&encoder.name).unwrap_or(&Value::Null),
                part,
            ) {
                Ok(()) => {}
                Err(detail) => fail(&encoder.name, detail),
            }
        }
    }
    if errors.is_empty() {
        Ok(matrix)
    } else {
        Err(errors)
    }
}

/// Encodes one value, written as JSON or as a cell of a CSV would be.
fn encode_value(encoder: &ColumnEncoder, value: &Value, output: &mut [f64]) -> Result<(), String> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Array(_) | Value::Object(_) => {
            return Err("must be a number, a string, true, false or null".to_owned());
        }
    };
    let parsed = csv::parse(&text);
    let cell = match (&encoder.encoding, parsed) {
        (_, CsvValue::Missing) => Cell::Missing,
        (Encoding::Number { .. } | Encoding::Raw, CsvValue::Number(number, _)) => {
            Cell::Number(number)
        }
        (Encoding::Number { .. } | Encoding::Raw, _) => {
            return Err(format!("must be a finite number, not {value}"));
        }
        (Encoding::Moment { .. } | Encoding::RawMoment { .. }, CsvValue::Moment(moment)) => {
            Cell::Number(moment.seconds)
        }
        (Encoding::Moment { .. } | Encoding::RawMoment { .. }, _) => {
            return Err(format!(
                "must be a date such as \"2024-05-31\", not {value}"
            ));
        }
        (Encoding::Flag { yes, .. } | Encoding::RawFlag { yes }, _) => match value {
            Value::Bool(true) => Cell::Word(yes),
            _ => Cell::Word(&text),
        },
        (Encoding::Category { .. } | Encoding::Code { .. } | Encoding::Target { .. }, _) => {
            Cell::Word(&text)
        }
    };
    encoder.encode(cell, output);
    Ok(())
}
