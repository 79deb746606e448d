//! What a user should know about a run.

use std::collections::BTreeSet;

use super::leakage::gives_away;
use super::pipeline::{Pipeline, Source};
use super::split::Split;
use crate::csv::{Column, Data};
use crate::metrics::Truth;
use crate::profile::{ColumnKind, Warning, WarningKind, kind_of, reading_warnings};

/// With fewer held-out rows a score says little.
const FEW_TEST_ROWS: usize = 30;

/// A class is called rare when another is this many times as frequent.
const IMBALANCE: usize = 10;

pub(super) fn run_warnings(
    source: &Source<'_>,
    parts: &Split,
    pipeline: &Pipeline,
) -> Vec<Warning> {
    let used = source.table.columns.iter().filter(|column| {
        source.is_target(column)
            || pipeline
                .preparation
                .columns
                .iter()
                .any(|encoder| encoder.name == column.name)
    });
    let mut warnings: Vec<Warning> = used.flat_map(reading_warnings).collect();
    for column in &source.features {
        warnings.extend(column_warnings(source, parts, column));
    }
    warnings.extend(target_warnings(source));
    let mut warn = |kind, detail| {
        warnings.push(Warning {
            kind,
            column: None,
            detail,
        });
    };
    if parts.test.len() < FEW_TEST_ROWS {
        let detail = format!(
            "only {} rows were held back, so every score is rough; see its interval",
            parts.test.len()
        );
        warn(WarningKind::FewRows, detail);
    }
    let repeated = duplicates_across(source, parts);
    if repeated > 0 {
        let detail = format!(
            "{repeated} held-out rows are equal to rows the model was trained on, so its scores may \
             be too good"
        );
        warn(WarningKind::DuplicatesAcrossSplit, detail);
    }
    if let Some(detail) = &pipeline.not_converged {
        warn(WarningKind::NotConverged, detail.clone());
    }
    warnings
}

/// What is odd about the column to predict.
pub(crate) fn target_warnings(source: &Source<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let without = source.table.rows() - source.target.rows.len();
    if without > 0 {
        let detail = format!("{without} rows without a target were left out");
        found.push((WarningKind::TargetMissing, detail));
    }
    if let Truth::Classes(classes) = &source.target.truth {
        found.extend(class_warnings(classes, &source.target.labels));
    }
    let warning = |(kind, detail)| Warning {
        kind,
        column: Some(source.target.name.clone()),
        detail,
    };
    found.into_iter().map(warning).collect()
}

/// The columns that give the target away.
pub(crate) fn leaks(source: &Source<'_>, parts: &Split) -> Vec<Warning> {
    let useful = |column: &&&Column| kind_of(column) != ColumnKind::Id && !is_constant(column);
    let columns = source.features.iter().filter(useful);
    columns
        .filter_map(|column| leak(source, parts, column))
        .collect()
}

/// Whether a column gives the target away.
fn leak(source: &Source<'_>, parts: &Split, column: &Column) -> Option<Warning> {
    let told = gives_away(source, parts, column)?;
    let name = &column.name;
    Some(Warning {
        kind: WarningKind::Leakage,
        column: Some(name.clone()),
        detail: format!(
            "{name:?} alone predicts the target almost perfectly ({told:.3} of 1 on held-out rows); if it \
             is known only once the target is, leave it out"
        ),
    })
}

/// What is odd about a column that may be learnt from.
fn column_warnings(source: &Source<'_>, parts: &Split, column: &Column) -> Option<Warning> {
    let name = &column.name;
    let (kind, detail) = if kind_of(column) == ColumnKind::Id {
        let detail = format!("{name:?} names the rows, so it was not used");
        (WarningKind::Identifier, detail)
    } else if is_constant(column) {
        let detail = format!("{name:?} holds one value or none, so it says nothing");
        (WarningKind::Constant, detail)
    } else {
        return leak(source, parts, column);
    };
    Some(Warning {
        kind,
        column: Some(name.clone()),
        detail,
    })
}

fn is_constant(column: &Column) -> bool {
    match &column.data {
        Data::Empty => true,
        Data::Numbers(values) | Data::Moments(values) => values
            .iter()
            .all(|value| *value == values[0] || (value.is_nan() && values[0].is_nan())),
        Data::Words { levels, .. } => levels.len() < 2 && column.missing == 0,
        Data::Wide { .. } => false,
    }
}

/// Held-out rows that are equal to a row of the training part.
fn duplicates_across(source: &Source<'_>, parts: &Split) -> usize {
    let hash =
        |&position: &u32| source.table.row_hashes[source.target.rows[position as usize] as usize];
    let trained: BTreeSet<u64> = parts.train.iter().map(hash).collect();
    parts
        .test
        .iter()
        .map(hash)
        .filter(|hash| trained.contains(hash))
        .count()
}

fn class_warnings(classes: &[usize], labels: &[String]) -> Vec<(WarningKind, String)> {
    let mut counts = vec![0_usize; labels.len()];
    for &class in classes {
        counts[class] += 1;
    }
    let mut warnings = Vec::new();
    let single: Vec<&str> = labels
        .iter()
        .zip(&counts)
        .filter(|(_, count)| **count == 1)
        .map(|(label, _)| label.as_str())
        .collect();
    if !single.is_empty() {
        let detail = format!(
            "{} of the classes occur once ({}), so they are trained on but cannot be tested",
            single.len(),
            shorten(&single)
        );
        warnings.push((WarningKind::SingletonClass, detail));
    }
    let rarest = (0..counts.len()).min_by_key(|&class| counts[class]);
    let largest = counts.iter().max().copied().unwrap_or(0);
    if let Some(rarest) = rarest
        && largest >= IMBALANCE * counts[rarest]
    {
        let detail = format!(
            "class {:?} has {} rows, the largest {largest}; accuracy alone says little, look at \
             recall and F1",
            labels[rarest], counts[rarest]
        );
        warnings.push((WarningKind::ClassImbalance, detail));
    }
    warnings
}

fn shorten(names: &[&str]) -> String {
    const MOST: usize = 5;
    let shown = names
        .iter()
        .take(MOST)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if names.len() > MOST {
        format!("{shown}, …")
    } else {
        shown
    }
}
