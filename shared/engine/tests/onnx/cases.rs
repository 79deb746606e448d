//! Writes models as ONNX, rows, and what the engine predicts for them, for `test_onnx.py` to compare.
//!
//! `cargo run -p stint-engine --example onnx_cases -- FOLDER`
#![allow(clippy::print_stdout)]

mod fixture;
mod rows;

use std::error::Error;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use serde_json::{Value, json};
use stint_engine::{
    CsvRules, Model, ModelType, Outcome, Prediction, Task, TrainRequest, TrainSpec, profile_csv,
    train,
};

use rows::Rows;

/// A data set and what to predict in it.
struct Problem {
    name: String,
    csv: Vec<u8>,
    target: String,
    /// Columns that are not to be used.
    exclude: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: onnx_cases FOLDER")?;
    let folder = Path::new(&folder);
    let mut cases = Vec::new();
    for problem in problems()? {
        for family in ModelType::ALL {
            if let Some(spec) = specification(&problem, family, &json!({}))? {
                cases.push(write_case(folder, &problem, &spec, family.name())?);
            }
        }
        let linear = json!({"kernel": "linear", "C": 0.1});
        if let Some(spec) = specification(&problem, ModelType::Svm, &linear)? {
            cases.push(write_case(folder, &problem, &spec, "linear svm")?);
        }
        let by_distance = json!({"n_neighbors": 9, "weights": "distance"});
        if let Some(spec) = specification(&problem, ModelType::Knn, &by_distance)? {
            cases.push(write_case(folder, &problem, &spec, "knn by distance")?);
        }
    }
    fs::write(folder.join("cases.json"), serde_json::to_vec(&cases)?)?;
    println!("{} cases in {}", cases.len(), folder.display());
    Ok(())
}

/// Every data set of the project, and one with whatever is awkward.
fn problems() -> Result<Vec<Problem>, Box<dyn Error>> {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in [engine.join("../../examples"), engine.join("tests/data")] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "csv") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let mut problems = Vec::new();
    for path in paths {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        problems.push(Problem {
            name: stem.into_owned(),
            csv: fs::read(&path)?,
            target: "target".to_owned(),
            exclude: Vec::new(),
        });
    }
    for target in fixture::TARGETS {
        let others = fixture::TARGETS.iter().filter(|other| **other != target);
        problems.push(Problem {
            name: format!("awkward {target}"),
            csv: fixture::csv().into_bytes(),
            target: target.to_owned(),
            exclude: others.map(|name| (*name).to_owned()).collect(),
        });
    }
    Ok(problems)
}

/// A run of the family, or `None` if it does not fit the task.
fn specification(
    problem: &Problem,
    family: ModelType,
    hyperparameters: &Value,
) -> Result<Option<TrainSpec>, Box<dyn Error>> {
    let profile = profile_csv(&problem.csv, &CsvRules::default())?;
    let mut request = json!({
        "target": problem.target,
        "features": {"exclude": problem.exclude},
    });
    let resolve = |request: &Value| {
        TrainRequest::from_json(request)
            .and_then(|request| request.resolve(&profile.schema(), profile.rows))
            .map_err(|errors| format!("{}: {errors:?}", problem.name))
    };
    let task: Task = resolve(&request)?.task;
    if !family.fits(task) {
        return Ok(None);
    }
    request["model_type"] = json!(family.name());
    request["hyperparameters"] = hyperparameters.clone();
    Ok(Some(resolve(&request)?))
}

/// Trains, and writes the model; the case as JSON.
fn write_case(
    folder: &Path,
    problem: &Problem,
    spec: &TrainSpec,
    variant: &str,
) -> Result<Value, Box<dyn Error>> {
    let observer = &mut |_| ControlFlow::Continue(());
    let Outcome { model, report } = train(&problem.csv, &CsvRules::default(), spec, observer)?;
    let name = format!("{} {variant}", problem.name);
    let rows = Rows::read(&problem.csv, &model)?;
    let mut case = json!({
        "name": name,
        "family": variant,
        "labels": model.labels(),
        "report": report,
        "native_bytes": model.to_bytes().len(),
        "rows": rows.single,
        "predictions": predictions(&model, &rows.single)?,
        "rows_as_in_file": rows.double,
        "predictions_as_in_file": predictions(&model, &rows.double)?,
    });
    match model.to_onnx(&report) {
        Ok(onnx) => {
            let file = format!("{}.onnx", name.replace(' ', "-"));
            fs::write(folder.join(&file), onnx)?;
            case["file"] = json!(file);
        }
        Err(error) => case["refused"] = json!(error.to_string()),
    }
    Ok(case)
}

/// Per row the probabilities, or the number alone.
fn predictions(model: &Model, rows: &[rows::Row]) -> Result<Value, Box<dyn Error>> {
    let answers = model
        .predict(rows)
        .map_err(|errors| format!("{:?}", &errors[..1]))?;
    let numbers = answers.into_iter().map(|answer| match answer {
        Prediction::Class { probabilities, .. } => probabilities,
        Prediction::Value { value } => vec![value],
    });
    Ok(json!(numbers.collect::<Vec<_>>()))
}
