//! Predictions for the rows of a CSV, and the CSV in which they are handed out.

mod columns;
mod error;
mod spreadsheet;
mod write;

use std::ops::ControlFlow;

use serde_json::{Map, Value};

pub use self::columns::ScoringColumns;
pub use self::error::{CellFault, ScoringError};
pub use self::write::PredictionCsv;
use crate::parallel;
use crate::{CsvRow, CsvRows, CsvRules, Model, Prediction};

/// Cells that are scored at once. It bounds the memory of what is encoded.
const BATCH_CELLS: usize = 1 << 17;
/// Rows that are scored at once at most: after so many, the observer is told.
const BATCH_ROWS: usize = 4096;
/// Fewer rows are not worth a thread.
const SHARE_ROWS: usize = 256;

/// Goes through the rows of a CSV and predicts for each.
#[derive(Clone, Debug)]
pub struct Scorer<'a> {
    model: &'a Model,
    rows: CsvRows<'a>,
    columns: ScoringColumns,
    batch_rows: usize,
}

/// Some rows with their predictions, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredRows<'a> {
    /// The rows as they are in the file.
    pub rows: Vec<CsvRow<'a>>,
    /// One prediction for each.
    pub predictions: Vec<Prediction>,
}

impl<'a> Scorer<'a> {
    /// Reads the header and finds the model's columns in it.
    ///
    /// # Errors
    /// The first rule that the header breaks; that the file has none of the model's columns.
    pub fn open(model: &'a Model, csv: &'a [u8], rules: &CsvRules) -> Result<Self, ScoringError> {
        let rows = CsvRows::open(csv, rules)?;
        let columns = ScoringColumns::find(model, rows.names())?;
        let batch_rows = (BATCH_CELLS / rows.names().len().max(1)).clamp(1, BATCH_ROWS);
        Ok(Self {
            model,
            rows,
            columns,
            batch_rows,
        })
    }

    /// Column names from the header, trimmed.
    #[must_use]
    pub fn names(&self) -> &[String] {
        self.rows.names()
    }

    /// Which of the file's columns the model takes.
    #[must_use]
    pub const fn columns(&self) -> &ScoringColumns {
        &self.columns
    }

    /// The next rows, as many as fit into a bounded memory; `None` at the end.
    ///
    /// # Errors
    /// The first rule that the file breaks; cells that the model cannot take.
    pub fn next_batch(&mut self) -> Result<Option<ScoredRows<'a>>, ScoringError> {
        let rows: Vec<CsvRow<'a>> = self
            .rows
            .by_ref()
            .take(self.batch_rows)
            .collect::<Result<_, _>>()?;
        if rows.is_empty() {
            return Ok(None);
        }
        let predictions = self.predict(&rows)?;
        Ok(Some(ScoredRows { rows, predictions }))
    }

    /// Predicts for rows, a share of them on each thread.
    fn predict(&self, rows: &[CsvRow<'_>]) -> Result<Vec<Prediction>, ScoringError> {
        let predict = |rows: &[CsvRow<'_>]| {
            let named: Vec<Map<String, Value>> = rows.iter().map(|row| self.named(row)).collect();
            self.model.predict(&named)
        };
        let share = rows.len().div_ceil(parallel::threads()).max(SHARE_ROWS);
        let shares: Vec<&[CsvRow<'_>]> = rows.chunks(share).collect();
        let found = parallel::map(shares, predict);
        match found.into_iter().collect::<Result<Vec<_>, _>>() {
            Ok(predictions) => Ok(predictions.concat()),
            // Once more with all rows together, for errors that count rows from the first.
            Err(errors) => {
                let errors = predict(rows).err().unwrap_or(errors);
                Err(error::located(&errors, rows))
            }
        }
    }

    fn named(&self, row: &CsvRow<'_>) -> Map<String, Value> {
        let cell = |&(index, ref name): &(usize, String)| {
            let text = row.cells.get(index).map_or("", |cell| cell.trim());
            (name.clone(), Value::String(text.to_owned()))
        };
        self.columns.used().iter().map(cell).collect()
    }
}

/// A CSV with predictions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredCsv {
    /// The input's columns, the prediction and the probability of each class: see [`PredictionCsv`].
    pub csv: Vec<u8>,
    /// Data rows.
    pub rows: u64,
    /// Columns that the model takes and the file does not have: they counted as missing in every row.
    pub absent: Vec<String>,
    /// Columns that the model does not know: they had no influence.
    pub unknown: Vec<String>,
}

/// Scores a whole CSV into one of at most `max_bytes`, with all columns of the input. After each batch the
/// observer is told how many rows are done; breaking ends the work.
///
/// # Errors
/// What [`Scorer`] says; that the result would be longer; that the observer broke.
pub fn score_csv(
    model: &Model,
    csv: &[u8],
    rules: &CsvRules,
    max_bytes: usize,
    observer: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<ScoredCsv, ScoringError> {
    let mut scorer = Scorer::open(model, csv, rules)?;
    let mut output = PredictionCsv::new(model, scorer.names(), true);
    let mut rows = 0;
    while let Some(batch) = scorer.next_batch()? {
        output.write(&batch);
        rows += batch.rows.len() as u64;
        if output.len() > max_bytes {
            return Err(ScoringError::TooLong { max_bytes, rows });
        }
        if observer(rows).is_break() {
            return Err(ScoringError::Cancelled);
        }
    }
    let columns = scorer.columns();
    Ok(ScoredCsv {
        csv: output.into_bytes(),
        rows,
        absent: columns.absent().to_vec(),
        unknown: columns.unknown().to_vec(),
    })
}

#[cfg(test)]
mod tests;
