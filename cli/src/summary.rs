//! A report for people.

use std::path::Path;

use console::style;
use serde_json::Value;
use stint_engine::{Mode, ModelSpec, Report, Search, Task, Trial, TrialState, Warning};

use crate::table::{Table, numbers, words};
use crate::text;
use crate::verdict::Verdict;

/// Columns whose importance is shown.
const MAX_FEATURES: usize = 10;

/// Configurations of a search that are shown.
const MAX_TRIALS: usize = 10;

/// Classes that are named.
const MAX_LABELS: usize = 8;

/// Width of the longest importance bar.
const BAR_WIDTH: f64 = 20.0;

/// What was trained, how good it is, what it relies on, and the verdict.
pub(crate) fn page(report: &Report, verdict: &Verdict, width: Option<usize>) -> String {
    let mut page = format!("{}\n\n", what(report));
    page.push_str(&scores(report, width));
    if let Some(search) = &report.search {
        page.push_str(&leaderboard(search, width));
    }
    page.push_str(&importance(report, width));
    page.push_str(&warnings(report.warnings.iter()));
    let dropped = report.dropped_columns.iter();
    page.push_str(&section(
        "Not used",
        dropped.map(|dropped| format!("{}: {}", dropped.column, dropped.reason)),
    ));
    page.push_str(&verdict_line(verdict));
    page
}

/// One sentence about the model.
fn what(report: &Report) -> String {
    let target = style(text::visible(&report.target)).bold();
    let model = report.model_type.name();
    let mut what = match report.task {
        Task::Classification => format!(
            "{model}: predicts {target}, one of {}: {}",
            format_args!("{} classes", report.labels.len()),
            text::list(report.labels.iter().map(String::as_str), MAX_LABELS)
        ),
        Task::Regression => format!("{model}: predicts the number {target}"),
    };
    let parts = format!(
        "\ntrained on {} and {}, measured on {} held back",
        text::count(report.n_train, "row"),
        text::count(report.n_features, "column"),
        text::count(report.n_test, "row")
    );
    what.push_str(&parts);
    if report.mode_used != report.mode_requested || report.fallback_reason.is_some() {
        let reason = report
            .fallback_reason
            .as_deref()
            .unwrap_or("no reason given");
        let text = format!(
            "\nFALLBACK: the model asked for could not be fitted ({}); this is the baseline",
            text::visible(reason)
        );
        what.push_str(&style(text).red().to_string());
    } else if report.mode_used == Mode::Light {
        what.push_str("\nlight mode: the baseline only");
    }
    what
}

fn scores(report: &Report, width: Option<usize>) -> String {
    let mut table = Table::new([
        words("score"),
        numbers("model"),
        numbers("baseline"),
        words(""),
    ]);
    let baseline: Vec<_> = report.baseline.scalars().collect();
    for (metric, value) in report.metrics.scalars() {
        let other = baseline.iter().find(|(other, _)| *other == metric);
        let interval = report
            .interval
            .as_ref()
            .filter(|interval| interval.metric == metric);
        let interval = interval.map(|interval| {
            let level = 100.0 * interval.level;
            let (low, high) = (text::score(interval.low), text::score(interval.high));
            format!("{level:.0} % interval {low} to {high}")
        });
        table.push([
            metric.name().to_owned(),
            text::score(value),
            other.map_or_else(|| "–".to_owned(), |(_, value)| text::score(*value)),
            interval.unwrap_or_default(),
        ]);
    }
    let mut page = table.render(width);
    if let Some(folds) = &report.cross_validation {
        let line = format!(
            "  cross-validation, {} folds: {} {} ± {}\n",
            folds.scores.len(),
            folds.metric.name(),
            text::score(folds.mean),
            text::score(folds.std)
        );
        page.push_str(&line);
    }
    page
}

/// The configurations that were tried, best first.
fn leaderboard(search: &Search, width: Option<usize>) -> String {
    let mut table = Table::new([
        numbers("#"),
        words("model"),
        numbers("score"),
        numbers("rows"),
        words("ended"),
        words("what sets it apart"),
    ]);
    for (index, trial) in search.leaderboard.iter().take(MAX_TRIALS).enumerate() {
        let score = match (trial.mean, trial.std) {
            (Some(mean), Some(std)) => format!("{} ± {}", text::score(mean), text::score(std)),
            (Some(mean), None) => text::score(mean),
            (None, _) => "–".to_owned(),
        };
        let state = match trial.state {
            TrialState::Won => "won".to_owned(),
            TrialState::Finalist => "finalist".to_owned(),
            TrialState::Dropped => format!("out in round {}", trial.round + 1),
            TrialState::Failed => "failed".to_owned(),
            TrialState::TooMuchWork => "too much work".to_owned(),
        };
        table.push([
            (index + 1).to_string(),
            trial.model.model_type().name().to_owned(),
            score,
            trial.rows.to_string(),
            state,
            hyperparameters(&trial.model, &search.leaderboard),
        ]);
    }
    let title = format!(
        "{} tried: {} on folds of the training part",
        text::count(search.leaderboard.len(), "configuration"),
        search.metric.name()
    );
    let rest = more(search.leaderboard.len(), MAX_TRIALS);
    format!("\n{}\n{}{rest}", style(title).bold(), table.render(width))
}

/// The hyperparameters in which a configuration differs from others of its family.
fn hyperparameters(model: &ModelSpec, all: &[Trial]) -> String {
    let family = model.model_type();
    let others: Vec<Value> = all
        .iter()
        .filter(|trial| trial.model.model_type() == family)
        .map(|trial| as_json(&trial.model))
        .collect();
    let own = as_json(model);
    let pairs = own.as_object().into_iter().flatten();
    let telling = pairs.filter(|(name, value)| others.iter().any(|other| other[*name] != **value));
    let pairs: Vec<String> = telling
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join(" ")
}

fn as_json(model: &ModelSpec) -> Value {
    let mut json = serde_json::to_value(model).unwrap_or_default();
    json["hyperparameters"].take()
}

/// How many lines of a table are not shown.
fn more(all: usize, shown: usize) -> String {
    match all.saturating_sub(shown) {
        0 => String::new(),
        more => format!("  … and {more} more\n"),
    }
}

fn importance(report: &Report, width: Option<usize>) -> String {
    let largest = report
        .importance
        .iter()
        .map(|feature| feature.mean)
        .fold(0.0, f64::max);
    if largest <= 0.0 {
        return String::new();
    }
    let mut table = Table::new([words(""), numbers(""), words("")]);
    for feature in report.importance.iter().take(MAX_FEATURES) {
        // What is within the noise of shuffling gets no bar.
        let sure = feature.mean > feature.std;
        let bar = (BAR_WIDTH * f64::from(u8::from(sure)) * feature.mean / largest).round();
        table.push([
            feature.feature.clone(),
            format!(
                "{} ± {}",
                text::like(feature.mean, largest),
                text::like(feature.std, largest)
            ),
            "█".repeat(bar as usize),
        ]);
    }
    let rest = more(report.importance.len(), MAX_FEATURES);
    let metric = report.parameters.metric.name();
    let title = format!("What it relies on: loss of {metric} when the column is shuffled");
    format!("\n{}\n{}{rest}", style(title).bold(), table.render(width))
}

/// Warnings under a title; nothing when there are none.
pub(crate) fn warnings<'a>(warnings: impl Iterator<Item = &'a Warning>) -> String {
    section("Warnings", warnings.map(|warning| warning.detail.clone()))
}

/// A list under a title; nothing when it is empty.
fn section(title: &str, items: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = items
        .map(|item| format!("  - {}\n", text::visible(&item)))
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", style(title).bold(), lines.concat())
}

fn verdict_line(verdict: &Verdict) -> String {
    let sentence = text::visible(&verdict.sentence);
    let sentence = match verdict.significant {
        Some(true) => style(sentence).green(),
        Some(false) => style(sentence).yellow(),
        None => style(sentence),
    };
    format!("\n{} {sentence}\n", style("Verdict:").bold())
}

/// The files that were written and their sizes.
pub(crate) fn files<'a>(
    files: impl Iterator<Item = (&'a Path, usize)>,
    width: Option<usize>,
) -> String {
    let mut table = Table::new([words(""), numbers("")]);
    for (path, size) in files {
        table.push([path.display().to_string(), text::bytes(size)]);
    }
    format!("\n{}\n{}", style("Written").bold(), table.render(width))
}
