//! A run from bytes to model and report.

use std::ops::ControlFlow;

use sha2::{Digest, Sha256};

use super::error::{Rejection, RejectionKind, TrainError};
use super::pipeline::{Pipeline, Source};
use super::progress::{Observer, Progress, Stage, tell};
use super::split::{Split, split};
use super::validate::cross_validate;
use super::warnings::run_warnings;
use crate::csv::{CsvRules, Table};
use crate::explain::{partial_dependence, permutation_importance};
use crate::hash::hex;
use crate::metrics::{Metrics, Predictions, Truth, compare, evaluate, interval};
use crate::model::{Content, Estimator, Model};
use crate::report::{Report, Verdict};
use crate::request::{Mode, ModelSpec, TrainSpec};
use crate::search::search;

/// A trained model and what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The model, with its preprocessing.
    pub model: Model,
    /// How it was made and how good it is.
    pub report: Report,
}

/// Trains the specified model, no other.
///
/// # Errors
/// [`TrainError::Rejected`] for data that cannot be trained on, [`TrainError::FitFailed`] when the fit
/// breaks down, [`TrainError::Cancelled`] when the observer says so.
pub fn train(
    csv: &[u8],
    rules: &CsvRules,
    spec: &TrainSpec,
    observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    run(csv, rules, spec, None, observer)
}

/// Trains the specified model, or with a `fallback_reason` the baseline instead of it.
pub(super) fn run(
    csv: &[u8],
    rules: &CsvRules,
    spec: &TrainSpec,
    fallback_reason: Option<String>,
    observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    let light = spec.mode == Mode::Light || fallback_reason.is_some();
    let model = if light {
        &ModelSpec::Baseline {}
    } else {
        &spec.model
    };

    if let Some(error) = spec.out_of_range().first() {
        return Err(TrainError::Rejected(Rejection {
            kind: RejectionKind::InvalidSpecification,
            detail: error.to_string(),
            column: None,
            line: None,
        }));
    }
    tell(observer, Stage::Reading, (0, 1), "reading the data set")?;
    let table = Table::read(csv, rules)?;

    tell(
        observer,
        Stage::Preparing,
        (0, 1),
        format!("preparing {} rows", table.rows()),
    )?;
    let source = Source::new(&table, spec)?;
    let parts = split(&source.target.truth, spec.test_fraction, spec.seed);

    let searched = match model {
        ModelSpec::Auto(params) => Some(search(&source, spec, params, &parts.train, observer)?),
        _ => None,
    };
    let model = searched.as_ref().map_or(model, |search| &search.winner);

    tell(
        observer,
        Stage::Fitting,
        (0, 0),
        format!("fitting {}", model.model_type().name()),
    )?;
    let pipeline = source.fit(model, &parts.train, &mut |iteration| {
        let message = format!(
            "fitting {}, iteration {iteration}",
            model.model_type().name()
        );
        observer(Progress {
            stage: Stage::Fitting,
            done: iteration.into(),
            total: 0,
            message,
        })
    })?;
    let baseline = source.fit(&ModelSpec::Baseline {}, &parts.train, &mut |_| {
        ControlFlow::Continue(())
    })?;

    let searched_folds = searched
        .as_ref()
        .and_then(|search| search.cross_validation(spec, parts.train.len()));
    let cross_validation = if *model == (ModelSpec::Baseline {}) {
        None
    } else if searched_folds.is_some() {
        searched_folds
    } else {
        cross_validate(&source, (spec, model), &parts.train, &pipeline, observer)?
    };

    let rows = parts.test.len();
    tell(
        observer,
        Stage::Evaluating,
        (0, 1),
        format!("measuring on {rows} held-out rows"),
    )?;
    let truth = source.target.truth.select(&parts.test);
    let encoded = source.encode(&pipeline.preparation, &parts.test);
    let predictions = pipeline.estimator.predict(&encoded);
    let labels = &source.target.labels;
    let metrics = scores(&truth, &predictions, labels)?;
    let baseline_metrics = scores(&truth, &source.predict(&baseline, &parts.test), labels)?;
    let interval = interval(spec.metric, &truth, &predictions, spec.seed);
    let verdict = if *model == (ModelSpec::Baseline {}) {
        None
    } else {
        let runner_up = searched
            .as_ref()
            .and_then(|search| search.runner_up.as_ref());
        let others = (&source.predict(&baseline, &parts.test), runner_up);
        verdict(&source, spec, &parts, (model, &predictions), others)?
    };
    let learning_curve = match (model, &pipeline.estimator) {
        (ModelSpec::GradientBoosting(_), Estimator::Trees(ensemble)) => {
            let learnt = source.encode(&pipeline.preparation, &parts.train);
            let known = source.target.truth.select(&parts.train);
            crate::ensembles::learning_curve(ensemble, (&learnt, &known), (&encoded, &truth))
        }
        _ => Vec::new(),
    };

    let importance = permutation_importance(
        &pipeline.preparation,
        &pipeline.estimator,
        (&encoded, &truth),
        spec.metric,
        spec.seed,
        observer,
    )?;

    let partial_dependence = partial_dependence(&source, &parts, &pipeline, &importance);
    let dataset_sha256 = hex(&Sha256::digest(csv));
    let warnings = run_warnings(&source, &parts, &pipeline);
    let report = Report {
        task: spec.task,
        target: spec.target.clone(),
        mode_requested: spec.mode,
        mode_used: if light { Mode::Light } else { Mode::Heavy },
        fallback_reason,
        model_type: model.model_type(),
        n_samples: source.target.rows.len(),
        n_train: parts.train.len(),
        n_test: parts.test.len(),
        n_features: pipeline.preparation.columns.len(),
        labels: labels.clone(),
        metrics,
        baseline: baseline_metrics,
        interval,
        verdict,
        search: searched.clone(),
        learning_curve,
        partial_dependence,
        cross_validation,
        importance,
        warnings,
        dropped_columns: pipeline.dropped.clone(),
        parameters: spec.clone(),
        engine_version: crate::ENGINE_VERSION.to_owned(),
        dataset_sha256: dataset_sha256.clone(),
    };
    let model = Model {
        content: content(spec, model, &source, pipeline, dataset_sha256),
    };
    Ok(Outcome { model, report })
}

/// What the held-out rows say about the model against the baseline and the runner-up, which is fitted for it.
fn verdict(
    source: &Source<'_>,
    spec: &TrainSpec,
    parts: &Split,
    (model, predictions): (&ModelSpec, &Predictions),
    (baseline, runner_up): (&Predictions, Option<&ModelSpec>),
) -> Result<Option<Verdict>, TrainError> {
    let truth = source.target.truth.select(&parts.test);
    let against =
        |other: &Predictions| compare(spec.metric, &truth, (predictions, other), spec.seed);
    let Some(compared) = against(baseline) else {
        return Ok(None);
    };
    let runner_up = match runner_up {
        None => None,
        Some(other) => {
            let watch = &mut |_| ControlFlow::Continue(());
            match source.fit(other, &parts.train, watch) {
                Ok(fitted) => against(&source.predict(&fitted, &parts.test))
                    .map(|comparison| (other.model_type(), comparison)),
                // What cannot be fitted to all rows is no rival.
                Err(_) => None,
            }
        }
    };
    Ok(Some(Verdict::new(model.model_type(), compared, runner_up)))
}

/// Every score, all finite.
fn scores(
    truth: &Truth,
    predictions: &Predictions,
    labels: &[String],
) -> Result<Metrics, TrainError> {
    evaluate(truth, predictions, labels).ok_or_else(|| TrainError::FitFailed {
        detail: "the errors on the held-out rows are too large to calculate with".to_owned(),
    })
}

fn content(
    spec: &TrainSpec,
    model: &ModelSpec,
    source: &Source<'_>,
    pipeline: Pipeline,
    dataset_sha256: String,
) -> Content {
    let used = &pipeline.preparation.columns;
    let ignored = source
        .table
        .columns
        .iter()
        .map(|column| &column.name)
        .filter(|name| **name != spec.target && !used.iter().any(|encoder| encoder.name == **name));
    Content {
        engine_version: crate::ENGINE_VERSION.to_owned(),
        dataset_sha256,
        specification: spec.canonical_json(),
        task: spec.task,
        model_type: model.model_type(),
        target: spec.target.clone(),
        labels: source.target.labels.clone(),
        ignored: ignored.cloned().collect(),
        preparation: pipeline.preparation,
        estimator: pipeline.estimator,
        background: pipeline.background,
    }
}
