//! Fitting machines to numbers and to pairs of classes.

use std::ops::ControlFlow;

use super::kernel::{Kernel, KernelRows};
use super::platt::{self, Known, Sigmoid};
use super::solver::{Problem, Solution, solve};
use crate::fit::FitError;
use crate::numeric::{mean, squared_deviation};

/// Parts of the cross-validation that decisions are turned into probabilities by.
const FOLDS: usize = 5;

/// A machine in terms of the rows that it was fitted to.
pub(super) struct Fitted {
    /// Per row, 0 for those that are no support vectors.
    pub(super) coefficients: Vec<f64>,
    pub(super) intercept: f64,
    /// What the solver left when it stopped early.
    pub(super) left: Option<f64>,
}

/// Rows and what the solver needs to know.
pub(super) struct Rows<'r> {
    pub(super) records: &'r [f64],
    pub(super) width: usize,
    pub(super) kernel: Kernel,
    pub(super) tol: f64,
}

impl<'r> Rows<'r> {
    /// The numbers of one row.
    pub(super) fn of(&self, row: usize) -> &'r [f64] {
        &self.records[row * self.width..][..self.width]
    }
}

/// Fits numbers, in standard deviations from their mean.
pub(super) fn fit_values(
    rows: &Rows<'_>,
    values: &[f64],
    (c, epsilon): (f64, f64),
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Fitted, FitError> {
    let count = values.len();
    let center = mean(values);
    let deviation = (squared_deviation(values, center) / count as f64).sqrt();
    let scale = if deviation > 0.0 { deviation } else { 1.0 };
    let standard = || values.iter().map(|value| (value - center) / scale);
    let above = standard().map(|value| epsilon - value);
    let below = standard().map(|value| -epsilon - value);
    let signs = [vec![1.0; count], vec![-1.0; count]].concat();
    let problem = Problem {
        signs: &signs,
        offsets: &above.chain(below).collect::<Vec<f64>>(),
        bounds: &vec![c; 2 * count],
        tol: rows.tol,
    };
    let mut kernel = KernelRows::new(rows.kernel, rows.records, rows.width);
    let solution = solve(&mut kernel, &problem, watch)?;
    Ok(Fitted {
        coefficients: solution.coefficients.iter().map(|x| x * scale).collect(),
        intercept: solution.intercept * scale + center,
        left: solution.left,
    })
}

/// Fits the log odds of the second of two classes.
pub(super) fn fit_pair(
    rows: &Rows<'_>,
    second: &[bool],
    (c, weights): (f64, &[f64]),
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Fitted, FitError> {
    let mut pair = PairFit::new(rows, second, (c, weights));
    let solution = pair.solve(None, watch)?;
    let sigmoid = platt::fit(&pair.decisions(watch)?);
    Ok(calibrated(solution, sigmoid))
}

/// The log odds instead of the decision.
fn calibrated(solution: Solution, sigmoid: Sigmoid) -> Fitted {
    let scaled = solution.coefficients.iter().map(|x| x * sigmoid.slope);
    Fitted {
        coefficients: scaled.collect(),
        intercept: solution.intercept * sigmoid.slope + sigmoid.offset,
        left: solution.left,
    }
}

/// Two classes and the kernel matrix of their rows, which all fits share.
pub(super) struct PairFit<'r> {
    kernel: KernelRows<'r>,
    second: &'r [bool],
    weights: &'r [f64],
    signs: Vec<f64>,
    offsets: Vec<f64>,
    /// The part of the cross-validation that each row is in.
    folds: Vec<usize>,
    c: f64,
    tol: f64,
}

impl<'r> PairFit<'r> {
    pub(super) fn new(rows: &Rows<'r>, second: &'r [bool], (c, weights): (f64, &'r [f64])) -> Self {
        let signs: Vec<f64> = second
            .iter()
            .map(|&second| if second { 1.0 } else { -1.0 })
            .collect();
        let mut next = [0; 2];
        let fold = |&second: &bool| {
            let place = &mut next[usize::from(second)];
            *place += 1;
            (*place - 1) % FOLDS
        };
        Self {
            kernel: KernelRows::new(rows.kernel, rows.records, rows.width),
            second,
            weights,
            offsets: signs.iter().map(|sign| -sign).collect(),
            signs,
            folds: second.iter().map(fold).collect(),
            c,
            tol: rows.tol,
        }
    }

    /// Fits all rows but those of a fold.
    pub(super) fn solve(
        &mut self,
        but: Option<usize>,
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Solution, FitError> {
        let bounds: Vec<f64> = self
            .weights
            .iter()
            .zip(&self.folds)
            .map(|(weight, fold)| {
                if but == Some(*fold) {
                    0.0
                } else {
                    self.c * weight
                }
            })
            .collect();
        let problem = Problem {
            signs: &self.signs,
            offsets: &self.offsets,
            bounds: &bounds,
            tol: self.tol,
        };
        solve(&mut self.kernel, &problem, watch)
    }

    /// For every row the decision of a machine that has not seen it.
    fn decisions(
        &mut self,
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Vec<Known>, FitError> {
        let mut decisions = vec![0.0; self.second.len()];
        for fold in 0..FOLDS {
            let rows: Vec<usize> = (0..decisions.len())
                .filter(|&row| self.folds[row] == fold)
                .collect();
            if rows.is_empty() {
                continue;
            }
            let left = |second: bool| {
                let mut others = self.second.iter().zip(&self.folds);
                others.any(|(&other, &of)| other == second && of != fold)
            };
            match (left(false), left(true)) {
                (true, true) => {
                    let solution = self.solve(Some(fold), watch)?;
                    for row in rows {
                        decisions[row] = solution.values[row] + solution.intercept;
                    }
                }
                // A machine that knows one class only says that class.
                (one, other) => {
                    let only = f64::from(u8::from(other)) - f64::from(u8::from(one));
                    rows.into_iter().for_each(|row| decisions[row] = only);
                }
            }
        }
        let rows = decisions.into_iter().zip(self.second).zip(self.weights);
        let known = rows.map(|((decision, &positive), &weight)| Known {
            decision,
            positive,
            weight,
        });
        Ok(known.collect())
    }
}
