//! `stint train`: from a CSV to files.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::Map;
use stint_engine::{
    ColumnSchema, CsvRules, FeatureSelection, Outcome, Report, TrainRequest, profile_csv, run_key,
    train_with_fallback,
};

use crate::arguments::Train;
use crate::failure::Failure;
use crate::input::{Input, is_standard};
use crate::progress::Reporter;
use crate::verdict::{Verdict, verdict};
use crate::{files, output, summary};

/// The exit code when the baseline stands in for the model that was asked for.
const FALLBACK: u8 = 4;

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    run_key: String,
    verdict: &'a Verdict,
    files: BTreeMap<&'static str, String>,
    /// Why there is no ONNX file, if there is none.
    onnx_error: Option<String>,
    report: &'a Report,
}

pub(crate) fn run(arguments: &Train, json: bool, quiet: bool) -> Result<ExitCode, Failure> {
    if is_standard(&arguments.out) {
        return Err(Failure::usage(
            "--out must be a folder, because several files are written; --json prints the report",
        ));
    }
    let input = Input::read(&arguments.data)?;
    let rules = CsvRules::default();
    let profile =
        profile_csv(&input.bytes, &rules).map_err(|error| Failure::csv(&input.name, error))?;
    let schema = profile.schema();
    let spec = request(arguments, &schema)?
        .resolve(&schema, profile.rows)
        .map_err(Failure::parameters)?;
    // Before the work, so that a long training is not lost to a folder that cannot be written to.
    fs::create_dir_all(&arguments.out)
        .map_err(|error| Failure::io("make", &arguments.out.display().to_string(), &error))?;

    let mut reporter = Reporter::new(quiet);
    let trained = train_with_fallback(&input.bytes, &rules, &spec, &mut |step| {
        reporter.tell(&step);
        ControlFlow::Continue(())
    });
    reporter.finish();
    let outcome = trained.map_err(|error| Failure::training(&input.name, error))?;
    let onnx = outcome.model.to_onnx(&outcome.report);
    let written = write(&outcome, onnx.as_deref().ok(), &arguments.out)?;

    let report = &outcome.report;
    let verdict = verdict(report);
    if json {
        output::print_json(&Answer {
            run_key: run_key(&report.dataset_sha256, &spec),
            verdict: &verdict,
            files: written
                .iter()
                .map(|file| (file.name, file.path.display().to_string()))
                .collect(),
            onnx_error: onnx.err().map(|error| error.to_string()),
            report,
        })?;
    } else {
        let width = output::width();
        let mut page = summary::page(report, &verdict, width);
        let written = written
            .iter()
            .rev()
            .map(|file| (file.path.as_path(), file.size));
        page.push_str(&summary::files(written, width));
        if let Err(error) = onnx {
            page.push_str(&format!("  no {}: {error}\n", files::ONNX));
        }
        output::print(&page)?;
    }
    Ok(match report.fallback_reason {
        Some(_) => ExitCode::from(FALLBACK),
        None => ExitCode::SUCCESS,
    })
}

/// What the engine is asked for.
fn request(arguments: &Train, schema: &[ColumnSchema]) -> Result<TrainRequest, Failure> {
    let mut hyperparameters = Map::new();
    for (name, value) in &arguments.param {
        if hyperparameters
            .insert(name.clone(), value.clone())
            .is_some()
        {
            return Err(Failure::usage(format!(
                "--param {name} is given twice; give it once"
            )));
        }
    }
    let include = (!arguments.include.is_empty()).then(|| columns(&arguments.include, schema));
    Ok(TrainRequest {
        target: arguments.target.clone(),
        task: arguments.task,
        model_type: arguments.model.clone(),
        mode: arguments.mode,
        hyperparameters: Some(hyperparameters),
        metric: arguments.metric,
        test_fraction: arguments.test_fraction,
        folds: arguments.folds,
        seed: arguments.seed,
        features: Some(FeatureSelection {
            include,
            exclude: columns(&arguments.exclude, schema),
        }),
    })
}

/// Column names, given one by one or separated by commas; a name may hold a comma itself.
fn columns(given: &[String], schema: &[ColumnSchema]) -> Vec<String> {
    let whole = |text: &String| schema.iter().any(|column| column.name == *text);
    let split = |text: &String| -> Vec<String> {
        if whole(text) {
            return vec![text.clone()];
        }
        text.split(',').map(|name| name.trim().to_owned()).collect()
    };
    given.iter().flat_map(split).collect()
}

/// A file that was written.
struct Written {
    name: &'static str,
    path: PathBuf,
    size: usize,
}

/// Writes everything; the model last, so that where there is a model there is its report. An ONNX file of
/// an earlier model does not stay beside this one.
fn write(outcome: &Outcome, onnx: Option<&[u8]>, folder: &Path) -> Result<Vec<Written>, Failure> {
    let report = output::json(&outcome.report)?;
    let contents = [
        (
            files::CARD,
            Some(outcome.report.card_markdown().into_bytes()),
        ),
        (files::REPORT, Some(report.into_bytes())),
        (files::ONNX, onnx.map(<[u8]>::to_vec)),
        (files::MODEL, Some(outcome.model.to_bytes())),
    ];
    let mut written = Vec::with_capacity(contents.len());
    for (name, bytes) in contents {
        let path = folder.join(name);
        let Some(bytes) = bytes else {
            output::remove_file(&path)?;
            continue;
        };
        output::write_file(&path, &bytes)?;
        written.push(Written {
            name,
            path,
            size: bytes.len(),
        });
    }
    Ok(written)
}
