//! From the cells of a batch to predictions, with faults located in the file.

use serde_json::{Map, Value};
use stint_engine::{CsvRow, Model, ParameterError, Prediction};

use super::columns::Columns;
use crate::failure::{Failure, Fault, Kind};

/// Faults reported at once.
const MAX_FAULTS: usize = 20;

/// Predicts for a batch of rows.
pub(super) fn predict(
    model: &Model,
    columns: &Columns,
    file: &str,
    batch: &[CsvRow<'_>],
) -> Result<Vec<Prediction>, Failure> {
    let rows: Vec<Map<String, Value>> = batch
        .iter()
        .map(|row| {
            let cell = |&(index, ref name): &(usize, String)| {
                let text = row.cells.get(index).map_or("", |cell| cell.trim());
                (name.clone(), Value::String(text.to_owned()))
            };
            columns.used.iter().map(cell).collect()
        })
        .collect();
    model.predict(&rows).map_err(|errors| {
        let faults = errors.into_iter().take(MAX_FAULTS);
        let faults = faults.map(|error| locate(&error, file, batch)).collect();
        Failure::Faults(Kind::BadInput, faults)
    })
}

/// Turns a pointer such as `/rows/3/age` into a line and a column.
fn locate(error: &ParameterError, file: &str, batch: &[CsvRow<'_>]) -> Fault {
    let mut parts = error.pointer.splitn(4, '/').skip(2);
    let row = parts.next().and_then(|index| index.parse::<usize>().ok());
    let column = parts
        .next()
        .map(|name| name.replace("~1", "/").replace("~0", "~"));
    let detail = match &column {
        Some(column) => format!("column {column:?} {}", error.detail),
        None => error.detail.clone(),
    };
    Fault {
        detail,
        file: Some(file.to_owned()),
        line: row.and_then(|index| batch.get(index)).map(|row| row.line),
        column,
        argument: None,
    }
}
