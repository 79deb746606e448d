//! Support vector machines (Cortes and Vapnik 1995) for classes and numbers.
//!
//! Several classes are told apart pair by pair. The probability within a pair comes from decisions on rows that
//! a machine has not seen, and the pairs are coupled, so that the label is the most probable class.

mod collect;
mod coupling;
mod fit;
mod kernel;
mod machines;
mod params;
#[cfg(test)]
mod parity;
mod platt;
mod solver;

use std::ops::ControlFlow;

use ndarray::Array2;

use collect::{Part, estimator};
pub(crate) use coupling::{CLIP, pairs};
use fit::{Rows, fit_pair, fit_values};
pub(crate) use kernel::Kernel;
pub(crate) use machines::Machines;
pub use params::{Gamma, GammaRule, SvmKernel, SvmParams};

use crate::fit::{FitError, row_weights};
use crate::metrics::Truth;
use crate::model::Estimator;

/// Most rows that are learnt from: the work grows with their square.
pub(crate) const MAX_ROWS: usize = 10_000;

/// What is said about more rows.
pub(crate) fn too_many_rows(rows: usize) -> String {
    format!(
        "svm learns from at most {MAX_ROWS} rows, here it would be {rows}; choose another family, such as \
         \"gradient_boosting\", or a data set with fewer rows"
    )
}

impl SvmParams {
    /// Fits the machines, and says when a solver stopped early.
    pub(crate) fn fit(
        &self,
        records: &Array2<f64>,
        truth: &Truth,
        classes: usize,
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<(Estimator, Option<String>), FitError> {
        self.check()?;
        let (count, width) = records.dim();
        if count > MAX_ROWS {
            return Err(FitError::TooLarge(too_many_rows(count)));
        }
        let records = records.as_standard_layout();
        let records = records.as_slice().expect("standard layout is contiguous");
        let rows = Rows {
            records,
            width,
            kernel: self.kernel(records, width),
            tol: self.tol,
        };
        let (parts, seen) = match truth {
            Truth::Values(values) => {
                let fitted = fit_values(&rows, values, (self.c, self.epsilon), watch)?;
                let own = (0..count).collect();
                (vec![Part { own, fitted }], Vec::new())
            }
            Truth::Classes(codes) => {
                let seen: Vec<usize> = (0..classes).filter(|class| codes.contains(class)).collect();
                (self.fit_pairs(&rows, (codes, &seen, classes), watch)?, seen)
            }
        };
        let left = parts.iter().filter_map(|part| part.fitted.left);
        let note = left.reduce(f64::max).map(|left| {
            format!(
                "the solver stopped with a violation of {left:.1e} left, and tol is {:.1e}; lower C or raise tol",
                self.tol
            )
        });
        let estimator = estimator(&rows, parts, &seen, classes)?;
        Ok((estimator, note))
    }

    /// Fits a machine for each pair of the classes that were seen.
    fn fit_pairs(
        &self,
        rows: &Rows<'_>,
        (codes, seen, classes): (&[usize], &[usize], usize),
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Vec<Part>, FitError> {
        let weights = row_weights(self.class_weight, codes, classes);
        let mut parts = Vec::new();
        for (first, second) in pairs(seen.len()) {
            let (first, second) = (seen[first], seen[second]);
            let own: Vec<usize> = (0..codes.len())
                .filter(|&row| codes[row] == first || codes[row] == second)
                .collect();
            let records: Vec<f64> = own.iter().flat_map(|&row| rows.of(row)).copied().collect();
            let is_second: Vec<bool> = own.iter().map(|&row| codes[row] == second).collect();
            let weights: Vec<f64> = own
                .iter()
                .map(|&row| weights.as_ref().map_or(1.0, |weights| weights[row]))
                .collect();
            let pair = Rows {
                records: &records,
                ..*rows
            };
            let fitted = fit_pair(&pair, &is_second, (self.c, &weights), watch)?;
            parts.push(Part { own, fitted });
        }
        Ok(parts)
    }
}
