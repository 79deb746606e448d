//! What a user should know, as sentences.

use super::drift::{Drift, DriftLevel};
use super::types::{AssociationMeasure, Correlation, Correlations};
use crate::profile::{Profile, Warning, WarningKind};

/// Two columns that hang together this strongly say the same.
const REDUNDANT: f64 = 0.98;

/// With fewer rows a strong association may be chance.
const MIN_ROWS: usize = 20;

/// What is odd about the table and its columns.
pub(super) fn of_profile(profile: &Profile) -> Vec<Warning> {
    let columns = profile.columns.iter().flat_map(|column| &column.warnings);
    profile.warnings.iter().chain(columns).cloned().collect()
}

/// Columns that say the same as an earlier one.
pub(super) fn of_pairs(correlations: &Correlations) -> Vec<Warning> {
    let redundant = correlations.pairs.iter().filter(|pair| {
        let same = pair.measure != AssociationMeasure::CorrelationRatio;
        same && pair.rows >= MIN_ROWS && pair.value.is_some_and(|value| value.abs() >= REDUNDANT)
    });
    redundant.map(of_pair).collect()
}

fn of_pair(pair: &Correlation) -> Warning {
    let (first, second) = (&pair.first, &pair.second);
    let measure = match pair.measure {
        AssociationMeasure::Pearson => "correlation",
        _ => "Cramér's V",
    };
    let value = pair.value.unwrap_or_default();
    Warning {
        kind: WarningKind::Redundant,
        column: Some(second.clone()),
        detail: format!(
            "{second:?} says nearly the same as {first:?} ({measure} {value:.3}); a model needs one of them"
        ),
    }
}

/// Columns that are not distributed as they were, and those that came, went or changed.
pub(super) fn of_drift(drift: &Drift) -> Vec<Warning> {
    let warn = |column: &String, detail| Warning {
        kind: WarningKind::Drift,
        column: Some(column.clone()),
        detail,
    };
    let mut warnings = Vec::new();
    for column in &drift.removed {
        let detail = format!("{column:?} is in the other file and not in this one");
        warnings.push(warn(column, detail));
    }
    for change in &drift.kind_changed {
        let column = &change.column;
        let (from, to) = (change.reference.name(), change.current.name());
        let detail = format!("{column:?} is {from} in the other file and {to} in this one");
        warnings.push(warn(column, detail));
    }
    for entry in &drift.columns {
        let column = &entry.column;
        if entry.level == DriftLevel::MuchShifted {
            let detail = format!(
                "{column:?} is distributed otherwise than in the other file (population stability index {:.2}; \
                 0.25 and more is much)",
                entry.psi
            );
            warnings.push(warn(column, detail));
        }
    }
    warnings
}
