//! How columns hang together, two by two.

use super::association::associate;
use super::types::{
    Correlation, Correlations, MeasuredColumn, OmissionReason, OmittedColumn, TargetAnalysis,
};
use super::variable::Variable;

/// Columns of which every pair is measured. Their number squared times the rows is the work.
pub(super) const MAX_COLUMNS: usize = 40;

/// Measures every pair of the columns. When there are too many, the target and what is most associated with
/// it come first, else the first ones of the file. `step` is told how many pairs are done, out of how many.
pub(super) fn correlate<E>(
    variables: &[Variable<'_>],
    mut omitted: Vec<OmittedColumn>,
    target: Option<&TargetAnalysis>,
    step: &mut dyn FnMut(u64, u64) -> Result<(), E>,
) -> Result<Correlations, E> {
    let chosen = choose(variables, target);
    let left_out = variables.iter().enumerate();
    omitted.extend(
        left_out
            .filter(|(index, _)| !chosen.contains(index))
            .map(|(_, variable)| OmittedColumn {
                column: variable.name.to_owned(),
                reason: OmissionReason::TooManyColumns,
            }),
    );
    let total = (chosen.len() * chosen.len().saturating_sub(1) / 2) as u64;
    let mut pairs = Vec::new();
    for (place, &a) in chosen.iter().enumerate() {
        step(pairs.len() as u64, total)?;
        for &b in &chosen[place + 1..] {
            let (a, b) = (&variables[a], &variables[b]);
            let association = associate(&a.values, &b.values);
            pairs.push(Correlation {
                first: a.name.to_owned(),
                second: b.name.to_owned(),
                measure: association.measure,
                value: association.value,
                rows: association.rows,
            });
        }
    }
    let column = |&index: &usize| MeasuredColumn {
        name: variables[index].name.to_owned(),
        kind: variables[index].kind,
    };
    Ok(Correlations {
        columns: chosen.iter().map(column).collect(),
        pairs,
        omitted,
    })
}

/// Indices of the columns that are measured, ascending.
fn choose(variables: &[Variable<'_>], target: Option<&TargetAnalysis>) -> Vec<usize> {
    let place = |variable: &Variable<'_>| {
        let target = target?;
        if variable.name == target.column {
            return Some(0);
        }
        let mut strongest = target.associations.iter();
        Some(1 + strongest.position(|association| association.column == variable.name)?)
    };
    let mut order: Vec<usize> = (0..variables.len()).collect();
    // A stable sort: without a target the order stays that of the file.
    order.sort_by_cached_key(|&index| place(&variables[index]).unwrap_or(usize::MAX));
    order.truncate(MAX_COLUMNS);
    order.sort_unstable();
    order
}
