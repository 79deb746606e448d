//! Preparation and estimator together: fitted on some rows, applied to others.

use std::ops::ControlFlow;

use ndarray::Array2;

use super::error::{Rejection, RejectionKind, TrainError};
use super::fit::{baseline, fit_estimator};
use super::split::folds;
use super::target::Target;
use crate::csv::{Column, Table};
use crate::metrics::{Predictions, Truth};
use crate::model::Estimator;
use crate::numeric::add_scaled;
use crate::prepare::{self, Preparation, Prepared, Supervision};
use crate::report::DroppedColumn;
use crate::request::{ModelSpec, TrainSpec};

/// Most numbers of an encoded table: 512 MiB.
pub(crate) const MAX_ENCODED: usize = 1 << 26;

/// Folds that columns with many words are encoded across.
const CROSSED: usize = 5;

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

/// Rows to fit estimators on.
pub(crate) struct Learnt {
    pub(crate) preparation: Preparation,
    pub(crate) dropped: Vec<DroppedColumn>,
    pub(crate) encoded: Array2<f64>,
    pub(crate) truth: Truth,
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
        if *model == (ModelSpec::Baseline {}) {
            let truth = self.target.truth.select(positions);
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
        let learnt = self.learn(positions, model.reads_columns_natively())?;
        let background = if model.is_linear() {
            means(&learnt.encoded)
        } else {
            Vec::new()
        };
        let (estimator, not_converged) = fit_estimator(self, model, &learnt, watch)?;
        Ok(Pipeline {
            preparation: learnt.preparation,
            dropped: learnt.dropped,
            estimator,
            not_converged,
            background,
        })
    }

    /// Fits the estimator alone, which may be done for many models with the same rows.
    pub(crate) fn fit_estimator(
        &self,
        model: &ModelSpec,
        learnt: &Learnt,
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Estimator, TrainError> {
        Ok(fit_estimator(self, model, learnt, watch)?.0)
    }

    /// Learns how the rows at `positions` become numbers, and encodes them: for models that read columns natively, or
    /// for the others.
    pub(crate) fn learn(&self, positions: &[u32], natively: bool) -> Result<Learnt, TrainError> {
        let Prepared {
            mut preparation,
            dropped,
            crossing,
        } = self.prepare(positions)?;
        if natively {
            preparation = preparation.into_native();
        }
        let mut encoded = self.encode(&preparation, positions);
        crossing.apply(&preparation, &mut encoded);
        Ok(Learnt {
            encoded,
            truth: self.target.truth.select(positions),
            preparation,
            dropped,
        })
    }

    /// Learns from the rows at `positions` how columns become numbers.
    fn prepare(&self, positions: &[u32]) -> Result<Prepared, TrainError> {
        let prepared = prepare::fit(
            self.features.iter().copied(),
            &self.rows(positions),
            &self.supervision(positions),
        )
        .map_err(|error| TrainError::FitFailed {
            detail: format!(
                "the numbers of {:?} are too large to calculate with",
                error.column
            ),
        })?;
        self.check_size(&prepared.preparation, &prepared.dropped)?;
        Ok(prepared)
    }

    /// What the words of columns with many of them can be encoded by.
    fn supervision(&self, positions: &[u32]) -> Supervision {
        let wanted = |column: &&Column| prepare::has_many_words(column);
        if !self.features.iter().any(wanted) || positions.len() < CROSSED {
            return Supervision::default();
        }
        let truth = self.target.truth.select(positions);
        let mut parts = vec![0; positions.len()];
        for (part, split) in folds(&truth, CROSSED, self.seed).iter().enumerate() {
            for &row in &split.test {
                parts[row as usize] = part;
            }
        }
        Supervision::new(&truth, self.target.labels.len(), parts)
    }

    /// How many numbers a row becomes when the rows at `positions` are learnt from.
    pub(crate) fn width(&self, positions: &[u32]) -> Result<usize, TrainError> {
        Ok(self.prepare(positions)?.preparation.width())
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
