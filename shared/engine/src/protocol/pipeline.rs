//! Preparation and estimator together: fitted on some rows, applied to others.

use std::ops::ControlFlow;

use ndarray::Array2;

use super::error::{Rejection, RejectionKind, TrainError};
use super::fit::{baseline, fit_estimator};
use super::target::Target;
use crate::csv::{Column, Table};
use crate::metrics::Predictions;
use crate::model::Estimator;
use crate::numeric::add_scaled;
use crate::prepare::{self, Preparation};
use crate::report::DroppedColumn;
use crate::request::{ModelSpec, TrainSpec};

/// Most numbers of an encoded table: 512 MiB.
const MAX_ENCODED: usize = 1 << 26;

/// A table with its target and the columns that may be used.
pub(crate) struct Source<'t> {
    pub(crate) table: &'t Table,
    pub(crate) target: Target,
    pub(crate) features: Vec<&'t Column>,
    /// Of the run.
    pub(crate) seed: u64,
}

/// A fitted preparation and estimator.
pub(crate) struct Pipeline {
    pub(crate) preparation: Preparation,
    pub(crate) dropped: Vec<DroppedColumn>,
    pub(crate) estimator: Estimator,
    /// What the solver says when it stopped early.
    pub(crate) not_converged: Option<String>,
    /// For linear models: the mean of each encoded number in the training part.
    pub(crate) background: Vec<f64>,
}

impl<'t> Source<'t> {
    /// Finds the columns that the specification names.
    pub(crate) fn new(table: &'t Table, spec: &TrainSpec) -> Result<Self, Rejection> {
        let unknown = |name: &String| Rejection {
            kind: RejectionKind::UnknownColumn,
            detail: format!("there is no column {name:?} in the data set"),
            column: Some(name.clone()),
            line: None,
        };
        let selection = &spec.features;
        let named = selection.include.iter().flatten().chain(&selection.exclude);
        if let Some(name) = named
            .chain([&spec.target])
            .find(|name| table.column(name).is_none())
        {
            return Err(unknown(name));
        }
        let column = table
            .column(&spec.target)
            .ok_or_else(|| unknown(&spec.target))?;
        let features = table.columns.iter().filter(|column| {
            column.name != spec.target
                && selection
                    .include
                    .as_ref()
                    .is_none_or(|names| names.contains(&column.name))
                && !selection.exclude.contains(&column.name)
        });
        Ok(Self {
            table,
            target: Target::read(column, spec.task)?,
            features: features.collect(),
            seed: spec.seed,
        })
    }

    /// Whether this is the column to predict.
    pub(crate) fn is_target(&self, column: &Column) -> bool {
        self.target.name == column.name
    }

    /// Rows of the table at these positions among the rows with a target.
    pub(crate) fn rows(&self, positions: &[u32]) -> Vec<u32> {
        positions
            .iter()
            .map(|&position| self.target.rows[position as usize])
            .collect()
    }

    /// Fits preparation and estimator on the rows at `positions`. `watch` is told the solver's iteration.
    pub(crate) fn fit(
        &self,
        model: &ModelSpec,
        positions: &[u32],
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Pipeline, TrainError> {
        let truth = self.target.truth.select(positions);
        if *model == (ModelSpec::Baseline {}) {
            return Ok(Pipeline {
                preparation: Preparation {
                    columns: Vec::new(),
                },
                dropped: Vec::new(),
                estimator: baseline(&truth, self.target.labels.len()),
                not_converged: None,
                background: Vec::new(),
            });
        }
        let (mut preparation, dropped) = self.prepare(positions)?;
        if model.reads_columns_natively() {
            preparation = preparation.into_native();
        }
        let encoded = self.encode(&preparation, positions);
        let background = if model.is_linear() {
            means(&encoded)
        } else {
            Vec::new()
        };
        let (estimator, not_converged) =
            fit_estimator(self, model, (encoded, truth), &preparation, watch)?;
        Ok(Pipeline {
            preparation,
            dropped,
            estimator,
            not_converged,
            background,
        })
    }

    /// Learns from the rows at `positions` how columns become numbers.
    fn prepare(&self, positions: &[u32]) -> Result<(Preparation, Vec<DroppedColumn>), TrainError> {
        let (preparation, dropped) =
            prepare::fit(self.features.iter().copied(), &self.rows(positions)).map_err(
                |error| TrainError::FitFailed {
                    detail: format!(
                        "the numbers of {:?} are too large to calculate with",
                        error.column
                    ),
                },
            )?;
        self.check_size(&preparation, &dropped)?;
        Ok((preparation, dropped))
    }

    /// How many numbers a row becomes when the rows at `positions` are learnt from.
    pub(crate) fn width(&self, positions: &[u32]) -> Result<usize, TrainError> {
        Ok(self.prepare(positions)?.0.width())
    }

    fn check_size(
        &self,
        preparation: &Preparation,
        dropped: &[DroppedColumn],
    ) -> Result<(), Rejection> {
        if preparation.columns.is_empty() {
            let reasons: Vec<String> = dropped
                .iter()
                .map(|drop| format!("{:?}: {}", drop.column, drop.reason))
                .collect();
            return Err(Rejection {
                kind: RejectionKind::NoFeatures,
                detail: format!("no column is left to learn from ({})", reasons.join("; ")),
                column: None,
                line: None,
            });
        }
        let encoded = preparation.width().saturating_mul(self.target.rows.len());
        if encoded > MAX_ENCODED {
            return Err(Rejection {
                kind: RejectionKind::TooLarge,
                detail: format!(
                    "{} rows become {} numbers each, {encoded} in all; at most {MAX_ENCODED} are \
                     allowed: leave out columns with many categories",
                    self.target.rows.len(),
                    preparation.width()
                ),
                column: None,
                line: None,
            });
        }
        Ok(())
    }

    /// Encodes the rows at `positions`.
    pub(crate) fn encode(&self, preparation: &Preparation, positions: &[u32]) -> Array2<f64> {
        preparation.encode(self.table, &self.rows(positions))
    }

    /// Predicts for the rows at `positions`.
    pub(crate) fn predict(&self, pipeline: &Pipeline, positions: &[u32]) -> Predictions {
        pipeline
            .estimator
            .predict(&self.encode(&pipeline.preparation, positions))
    }
}

/// The mean of each column.
fn means(rows: &Array2<f64>) -> Vec<f64> {
    let mut means = vec![0.0; rows.ncols()];
    for row in rows.rows() {
        let row = row.to_slice().expect("encoded rows are contiguous");
        add_scaled(&mut means, 1.0 / rows.nrows() as f64, row);
    }
    means
}

#[cfg(test)]
mod tests {
    use super::super::split::split;
    use super::*;
    use crate::csv::CsvRules;
    use crate::{TrainRequest, profile_csv};

    /// A table whose rows can be overwritten.
    fn csv(row: impl Fn(usize) -> String) -> String {
        let rows: String = (0..80).map(|index| row(index) + "\n").collect();
        format!("amount,city,when,target\n{rows}")
    }

    /// Whatever the held-out rows hold, what is learnt stays the same to the last bit.
    #[test]
    fn nothing_of_the_held_out_rows_is_learnt() {
        let target = |index: usize| ["red", "blue"][usize::from((index * 7).is_multiple_of(3))];
        let row = |index: usize| {
            let amount = if index.is_multiple_of(9) {
                String::new()
            } else {
                (index * index % 31).to_string()
            };
            format!(
                "{amount},c{},2024-01-{:02},{}",
                index % 4,
                1 + index % 28,
                target(index)
            )
        };
        let original = csv(row);
        let rules = CsvRules::default();
        let profile = profile_csv(original.as_bytes(), &rules).expect("sound");
        let spec = TrainRequest::default()
            .resolve(&profile.schema(), profile.rows)
            .expect("sound");

        let learn = |csv: &str| {
            let table = Table::read(csv.as_bytes(), &rules).expect("sound");
            let source = Source::new(&table, &spec).expect("sound");
            let parts = split(&source.target.truth, spec.test_fraction, spec.seed);
            let pipeline = source
                .fit(
                    &spec.model,
                    &parts.train,
                    &mut |_| ControlFlow::Continue(()),
                )
                .expect("fits");
            (parts, pipeline)
        };
        let (parts, learnt) = learn(&original);
        let changed = csv(|index| {
            if parts.test.contains(&(index as u32)) {
                format!(
                    "{}e9,elsewhere{index},1950-12-31 23:15,{}",
                    index + 1,
                    target(index)
                )
            } else {
                row(index)
            }
        });
        let (same_parts, relearnt) = learn(&changed);
        assert_eq!(same_parts, parts);
        assert_eq!(relearnt.preparation, learnt.preparation);
        assert_eq!(relearnt.estimator, learnt.estimator);
        // And a change in the training part does change what is learnt.
        let (_, other) = learn(&csv(|index| {
            row(if index as u32 == parts.train[0] {
                1
            } else {
                index
            })
        }));
        assert_ne!(other.estimator, learnt.estimator);
    }
}
