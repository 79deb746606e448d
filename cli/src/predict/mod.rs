//! `stint predict`: a prediction for every row of a CSV.

mod columns;
mod rows;
mod write;

use serde::Serialize;
use stint_engine::{CsvRow, CsvRows, CsvRules, Prediction, Task};

use crate::arguments::Predict;
use crate::failure::Failure;
use crate::input::{self, Input, is_standard};
use crate::output;
use columns::Columns;
use write::CsvOutput;

/// Rows that are predicted at once. It bounds the memory of what is encoded.
const BATCH: usize = 4096;

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    target: &'a str,
    task: Task,
    /// Classes in the order of the probabilities.
    labels: &'a [String],
    predictions: Vec<Prediction>,
}

pub(crate) fn run(arguments: &Predict, json: bool, quiet: bool) -> Result<(), Failure> {
    if is_standard(&arguments.model) && is_standard(&arguments.rows) {
        return Err(Failure::usage(
            "the model and the rows cannot both be standard input; give one of them as a file",
        ));
    }
    let (model, _) = input::read_model(&arguments.model)?;
    let input = Input::read(&arguments.rows)?;
    let mut rows = CsvRows::open(&input.bytes, &CsvRules::default())
        .map_err(|error| Failure::csv(&input.name, error))?;
    let columns = Columns::match_up(&model, rows.names(), arguments.ignore_unknown)
        .map_err(|detail| Failure::bad_input(&input.name, detail))?;
    if !quiet {
        columns
            .warnings()
            .for_each(|warning| output::warn(&warning));
    }

    let mut csv = CsvOutput::new(&model, rows.names(), arguments.with_input)?;
    let mut predictions = Vec::new();
    let mut batch: Vec<CsvRow<'_>> = Vec::with_capacity(BATCH);
    loop {
        batch.clear();
        for row in rows.by_ref().take(BATCH) {
            batch.push(row.map_err(|error| Failure::csv(&input.name, error))?);
        }
        if batch.is_empty() {
            break;
        }
        let answers = rows::predict(&model, &columns, &input.name, &batch)?;
        if json {
            predictions.extend(answers);
        } else {
            csv.rows(&batch, &answers)?;
        }
    }

    let bytes = if json {
        output::json(&Answer {
            target: model.target(),
            task: model.task(),
            labels: model.labels(),
            predictions,
        })?
        .into_bytes()
    } else {
        csv.finish()?
    };
    // All or nothing: with a fault in the last row nothing has been written.
    if is_standard(&arguments.out) {
        output::print_bytes(&bytes)
    } else {
        output::write_file(&arguments.out, &bytes)
    }
}
