//! How the columns hang together with the target, and what in them a training would have to know.

use super::association::associate;
use super::information::{Grouped, uncertainty};
use super::types::{OmittedColumn, TargetAnalysis, TargetAssociation};
use super::variable::{EMPTY, Values, Variable};
use crate::metrics::Truth;
use crate::profile::Warning;
use crate::protocol::{Source, leaks, split, target_warnings};
use crate::request::TrainSpec;

/// Measures every column against the target. `step` is told how many are done.
pub(super) fn analyze_target<E>(
    source: &Source<'_>,
    spec: &TrainSpec,
    variables: &[Variable<'_>],
    omitted: &[OmittedColumn],
    step: &mut dyn FnMut(u64, u64) -> Result<(), E>,
) -> Result<TargetAnalysis, E> {
    let target = target_values(source);
    let known = Grouped::target(&target);
    let others = || {
        variables
            .iter()
            .filter(|variable| variable.name != spec.target)
    };
    let total = others().count() as u64;
    let mut associations = Vec::new();
    for variable in others() {
        step(associations.len() as u64, total)?;
        let association = associate(&variable.values, &target);
        associations.push(TargetAssociation {
            column: variable.name.to_owned(),
            kind: variable.kind,
            measure: association.measure,
            value: association.value,
            rows: association.rows,
            information: uncertainty(&Grouped::column(&variable.values), &known),
        });
    }
    let strength = |entry: &TargetAssociation| {
        let told = entry.information.unwrap_or(0.0);
        entry.value.map_or(0.0, f64::abs).max(told)
    };
    // A stable sort: equally strong ones stay in the order of the file.
    associations.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    Ok(TargetAnalysis {
        column: spec.target.clone(),
        task: spec.task,
        associations,
        omitted: omitted
            .iter()
            .filter(|omitted| omitted.column != spec.target)
            .cloned()
            .collect(),
    })
}

/// What is odd about the target, and which columns give it away.
pub(super) fn warn_of_target(source: &Source<'_>, spec: &TrainSpec) -> Vec<Warning> {
    let parts = split(&source.target.truth, spec.test_fraction, spec.seed);
    let mut warnings = target_warnings(source);
    warnings.extend(leaks(source, &parts));
    warnings
}

/// The target for every row of the table, as classes or numbers by its task.
fn target_values(source: &Source<'_>) -> Values<'static> {
    let rows = source.table.rows();
    let places = source.target.rows.iter().map(|&row| row as usize);
    match &source.target.truth {
        Truth::Values(values) => {
            let mut numbers = vec![f64::NAN; rows];
            for (row, value) in places.zip(values) {
                numbers[row] = *value;
            }
            Values::scaled(numbers)
        }
        Truth::Classes(classes) => {
            let mut codes = vec![EMPTY; rows];
            for (row, class) in places.zip(classes) {
                codes[row] = *class as u16;
            }
            Values::Categories {
                codes,
                count: source.target.labels.len(),
            }
        }
    }
}
