//! What the columns of a CSV have to do with each other, with a target, and with another version of the table.

mod association;
mod correlations;
mod drift;
mod duplicates;
mod error;
mod groups;
mod information;
mod target;
mod types;
mod variable;
mod warnings;

pub use self::drift::{
    CategoricalDrift, ColumnDrift, Drift, DriftLevel, KindChange, NumericDrift, TableSide,
};
pub use self::error::AnalysisError;
pub use self::types::{
    Analysis, AssociationMeasure, Correlation, Correlations, DuplicateRow, Duplicates,
    MeasuredColumn, OmissionReason, OmittedColumn, TargetAnalysis, TargetAssociation,
};
use self::variable::Variable;
use crate::csv::{CsvRules, Table};
use crate::profile::{Profile, profile_table};
use crate::protocol::{Observer, Source, Stage, tell};
use crate::request::{TrainRequest, TrainSpec};

/// Analyzes a CSV: duplicate rows, associations between columns and with the target, warnings, and drift
/// since `compare_to`, an earlier version of the table or the data that a model was trained on.
///
/// Deterministic: no number depends on chance. Memory is that of two tables as read, and 10 bytes per row
/// and column of numbers too large to square or of words; time grows with the cells, and with the rows times at most
/// 780 pairs of columns. The observer is told about every step; breaking ends the work.
///
/// # Errors
/// The first rule that a file breaks, with line and column; why the target cannot be one; that the observer
/// broke.
pub fn analyze_csv(
    bytes: &[u8],
    rules: &CsvRules,
    target: Option<&str>,
    compare_to: Option<&[u8]>,
    observer: &mut Observer<'_>,
) -> Result<Analysis, AnalysisError> {
    let mut told = Told(observer);
    told.step(Stage::Reading, (0, 1), "reading the file")?;
    let table = Table::read(bytes, rules)?;
    let profile = profile_table(&table);
    let source = match target {
        Some(target) => Some(target_source(&table, &profile, target)?),
        None => None,
    };
    let (variables, omitted) = variables(&table);
    let mut warnings = warnings::of_profile(&profile);

    let target = match &source {
        None => None,
        Some((source, spec)) => {
            warnings.extend(target::warn_of_target(source, spec));
            let step = &mut |done, total| {
                told.step(
                    Stage::Analyzing,
                    (done, total),
                    "measuring against the target",
                )
            };
            Some(target::analyze_target(
                source, spec, &variables, &omitted, step,
            )?)
        }
    };
    let step = &mut |done, total| told.step(Stage::Analyzing, (done, total), "comparing columns");
    let correlations = correlations::correlate(&variables, omitted, target.as_ref(), step)?;
    warnings.extend(warnings::of_pairs(&correlations));
    drop((source, variables));

    let drift = match compare_to {
        None => None,
        Some(reference) => {
            told.step(Stage::Reading, (0, 1), "reading the file to compare with")?;
            let reference = Table::read(reference, rules).map_err(AnalysisError::Compared)?;
            let step = &mut |done, total| {
                told.step(
                    Stage::Analyzing,
                    (done, total),
                    "comparing with the other file",
                )
            };
            Some(drift::drift(&table, &reference, step)?)
        }
    };
    warnings.extend(drift.iter().flat_map(warnings::of_drift));
    Ok(Analysis {
        rows: table.rows(),
        columns: table.columns.len(),
        duplicates: duplicates::find_duplicates(&table.row_hashes),
        correlations,
        target,
        warnings,
        drift,
        engine_version: crate::ENGINE_VERSION.to_owned(),
    })
}

/// Steps as sentences, until the observer breaks.
struct Told<'a, 'b>(&'a mut Observer<'b>);

impl Told<'_, '_> {
    fn step(
        &mut self,
        stage: Stage,
        (done, total): (u64, u64),
        message: &str,
    ) -> Result<(), AnalysisError> {
        tell(self.0, stage, (done, total), message).map_err(|_| AnalysisError::Cancelled)
    }
}

/// The target with the columns beside it, as a training with default parameters would take them.
fn target_source<'t>(
    table: &'t Table,
    profile: &Profile,
    target: &str,
) -> Result<(Source<'t>, TrainSpec), AnalysisError> {
    let request = TrainRequest {
        target: Some(target.to_owned()),
        ..TrainRequest::default()
    };
    let spec = request
        .resolve(&profile.schema(), profile.rows)
        .map_err(|errors| AnalysisError::target(target, errors))?;
    let source = Source::new(table, &spec).map_err(AnalysisError::Target)?;
    Ok((source, spec))
}

/// The columns that can be measured, and the others.
fn variables(table: &Table) -> (Vec<Variable<'_>>, Vec<OmittedColumn>) {
    let (mut variables, mut omitted) = (Vec::new(), Vec::new());
    for column in &table.columns {
        match Variable::new(column) {
            Ok(variable) => variables.push(variable),
            Err(reason) => omitted.push(OmittedColumn {
                column: column.name.clone(),
                reason,
            }),
        }
    }
    (variables, omitted)
}
