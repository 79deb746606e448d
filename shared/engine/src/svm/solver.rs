//! Sequential minimal optimisation (Platt 1998): two variables are changed at a time, chosen with second-order
//! information (Fan, Chen and Lin, *Working Set Selection Using Second Order Information for Training Support
//! Vector Machines*, 2005), as in LIBSVM.
//!
//! Minimised is `½ Σ βᵢ βⱼ K(i, j) + Σ offsetₜ signₜ αₜ` over `0 ≤ αₜ ≤ boundₜ` with `Σ signₜ αₜ = 0`, where the
//! coefficient `βᵢ` of a row is the sum of `signₜ αₜ` over its variables: one for classes, two for numbers.

use std::ops::ControlFlow;

use super::kernel::KernelRows;
use crate::fit::FitError;

/// Numbers read by one solution, at most, beyond which it is left as it is.
const MAX_WORK: u64 = 1 << 33;

/// What is added to the denominator of two rows that are the same for the kernel.
const TAU: f64 = 1e-12;

/// The observer is asked once in so many steps.
const STEPS_BETWEEN_LOOKS: u64 = 1024;

/// What is minimised. Variable `t` belongs to row `t` modulo the number of rows.
pub(super) struct Problem<'p> {
    /// 1 or −1 per variable.
    pub(super) signs: &'p [f64],
    /// The linear term of each variable times its sign.
    pub(super) offsets: &'p [f64],
    /// The upper bound of each variable; 0 keeps it out.
    pub(super) bounds: &'p [f64],
    /// The largest violation of the optimality conditions at which the solver stops.
    pub(super) tol: f64,
}

/// The minimum.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    /// Per row.
    pub(super) coefficients: Vec<f64>,
    /// Per row `Σ βⱼ K(i, j)`, the decision but for the intercept; of rows that were kept out as well.
    pub(super) values: Vec<f64>,
    pub(super) intercept: f64,
    /// What is left of the violation when the solver stopped too early.
    pub(super) left: Option<f64>,
}

/// Variables while they change.
struct State<'p> {
    problem: &'p Problem<'p>,
    alphas: Vec<f64>,
    values: Vec<f64>,
}

/// Finds the minimum. `watch` is told the steps.
pub(super) fn solve(
    kernel: &mut KernelRows<'_>,
    problem: &Problem<'_>,
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Solution, FitError> {
    let rows = kernel.len();
    let variables = problem.signs.len();
    let most = (MAX_WORK / variables.max(1) as u64).min(100_000 + 1000 * variables as u64);
    let mut state = State {
        problem,
        alphas: vec![0.0; variables],
        values: vec![0.0; rows],
    };
    let (mut steps, mut left) = (0, None);
    while let Some(pair) = state.select(kernel) {
        if steps == most {
            left = Some(pair.violation);
            break;
        }
        state.step(kernel, &pair);
        steps += 1;
        if steps.is_multiple_of(STEPS_BETWEEN_LOOKS) && watch(steps as u32).is_break() {
            return Err(FitError::Cancelled);
        }
    }
    let intercept = state.intercept();
    let finite = |values: &[f64]| values.iter().all(|value| value.is_finite());
    if !(finite(&state.values) && finite(&state.alphas) && intercept.is_finite()) {
        return Err(FitError::NotFinite);
    }
    let mut coefficients = vec![0.0; rows];
    for (variable, alpha) in state.alphas.iter().enumerate() {
        coefficients[variable % rows] += problem.signs[variable] * alpha;
    }
    Ok(Solution {
        coefficients,
        values: state.values,
        intercept,
        left,
    })
}

/// The two variables that are changed next.
struct Pair {
    /// Its `sign · α` grows, and that of `down` shrinks by as much.
    up: usize,
    down: usize,
    /// The best change, if the bounds allow it.
    change: f64,
    /// The largest violation of the optimality conditions.
    violation: f64,
}

impl State<'_> {
    /// How far `sign · α` of a variable can grow.
    fn room_up(&self, variable: usize) -> f64 {
        let alpha = self.alphas[variable];
        if self.problem.signs[variable] > 0.0 {
            self.problem.bounds[variable] - alpha
        } else {
            alpha
        }
    }

    /// How far `sign · α` of a variable can shrink.
    fn room_down(&self, variable: usize) -> f64 {
        let alpha = self.alphas[variable];
        if self.problem.signs[variable] > 0.0 {
            alpha
        } else {
            self.problem.bounds[variable] - alpha
        }
    }

    /// The derivative by `sign · α` of every variable, in order.
    fn slopes(&self) -> impl Iterator<Item = f64> {
        let rows = self.values.iter().cycle();
        rows.zip(self.problem.offsets)
            .map(|(value, offset)| value + offset)
    }

    /// The pair that promises most; `None` at the minimum.
    fn select(&self, kernel: &mut KernelRows<'_>) -> Option<Pair> {
        let (mut up, mut lowest) = (None, f64::INFINITY);
        for (variable, slope) in self.slopes().enumerate() {
            if slope < lowest && self.room_up(variable) > 0.0 {
                (up, lowest) = (Some(variable), slope);
            }
        }
        let up = up?;
        let rows = kernel.len();
        let (similar, diagonal) = kernel.row_and_diagonal(up % rows);
        let own = diagonal[up % rows];
        let rows = similar.iter().zip(diagonal).cycle();
        let (mut best, mut gain, mut violation) = (None, 0.0, 0.0_f64);
        for ((down, slope), (similar, diagonal)) in self.slopes().enumerate().zip(rows) {
            let excess = slope - lowest;
            if excess > 0.0 && self.room_down(down) > 0.0 {
                violation = violation.max(excess);
                let curvature = own + diagonal - 2.0 * similar;
                let curvature = if curvature > 0.0 { curvature } else { TAU };
                let promised = excess * excess / curvature;
                if promised > gain {
                    gain = promised;
                    best = Some((down, excess / curvature));
                }
            }
        }
        let (down, change) = best.filter(|_| violation >= self.problem.tol)?;
        Some(Pair {
            up,
            down,
            change,
            violation,
        })
    }

    /// Changes a pair as far as the bounds allow.
    fn step(&mut self, kernel: &mut KernelRows<'_>, pair: &Pair) {
        let (up, down) = (self.room_up(pair.up), self.room_down(pair.down));
        let change = pair.change.min(up).min(down);
        for (variable, room, direction) in [(pair.up, up, 1.0), (pair.down, down, -1.0)] {
            let grows = self.problem.signs[variable] * direction > 0.0;
            // A bound that is met is met exactly.
            self.alphas[variable] = match (change == room, grows) {
                (true, true) => self.problem.bounds[variable],
                (true, false) => 0.0,
                (false, true) => self.alphas[variable] + change,
                (false, false) => self.alphas[variable] - change,
            };
        }
        let rows = kernel.len();
        let (first, second) = kernel.pair(pair.up % rows, pair.down % rows);
        for ((value, first), second) in self.values.iter_mut().zip(first).zip(second) {
            *value += change * (first - second);
        }
    }

    /// The constant of the decision: the mean over the variables between their bounds, or if there are none
    /// the middle of what those at their bounds allow.
    fn intercept(&self) -> f64 {
        let (mut total, mut free) = (0.0, 0_usize);
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        for (variable, slope) in self.slopes().enumerate() {
            match (self.room_up(variable) > 0.0, self.room_down(variable) > 0.0) {
                (true, true) => {
                    total += slope;
                    free += 1;
                }
                (true, false) => most = most.min(slope),
                (false, true) => least = least.max(slope),
                (false, false) => {}
            }
        }
        match (free, least.is_finite(), most.is_finite()) {
            (1.., _, _) => -total / free as f64,
            (0, true, true) => -(least + most) / 2.0,
            (0, true, false) => -least,
            (0, false, true) => -most,
            (0, false, false) => 0.0,
        }
    }
}
