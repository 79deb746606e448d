//! What `scripts/bench` times: takes requests, one line of JSON each, and answers them with times in milliseconds.
//!
//! `{"train": {"file": "iris.csv", "until": "validating"}}` trains, up to a stage if one is given, and tells how long each
//! stage took. `{"score": {"model": "model.stint", "file": "rows.csv", "out": "scored.csv"}}` predicts for a file.
//! `{"trees": {…}}` fits trees to numbers in memory and predicts; see `trees.rs`.

mod stages;
mod trees;

use std::collections::HashMap;
use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Value, json};
use stint_engine::{CsvRules, Model, score_csv};

/// A line.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    Train(stages::Train),
    Score(Score),
    Trees(trees::Trees),
}

/// Predicting for the rows of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    model: String,
    file: String,
    out: String,
}

/// Files that were read, so that only work on them is timed.
type Files = HashMap<String, Vec<u8>>;

/// A file's bytes.
fn bytes<'f>(files: &'f mut Files, path: &str) -> Result<&'f [u8], Box<dyn Error>> {
    if !files.contains_key(path) {
        files.insert(path.to_owned(), std::fs::read(path)?);
    }
    Ok(&files[path])
}

/// From the file's name to the file with predictions.
fn score(request: &Score) -> Result<Value, Box<dyn Error>> {
    let started = Instant::now();
    let model = Model::from_bytes(&std::fs::read(&request.model)?)?;
    let csv = std::fs::read(&request.file)?;
    let go = &mut |_| std::ops::ControlFlow::Continue(());
    let scored = score_csv(&model, &csv, &CsvRules::default(), usize::MAX, go)?;
    std::fs::write(&request.out, scored.csv)?;
    Ok(json!({"total": milliseconds(started), "rows": scored.rows}))
}

/// Since then.
fn milliseconds(started: Instant) -> f64 {
    1e3 * started.elapsed().as_secs_f64()
}

fn main() -> Result<(), Box<dyn Error>> {
    let (mut files, mut tables) = (Files::new(), trees::Tables::new());
    for line in stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Request::Train(request) => stages::train(&request, &mut files)?,
            Request::Score(request) => score(&request)?,
            Request::Trees(request) => trees::run(&request, &mut tables)?,
        };
        writeln!(stdout(), "{answer}")?;
        stdout().flush()?;
    }
    Ok(())
}
