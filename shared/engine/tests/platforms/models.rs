//! Trains a fixed set of requests and prints a digest of everything that comes out, for `test_platforms.py` to compare
//! between processors and numbers of threads.
//!
//! `cargo run -p stint-engine --example models`
#![allow(clippy::print_stdout)]

#[path = "../onnx/fixture.rs"]
mod fixture;

use std::error::Error;
use std::ops::ControlFlow;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use stint_engine::{CsvRows, CsvRules, Model, ModelType, TrainRequest, profile_csv, train};

/// Rows of each file that are predicted and explained.
const ROWS: usize = 25;

/// Several classes with missing cells and words, two classes, numbers, many columns.
const FILES: [(&str, &[u8]); 5] = [
    (
        "penguins",
        include_bytes!("../../../../examples/penguins.csv"),
    ),
    ("iris", include_bytes!("../../../../examples/iris.csv")),
    ("wine", include_bytes!("../../../../examples/wine.csv")),
    (
        "diabetes",
        include_bytes!("../../../../examples/diabetes.csv"),
    ),
    ("breast_cancer", include_bytes!("../data/breast_cancer.csv")),
];

fn main() -> Result<(), Box<dyn Error>> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    println!("threads {threads}");
    for (name, csv) in FILES {
        every_family(name, csv, &json!({"target": "target"}))?;
    }
    // Dates, numbers far from 0, words with eighty levels: everything that is awkward, for each kind of target.
    for target in fixture::TARGETS {
        let others: Vec<&str> = fixture::TARGETS
            .into_iter()
            .filter(|other| *other != target)
            .collect();
        let request = json!({"target": target, "features": {"exclude": others}});
        every_family(target, fixture::csv().as_bytes(), &request)?;
    }
    Ok(())
}

/// Trains every family that fits the task.
fn every_family(name: &str, csv: &[u8], request: &Value) -> Result<(), Box<dyn Error>> {
    let rules = CsvRules::default();
    let profile = profile_csv(csv, &rules)?;
    println!("{name} profile {}", digest(&serde_json::to_vec(&profile)?));
    let resolve = |request: &Value| {
        TrainRequest::from_json(request)
            .and_then(|request| request.resolve(&profile.schema(), profile.rows))
            .map_err(|errors| format!("{name}: {errors:?}"))
    };
    let task = resolve(request)?.task;
    for family in ModelType::ALL
        .into_iter()
        .filter(|family| family.fits(task))
    {
        let mut request = request.clone();
        request["model_type"] = json!(family.name());
        // Enough for every path through the code; an emulated processor has time for no more.
        request["hyperparameters"] = match family {
            ModelType::Auto => json!({"n_candidates": 6}),
            ModelType::RandomForest => json!({"n_estimators": 10}),
            ModelType::GradientBoosting => json!({"max_iter": 15, "max_features": 0.8}),
            _ => json!({}),
        };
        let outcome = train(csv, &rules, &resolve(&request)?, &mut |_| {
            ControlFlow::Continue(())
        })?;
        let name = format!("{name} {}", family.name());
        println!("{name} model.stint {}", digest(&outcome.model.to_bytes()));
        println!(
            "{name} model.onnx {}",
            digest(&outcome.model.to_onnx(&outcome.report)?)
        );
        println!(
            "{name} report.json {}",
            digest(&serde_json::to_vec(&outcome.report)?)
        );
        println!(
            "{name} predictions {}",
            digest(&answers(&outcome.model, csv)?)
        );
    }
    Ok(())
}

/// Predictions and explanations of the first rows, as JSON.
fn answers(model: &Model, csv: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let file = CsvRows::open(csv, &CsvRules::default())?;
    let names = file.names().to_vec();
    let rows = file
        .take(ROWS)
        .map(|row| {
            let cells = row?.cells.into_iter().map(|cell| json!(cell));
            Ok(names.iter().cloned().zip(cells).collect())
        })
        .collect::<Result<Vec<Map<String, Value>>, Box<dyn Error>>>()?;
    let predictions = model
        .predict(&rows)
        .map_err(|errors| format!("{errors:?}"))?;
    // Some families are not explained.
    let explanations = model.explain(&rows).ok();
    Ok(serde_json::to_vec(&(predictions, explanations))?)
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
