//! The model card (Mitchell et al., *Model Cards for Model Reporting*, 2019) in Markdown.

use std::fmt::{self, Write};

use super::Report;
use crate::metrics::Metrics;
use crate::request::{Mode, Task};

/// Importances shown.
const MAX_FEATURES: usize = 20;

/// Trials shown.
const MAX_TRIALS: usize = 10;

pub(super) fn markdown(report: &Report) -> String {
    let mut card = String::new();
    write_card(&mut card, report).expect("writing to a string cannot fail");
    card
}

fn write_card(card: &mut String, report: &Report) -> fmt::Result {
    writeln!(card, "# Model card: {}\n", escape(&report.target))?;
    let what = match report.task {
        Task::Classification => format!(
            "A **{}** classifier that predicts `{}` as one of {} classes: {}.",
            report.model_type.name(),
            escape(&report.target),
            report.labels.len(),
            list(&report.labels)
        ),
        Task::Regression => format!(
            "A **{}** regression that predicts the number `{}`.",
            report.model_type.name(),
            escape(&report.target)
        ),
    };
    writeln!(card, "{what}\n")?;
    if let Some(reason) = &report.fallback_reason {
        writeln!(
            card,
            "> **Fallback.** The model asked for could not be fitted ({}). This is the baseline.\n",
            escape(reason)
        )?;
    }
    write_scores(card, report)?;
    write_leaderboard(card, report)?;
    write_importance(card, report)?;
    write_notes(card, report)?;
    write_origin(card, report)
}

fn write_scores(card: &mut String, report: &Report) -> fmt::Result {
    writeln!(card, "## Scores\n")?;
    writeln!(
        card,
        "Measured once on {} held-out rows that the model has not seen; trained on {} rows and {} \
         columns. The baseline predicts {} whatever the row says.\n",
        report.n_test,
        report.n_train,
        report.n_features,
        match report.task {
            Task::Classification => "the class frequencies of the training part",
            Task::Regression => "the mean of the training part",
        }
    )?;
    writeln!(card, "| score | model | baseline |\n|---|---|---|")?;
    let baseline: Vec<_> = report.baseline.scalars().collect();
    for (metric, value) in report.metrics.scalars() {
        let other = baseline.iter().find(|(other, _)| *other == metric);
        let other = other.map_or_else(|| "–".to_owned(), |(_, value)| format!("{value:.4}"));
        writeln!(card, "| {} | {value:.4} | {other} |", metric.name())?;
    }
    writeln!(card)?;
    if let Some(verdict) = &report.verdict {
        writeln!(card, "**Verdict:** {}.\n", escape(&verdict.detail))?;
    }
    if let Some(interval) = &report.interval {
        writeln!(
            card,
            "{:.0} % interval of {}: {:.4} to {:.4}.\n",
            100.0 * interval.level,
            interval.metric.name(),
            interval.low,
            interval.high
        )?;
    }
    if let Metrics::Classification(scores) = &report.metrics
        && let Some(calibration) = &scores.calibration
    {
        writeln!(
            card,
            "Calibration: Brier score {:.4}, expected error of the probabilities {:.4}.\n",
            calibration.brier, calibration.expected_error
        )?;
    }
    if let Some(folds) = &report.cross_validation {
        writeln!(
            card,
            "Cross-validation in the training part, {} folds: {} {:.4} ± {:.4}.\n",
            folds.scores.len(),
            folds.metric.name(),
            folds.mean,
            folds.std
        )?;
    }
    Ok(())
}

fn write_leaderboard(card: &mut String, report: &Report) -> fmt::Result {
    let Some(search) = &report.search else {
        return Ok(());
    };
    writeln!(card, "## What was tried\n")?;
    writeln!(
        card,
        "{} configurations on folds of the training part; mean {} ± standard deviation:\n",
        search.leaderboard.len(),
        search.metric.name()
    )?;
    writeln!(
        card,
        "| model | hyperparameters | round | score |\n|---|---|---|---|"
    )?;
    for trial in search.leaderboard.iter().take(MAX_TRIALS) {
        let score = match (trial.mean, trial.std) {
            (Some(mean), Some(std)) => format!("{mean:.4} ± {std:.4}"),
            (Some(mean), None) => format!("{mean:.4}"),
            (None, _) => "–".to_owned(),
        };
        writeln!(
            card,
            "| {} | `{}` | {} | {score} |",
            trial.model.model_type().name(),
            trial.model.hyperparameters_json(),
            trial.round + 1
        )?;
    }
    let more = search.leaderboard.len().saturating_sub(MAX_TRIALS);
    if more > 0 {
        writeln!(card, "| … and {more} more | | | |")?;
    }
    writeln!(card)
}

fn write_importance(card: &mut String, report: &Report) -> fmt::Result {
    if report.importance.is_empty() {
        return Ok(());
    }
    writeln!(card, "## What it relies on\n")?;
    writeln!(
        card,
        "Loss of {} when a column is shuffled among the held-out rows, mean ± standard deviation:\n",
        report.parameters.metric.name()
    )?;
    writeln!(card, "| column | importance |\n|---|---|")?;
    for importance in report.importance.iter().take(MAX_FEATURES) {
        writeln!(
            card,
            "| {} | {:.4} ± {:.4} |",
            escape(&importance.feature),
            importance.mean,
            importance.std
        )?;
    }
    let more = report.importance.len().saturating_sub(MAX_FEATURES);
    if more > 0 {
        writeln!(card, "| … and {more} more | |")?;
    }
    writeln!(card)
}

fn write_notes(card: &mut String, report: &Report) -> fmt::Result {
    if !report.warnings.is_empty() {
        writeln!(card, "## Warnings\n")?;
        for warning in &report.warnings {
            writeln!(card, "- {}", escape(&warning.detail))?;
        }
        writeln!(card)?;
    }
    if !report.dropped_columns.is_empty() {
        writeln!(card, "## Columns not used\n")?;
        for dropped in &report.dropped_columns {
            writeln!(
                card,
                "- `{}`: {}",
                escape(&dropped.column),
                escape(&dropped.reason)
            )?;
        }
        writeln!(card)?;
    }
    Ok(())
}

fn write_origin(card: &mut String, report: &Report) -> fmt::Result {
    writeln!(card, "## How it was made\n")?;
    writeln!(card, "- Engine: stint-engine {}", report.engine_version)?;
    writeln!(
        card,
        "- Data set: SHA-256 `{}`, {} rows with a target",
        report.dataset_sha256, report.n_samples
    )?;
    let mode = |mode| {
        if mode == Mode::Light {
            "light"
        } else {
            "heavy"
        }
    };
    writeln!(
        card,
        "- Mode: {} asked for, {} used",
        mode(report.mode_requested),
        mode(report.mode_used)
    )?;
    writeln!(
        card,
        "- The same data set, parameters and engine give the same model, byte for byte.\n"
    )?;
    writeln!(card, "```json\n{}\n```", report.parameters.canonical_json())
}

fn list(labels: &[String]) -> String {
    const MOST: usize = 20;
    let mut shown: Vec<String> = labels
        .iter()
        .take(MOST)
        .map(|label| format!("`{}`", escape(label)))
        .collect();
    if labels.len() > MOST {
        shown.push(format!("and {} more", labels.len() - MOST));
    }
    shown.join(", ")
}

/// Text from a file must not become markup: one line, no table borders, code fences or tags.
fn escape(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            '`' => '\'',
            '<' => '‹',
            '>' => '›',
            other => other,
        })
        .collect::<String>()
        .replace('|', "\\|")
}
