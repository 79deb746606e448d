//! `stint explain`: what a model is.

use std::fs;
use std::path::Path;

use console::style;
use serde::Serialize;
use serde_json::Value;
use stint_engine::{Model, ModelInput, ModelType, Report, Task};

use crate::failure::Failure;
use crate::table::{Table, words};
use crate::verdict::verdict;
use crate::{files, input, output, summary, text};

/// Categories of a column that are shown.
const MAX_CATEGORIES: usize = 5;

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    model_type: ModelType,
    task: Task,
    target: &'a str,
    labels: &'a [String],
    inputs: Vec<ModelInput<'a>>,
    ignored: &'a [String],
    engine_version: &'a str,
    dataset_sha256: &'a str,
    parameters: Option<Value>,
    report: Option<Report>,
}

pub(crate) fn run(path: &Path, json: bool) -> Result<(), Failure> {
    let (model, path) = input::read_model(path)?;
    let report = report_beside(&path, &model);
    if !json {
        return output::print(&page(&path, &model, report.as_ref(), output::width()));
    }
    output::print_json(&Answer {
        model_type: model.model_type(),
        task: model.task(),
        target: model.target(),
        labels: model.labels(),
        inputs: model.inputs().collect(),
        ignored: model.ignored(),
        engine_version: model.engine_version(),
        dataset_sha256: model.dataset_sha256(),
        parameters: serde_json::from_str(model.specification()).ok(),
        report,
    })
}

/// The report beside the model, if it is the report of this model and not of another.
fn report_beside(path: &Path, model: &Model) -> Option<Report> {
    if input::is_standard(path) {
        return None;
    }
    let text = fs::read(path.with_file_name(files::REPORT)).ok()?;
    let report: Report = serde_json::from_slice(&text).ok()?;
    let same = report.dataset_sha256 == model.dataset_sha256()
        && report.engine_version == model.engine_version()
        && report.model_type == model.model_type()
        && report.parameters.canonical_json() == model.specification();
    same.then_some(report)
}

fn page(path: &Path, model: &Model, report: Option<&Report>, width: Option<usize>) -> String {
    let path = path.display().to_string();
    let mut page = format!("{}\n", style(text::visible(&path)).bold());
    let columns = model.inputs().count();
    match report {
        Some(report) => page.push_str(&summary::page(report, &verdict(report), width)),
        None => page.push_str(&format!(
            "{}: predicts {} ({}) from {}\nno {} of this model beside it, so no scores are known\n",
            model.model_type().name(),
            style(text::visible(model.target())).bold(),
            model.task().name(),
            text::count(columns, "column"),
            files::REPORT
        )),
    }
    let mut table = Table::new([words("column"), words("type"), words("values it knows")]);
    for input in model.inputs() {
        table.push([
            input.name.to_owned(),
            input.kind.name().to_owned(),
            text::list(input.categories.into_iter(), MAX_CATEGORIES),
        ]);
    }
    if columns > 0 {
        page.push_str(&format!("\n{}\n", style("What it takes").bold()));
        page.push_str(&table.render(width));
    }
    page.push_str(&format!(
        "\n{}\n  stint-engine {}, data set SHA-256 {}\n  {}\n",
        style("How it was made").bold(),
        text::visible(model.engine_version()),
        text::visible(model.dataset_sha256()),
        text::visible(model.specification())
    ));
    page
}
