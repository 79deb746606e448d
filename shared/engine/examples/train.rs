//! Trains on a CSV file and prints the model card and how long each stage took.
//!
//! `cargo run -p stint-engine --example train -- examples/penguins.csv '{"seed": 1}'`
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use stint_engine::{CsvRules, Stage, TrainRequest, profile_csv, train_with_fallback};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments
        .next()
        .ok_or("usage: train FILE.csv [PARAMETERS.json]")?;
    let parameters = arguments.next().unwrap_or_else(|| "{}".to_owned());
    let csv = std::fs::read(&path)?;
    let rules = CsvRules::default();

    let mut stages: Vec<(String, Duration)> = Vec::new();
    let mut started = Instant::now();
    let profile = profile_csv(&csv, &rules)?;
    stages.push(("profiling".to_owned(), started.elapsed()));

    let request = TrainRequest::from_json(&serde_json::from_str(&parameters)?).map_err(list)?;
    let spec = request
        .resolve(&profile.schema(), profile.rows)
        .map_err(list)?;

    let mut stage: Option<Stage> = None;
    started = Instant::now();
    let outcome = train_with_fallback(&csv, &rules, &spec, &mut |progress| {
        if stage != Some(progress.stage) {
            if let Some(ended) = stage.replace(progress.stage) {
                stages.push((format!("{ended:?}").to_lowercase(), started.elapsed()));
            }
            started = Instant::now();
        }
        ControlFlow::Continue(())
    })?;
    stages.extend(stage.map(|ended| (format!("{ended:?}").to_lowercase(), started.elapsed())));

    println!("{}", outcome.report.card_markdown());
    println!("model.stint: {} bytes", outcome.model.to_bytes().len());
    for (name, time) in stages {
        println!("{name:>12} {:>9.3} ms", 1000.0 * time.as_secs_f64());
    }
    Ok(())
}

fn list(errors: Vec<stint_engine::ParameterError>) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
