//! Predictions as CSV (RFC 4180, lines end with LF).

use std::borrow::Cow;

use super::ScoredRows;
use super::spreadsheet::harmless;
use crate::{Model, Prediction, Task};

/// Collects predictions as a CSV that a spreadsheet can open without running anything.
///
/// Its columns are those of the input, if they are repeated; then `predicted_<target>`; then, for a
/// classifier, `probability_<label>` for each label. A name that is there already gets a `_` at its end.
#[derive(Clone, Debug)]
pub struct PredictionCsv {
    bytes: Vec<u8>,
    with_input: bool,
}

impl PredictionCsv {
    /// A CSV with its header and no row yet. `input` is the header of the file that is scored.
    #[must_use]
    pub fn new(model: &Model, input: &[String], with_input: bool) -> Self {
        let mut names: Vec<String> = if with_input {
            input.to_vec()
        } else {
            Vec::new()
        };
        let labels = match model.task() {
            Task::Classification => model.labels(),
            Task::Regression => &[],
        };
        let probabilities = labels.iter().map(|label| format!("probability_{label}"));
        for mut name in
            std::iter::once(format!("predicted_{}", model.target())).chain(probabilities)
        {
            while names.contains(&name) {
                name.push('_');
            }
            names.push(name);
        }
        let mut csv = Self {
            bytes: Vec::new(),
            with_input,
        };
        csv.line(names.iter().map(|name| harmless(name)));
        csv
    }

    /// Writes a line for each row.
    pub fn write(&mut self, scored: &ScoredRows<'_>) {
        for (row, prediction) in scored.rows.iter().zip(&scored.predictions) {
            let mut cells: Vec<Cow<'_, str>> = Vec::new();
            if self.with_input {
                cells.extend(row.cells.iter().map(|cell| harmless(cell)));
            }
            match prediction {
                Prediction::Class {
                    label,
                    probabilities,
                } => {
                    cells.push(harmless(label));
                    cells.extend(probabilities.iter().map(|&share| number(share).into()));
                }
                Prediction::Value { value } => cells.push(number(*value).into()),
            }
            self.line(cells.into_iter());
        }
    }

    /// Bytes so far.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "there is always a header")]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The whole CSV.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn line<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                self.bytes.push(b',');
            }
            if cell.contains(['"', ',', '\n', '\r']) {
                let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
                self.bytes.extend_from_slice(quoted.as_bytes());
            } else {
                self.bytes.extend_from_slice(cell.as_bytes());
            }
        }
        self.bytes.push(b'\n');
    }
}

/// The shortest text that reads back as the same number.
fn number(value: f64) -> String {
    format!("{value:?}")
}
