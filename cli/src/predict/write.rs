//! Predictions as CSV that a spreadsheet can open without running anything.

use std::borrow::Cow;
use std::io;

use csv::Writer;
use stint_engine::{CsvRow, Model, Prediction, Task};

use crate::failure::Failure;

/// Collects predictions as CSV.
pub(super) struct CsvOutput {
    writer: Writer<Vec<u8>>,
    with_input: bool,
}

impl CsvOutput {
    /// Writes the header: the input's columns if they are repeated, the prediction, probabilities.
    pub(super) fn new(model: &Model, input: &[String], with_input: bool) -> Result<Self, Failure> {
        let mut names: Vec<String> = if with_input {
            input.to_vec()
        } else {
            Vec::new()
        };
        let probabilities = match model.task() {
            Task::Classification => model.labels(),
            Task::Regression => &[],
        };
        let added = std::iter::once("prediction".to_owned()).chain(
            probabilities
                .iter()
                .map(|label| format!("probability_{label}")),
        );
        for mut name in added {
            // A name that the input has already gets an underscore, so that names stay unique.
            while names.contains(&name) {
                name.push('_');
            }
            names.push(name);
        }
        let mut output = Self {
            writer: Writer::from_writer(Vec::new()),
            with_input,
        };
        output.record(names.iter().map(|name| safe(name)))?;
        Ok(output)
    }

    /// Writes a line per row.
    pub(super) fn rows(
        &mut self,
        rows: &[CsvRow<'_>],
        predictions: &[Prediction],
    ) -> Result<(), Failure> {
        for (row, prediction) in rows.iter().zip(predictions) {
            let mut cells: Vec<Cow<'_, str>> = Vec::new();
            if self.with_input {
                cells.extend(row.cells.iter().map(|cell| safe(cell)));
            }
            match prediction {
                Prediction::Class {
                    label,
                    probabilities,
                } => {
                    cells.push(safe(label));
                    cells.extend(probabilities.iter().map(|&share| number(share).into()));
                }
                Prediction::Value { value } => cells.push(number(*value).into()),
            }
            self.record(cells.into_iter())?;
        }
        Ok(())
    }

    /// The whole CSV.
    pub(super) fn finish(self) -> Result<Vec<u8>, Failure> {
        Ok(self
            .writer
            .into_inner()
            .map_err(|error| error.into_error())?)
    }

    fn record<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) -> Result<(), Failure> {
        let written = self
            .writer
            .write_record(cells.map(|cell| cell.into_owned()));
        Ok(written.map_err(io::Error::from)?)
    }
}

/// The shortest text that reads back as the same number.
fn number(value: f64) -> String {
    format!("{value:?}")
}

/// Text that a spreadsheet would take for a formula gets a `'` before it, as OWASP advises; numbers do not.
fn safe(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches([' ', '\u{FEFF}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0')
    );
    if formula && !is_number(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// Whether it is a plain number, with a decimal point or comma.
fn is_number(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    digits.starts_with(|first: char| first.is_ascii_digit() || first == '.' || first == ',')
        && text.trim().replacen(',', ".", 1).parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        for text in [
            "=1+1",
            "+A1",
            "-cmd|'/C calc'!A0",
            "@SUM(A1)",
            "\t=1",
            " =1",
            "-",
            "--1",
            "-inf",
        ] {
            assert_eq!(safe(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn numbers_and_words_are_untouched() {
        for text in ["-1", "+1.5", "-1,5", "-1e-7", "1-2", "a=b", "", "'x"] {
            assert_eq!(safe(text), text);
        }
    }

    #[test]
    fn numbers_read_back() {
        for value in [0.1 + 0.2, 1e300, 5e-324, -0.5, 151.0] {
            assert_eq!(number(value).parse(), Ok(value));
        }
    }
}
