//! Training, timed stage by stage.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use stint_engine::{
    CsvRules, Outcome, ParameterError, Stage, TrainError, TrainRequest, profile_csv,
};

use crate::{Files, bytes, milliseconds};

/// A training.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Train {
    file: String,
    #[serde(default)]
    parameters: Map<String, Value>,
    /// The stage at which it is stopped.
    until: Option<Stage>,
    /// Where the model goes, and beside it, with another ending, the ONNX file.
    save: Option<PathBuf>,
}

/// Trains, and tells how long each stage took. Finding out what the columns are is `profiling`.
fn train_timed(request: &Train, csv: &[u8]) -> Result<(Option<Outcome>, Value), Box<dyn Error>> {
    let rules = CsvRules::default();
    let mut stages = Map::new();
    let mut started = Instant::now();
    let mut running = "profiling".to_owned();
    let profile = profile_csv(csv, &rules)?;
    let asked = TrainRequest::from_json(&Value::Object(request.parameters.clone()));
    let spec = asked
        .and_then(|asked| asked.resolve(&profile.schema(), profile.rows))
        .map_err(list)?;
    let mut next = |stage: String| {
        if stage != running {
            let ended = std::mem::replace(&mut running, stage);
            stages.insert(ended, json!(milliseconds(started)));
            started = Instant::now();
        }
    };
    let outcome = stint_engine::train(csv, &rules, &spec, &mut |progress| {
        next(name(progress.stage));
        if Some(progress.stage) == request.until {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    next("end".to_owned());
    match outcome {
        Ok(outcome) => Ok((Some(outcome), Value::Object(stages))),
        Err(TrainError::Cancelled) => Ok((None, Value::Object(stages))),
        Err(error) => Err(error.into()),
    }
}

/// Answers a request.
pub(crate) fn train(request: &Train, files: &mut Files) -> Result<Value, Box<dyn Error>> {
    let (outcome, stages) = train_timed(request, bytes(files, &request.file)?)?;
    if let (Some(outcome), Some(path)) = (&outcome, &request.save) {
        std::fs::write(path, outcome.model.to_bytes())?;
        let onnx = outcome.model.to_onnx(&outcome.report)?;
        std::fs::write(path.with_extension("onnx"), onnx)?;
    }
    let model = outcome.map(|outcome| outcome.report.model_type);
    Ok(json!({"stages": stages, "model": model}))
}

fn name(stage: Stage) -> String {
    json!(stage).as_str().unwrap_or_default().to_owned()
}

fn list(errors: Vec<ParameterError>) -> String {
    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
    texts.join("\n")
}
