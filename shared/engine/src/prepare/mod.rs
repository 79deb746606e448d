//! From the columns of a CSV to the numbers a model is fitted on. What is learnt for that (medians, means,
//! categories) is learnt from the training part alone and becomes part of the model.

mod encoder;
mod fit;
mod target;
mod typical;

pub(crate) use encoder::{Cell, ColumnEncoder, Encoding, Part, Scaling};
pub(crate) use fit::{Prepared, fit, has_many_words};
pub(crate) use target::Supervision;
pub(crate) use typical::Typical;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::csv::{Data, MISSING, Table};

/// How rows become numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Preparation {
    /// The columns that are used, in the order of the file.
    pub(crate) columns: Vec<ColumnEncoder>,
}

impl Preparation {
    /// The same columns as they are, for models that read missing values and categories natively.
    pub(crate) fn into_native(self) -> Self {
        let native = self.columns.into_iter().map(ColumnEncoder::into_native);
        Self {
            columns: native.collect(),
        }
    }

    /// How many numbers a row becomes.
    pub(crate) fn width(&self) -> usize {
        self.columns.iter().map(ColumnEncoder::width).sum()
    }

    /// Encodes rows of the table that this was fitted on, or of one with the same columns.
    pub(crate) fn encode(&self, table: &Table, rows: &[u32]) -> Array2<f64> {
        let width = self.width();
        let mut matrix = Array2::zeros((rows.len(), width));
        let mut offset = 0;
        for encoder in &self.columns {
            let end = offset + encoder.width();
            if let Some(column) = table.column(&encoder.name) {
                let mut block = matrix.slice_mut(ndarray::s![.., offset..end]);
                let outputs = rows
                    .iter()
                    .zip(block.rows_mut())
                    .filter_map(|(&row, output)| {
                        output.into_slice().map(|output| (row as usize, output))
                    });
                fill(encoder, &column.data, outputs);
            }
            offset = end;
        }
        matrix
    }
}

/// Encodes the cells of one column into the given outputs.
fn fill<'m>(
    encoder: &ColumnEncoder,
    data: &Data,
    outputs: impl Iterator<Item = (usize, &'m mut [f64])>,
) {
    match data {
        Data::Numbers(values) | Data::Moments(values) => {
            for (row, output) in outputs {
                encoder.encode(Cell::from_number(values[row]), output);
            }
        }
        Data::Words { codes, levels, .. } => {
            // Each word is looked up once, not once per row.
            let width = encoder.width();
            let mut encoded = vec![0.0; levels.len() * width];
            for (level, output) in levels.iter().zip(encoded.chunks_exact_mut(width)) {
                encoder.encode(Cell::Word(&level.word), output);
            }
            for (row, output) in outputs {
                match codes[row] {
                    MISSING => encoder.encode(Cell::Missing, output),
                    code => output.copy_from_slice(&encoded[code as usize * width..][..width]),
                }
            }
        }
        Data::Empty | Data::Wide { .. } => {
            for (_, output) in outputs {
                encoder.encode(Cell::Missing, output);
            }
        }
    }
}
