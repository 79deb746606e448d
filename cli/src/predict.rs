//! `stint predict`: a prediction for every row of a CSV.

use serde::Serialize;
use stint_engine::{CsvRules, Prediction, PredictionCsv, Scorer, ScoringColumns, Task};

use crate::arguments::Predict;
use crate::failure::Failure;
use crate::input::{self, Input, is_standard};
use crate::output;
use crate::text;

/// Columns named in a message.
const MAX_NAMED: usize = 10;

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
    let failure = |error| Failure::scoring(&input.name, error);
    let mut scorer = Scorer::open(&model, &input.bytes, &CsvRules::default()).map_err(failure)?;
    check(scorer.columns(), arguments.ignore_unknown)
        .map_err(|detail| Failure::bad_input(&input.name, detail))?;
    if !quiet {
        warnings(scorer.columns()).for_each(|warning| output::warn(&warning));
    }

    let mut csv = PredictionCsv::new(&model, scorer.names(), arguments.with_input);
    let mut predictions = Vec::new();
    while let Some(batch) = scorer.next_batch().map_err(failure)? {
        if json {
            predictions.extend(batch.predictions);
        } else {
            csv.write(&batch);
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
        csv.into_bytes()
    };
    // All or nothing: with a fault in the last row nothing has been written.
    if is_standard(&arguments.out) {
        output::print_bytes(&bytes)
    } else {
        output::write_file(&arguments.out, &bytes)
    }
}

/// Refuses columns that the model does not know, unless they are to be ignored.
fn check(columns: &ScoringColumns, ignore_unknown: bool) -> Result<(), String> {
    if columns.unknown().is_empty() || ignore_unknown {
        return Ok(());
    }
    let absent = if columns.absent().is_empty() {
        String::new()
    } else {
        let names = list(columns.absent());
        format!("; it takes {names}, which the file does not have")
    };
    Err(format!(
        "the model does not know {}{absent}; rename or remove the columns, or use --ignore-unknown",
        list(columns.unknown())
    ))
}

/// What a user should know about the columns.
fn warnings(columns: &ScoringColumns) -> impl Iterator<Item = String> {
    let absent = (!columns.absent().is_empty()).then(|| {
        let names = list(columns.absent());
        format!("absent columns count as missing in every row: {names}")
    });
    let unknown = (!columns.unknown().is_empty()).then(|| {
        let names = list(columns.unknown());
        format!("columns that the model does not know are ignored: {names}")
    });
    absent.into_iter().chain(unknown)
}

fn list(names: &[String]) -> String {
    text::list(names.iter().map(String::as_str), MAX_NAMED)
}
