//! Which column is to be predicted when nobody says, and what predicting it is.

use super::types::{ColumnKind, ColumnSchema, TargetSuggestion};
use crate::request::Task;

/// A numeric target with more distinct values than this is a regression.
const REGRESSION_DISTINCT: usize = 20;

/// The column called `target`, `label` or `y`, in this order and in any case, else the last. `None` for no
/// columns.
pub(crate) fn default_target(schema: &[ColumnSchema]) -> Option<(&ColumnSchema, String)> {
    for word in ["target", "label", "y"] {
        if let Some(column) = schema
            .iter()
            .find(|column| column.name.eq_ignore_ascii_case(word))
        {
            return Some((column, format!("it is called {:?}", column.name)));
        }
    }
    schema
        .last()
        .map(|column| (column, "it is the last column".to_owned()))
}

/// Regression for numbers with many distinct values, else classification.
pub(crate) const fn default_task(column: &ColumnSchema) -> Task {
    if matches!(column.kind, ColumnKind::Numeric) && column.unique > REGRESSION_DISTINCT {
        Task::Regression
    } else {
        Task::Classification
    }
}

/// The default target, unless nothing can be learnt about it.
pub(crate) fn suggest_target(schema: &[ColumnSchema], rows: usize) -> Option<TargetSuggestion> {
    let (column, reason) = default_target(schema)?;
    let task = default_task(column);
    let learnable = column.unique >= 2
        && column.kind != ColumnKind::Datetime
        && (task == Task::Regression || column.unique < rows - column.missing);
    learnable.then(|| TargetSuggestion {
        column: column.name.clone(),
        task,
        reason,
    })
}
