//! Minimising a smooth convex function (L-BFGS; Nocedal and Wright, *Numerical Optimization*, 2006,
//! algorithms 7.4, 7.5, 3.5 and 3.6).

use std::collections::VecDeque;
use std::ops::ControlFlow;

use crate::numeric::{add_scaled, dot};

/// Pairs of steps that approximate the curvature.
const MEMORY: usize = 10;
/// A step must decrease the function by this share of what its slope promises …
const SUFFICIENT_DECREASE: f64 = 1e-4;
/// … and flatten the slope to this share.
const CURVATURE: f64 = 0.9;
/// Near the minimum the function changes by less than its rounding error, this share of its value, and
/// only the gradient still tells (Hager and Zhang's approximate Wolfe conditions, 2005).
const ROUNDING: f64 = 8.0 * f64::EPSILON;
/// Steps in a row that lower neither the value nor the flattest gradient so far, before giving up.
const MAX_STALLED: u32 = 20;
/// Evaluations of the function per step.
const MAX_TRIALS: u32 = 30;

/// Where the search ended.
#[derive(Clone, Debug)]
pub(crate) struct Minimum {
    pub(crate) point: Vec<f64>,
    /// Largest component of the gradient.
    pub(crate) gradient: f64,
    pub(crate) iterations: u32,
    pub(crate) converged: bool,
}

/// Why the search gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The function is not finite at the start.
    NotFinite,
    /// The caller asked to stop.
    Cancelled,
}

/// A point, the function's value and gradient there.
#[derive(Clone)]
struct Sample {
    point: Vec<f64>,
    value: f64,
    gradient: Vec<f64>,
}

/// Minimises `function`, which writes the gradient and returns the value, from `start` until no component
/// of the gradient is larger than `tolerance`. `watch` is told the iteration and that largest component.
pub(crate) fn minimize(
    mut function: impl FnMut(&[f64], &mut [f64]) -> f64,
    start: Vec<f64>,
    max_iterations: u32,
    tolerance: f64,
    mut watch: impl FnMut(u32, f64) -> ControlFlow<()>,
) -> Result<Minimum, Failure> {
    let mut gradient = vec![0.0; start.len()];
    let value = function(&start, &mut gradient);
    let mut here = Sample {
        point: start,
        value,
        gradient,
    };
    if !here.value.is_finite() {
        return Err(Failure::NotFinite);
    }
    let mut memory: VecDeque<Pair> = VecDeque::with_capacity(MEMORY);
    let mut iterations = 0;
    let mut flattest = f64::INFINITY;
    let mut stalled = 0;
    loop {
        let steepest = largest(&here.gradient);
        let ended = |converged, here: Sample| Minimum {
            point: here.point,
            gradient: steepest,
            iterations,
            converged,
        };
        if steepest <= tolerance {
            return Ok(ended(true, here));
        }
        if iterations == max_iterations {
            return Ok(ended(false, here));
        }
        if watch(iterations, steepest).is_break() {
            return Err(Failure::Cancelled);
        }
        let mut direction = descent(&here.gradient, &memory);
        if dot(&direction, &here.gradient) >= 0.0 {
            memory.clear();
            direction = descent(&here.gradient, &memory);
        }
        let first = if memory.is_empty() {
            (1.0 / norm1(&here.gradient)).min(1.0)
        } else {
            1.0
        };
        let Some(next) = line_search(&mut function, &here, &direction, first) else {
            if memory.is_empty() {
                // Not even the gradient leads down: this is as low as rounding allows.
                return Ok(ended(false, here));
            }
            memory.clear();
            continue;
        };
        let lower = next.value < here.value - ROUNDING * here.value.abs();
        let flattest_here = largest(&next.gradient);
        stalled = if lower || flattest_here < flattest {
            0
        } else {
            stalled + 1
        };
        flattest = flattest.min(flattest_here);
        if stalled == MAX_STALLED {
            return Ok(ended(false, here));
        }
        remember(&mut memory, &here, &next);
        here = next;
        iterations += 1;
    }
}

/// A step and the change of the gradient along it.
struct Pair {
    step: Vec<f64>,
    change: Vec<f64>,
    /// `step · change`, above 0.
    product: f64,
}

fn remember(memory: &mut VecDeque<Pair>, from: &Sample, to: &Sample) {
    let step: Vec<f64> = to
        .point
        .iter()
        .zip(&from.point)
        .map(|(to, from)| to - from)
        .collect();
    let change: Vec<f64> = to
        .gradient
        .iter()
        .zip(&from.gradient)
        .map(|(to, from)| to - from)
        .collect();
    let product = dot(&step, &change);
    if product > f64::EPSILON * dot(&change, &change) {
        if memory.len() == MEMORY {
            memory.pop_front();
        }
        memory.push_back(Pair {
            step,
            change,
            product,
        });
    }
}

/// The direction of descent: minus the approximate inverse curvature times the gradient.
fn descent(gradient: &[f64], memory: &VecDeque<Pair>) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|component| -component).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for pair in memory.iter().rev() {
        let share = dot(&pair.step, &direction) / pair.product;
        add_scaled(&mut direction, -share, &pair.change);
        shares.push(share);
    }
    if let Some(last) = memory.back() {
        let scale = last.product / dot(&last.change, &last.change);
        for component in &mut direction {
            *component *= scale;
        }
    }
    for (pair, share) in memory.iter().zip(shares.iter().rev()) {
        let back = dot(&pair.change, &direction) / pair.product;
        add_scaled(&mut direction, share - back, &pair.step);
    }
    direction
}

/// A point along `direction` that meets the strong Wolfe conditions, or at least lies lower.
fn line_search(
    function: &mut impl FnMut(&[f64], &mut [f64]) -> f64,
    from: &Sample,
    direction: &[f64],
    first: f64,
) -> Option<Sample> {
    let slope_at_start = dot(&from.gradient, direction);
    let rounding = ROUNDING * from.value.abs();
    let mut low = End {
        step: 0.0,
        value: from.value,
        slope: slope_at_start,
    };
    let mut high: Option<End> = None;
    let mut step = first;
    let mut best: Option<Sample> = None;
    for _ in 0..MAX_TRIALS {
        let mut point = from.point.clone();
        add_scaled(&mut point, step, direction);
        let mut gradient = vec![0.0; point.len()];
        let value = function(&point, &mut gradient);
        let slope = dot(&gradient, direction);
        let trial = End { step, value, slope };
        let promised = SUFFICIENT_DECREASE * step * slope_at_start;
        let low_enough =
            value <= from.value + (promised + rounding) && value <= low.value + rounding;
        if value.is_finite() && slope.is_finite() && low_enough {
            let sample = Sample {
                point,
                value,
                gradient,
            };
            if slope.abs() <= -CURVATURE * slope_at_start {
                return Some(sample);
            }
            if best.as_ref().is_none_or(|best| value < best.value) {
                best = Some(sample);
            }
            let towards_high = high.map_or(1.0, |high| high.step - low.step);
            if slope * towards_high >= 0.0 {
                high = Some(low);
            }
            low = trial;
        } else {
            high = Some(trial);
        }
        step = match high {
            None => 2.0 * step,
            Some(high) => between(low, high),
        };
        if step == low.step {
            break;
        }
    }
    best
}

/// One end of the bracket of a line search.
#[derive(Clone, Copy)]
struct End {
    step: f64,
    value: f64,
    slope: f64,
}

/// The minimum of the cubic through both ends, kept away from them; the middle when there is none.
fn between(low: End, high: End) -> f64 {
    let width = high.step - low.step;
    let d1 = low.slope + high.slope - 3.0 * (low.value - high.value) / (low.step - high.step);
    let d2 = (d1 * d1 - low.slope * high.slope).sqrt() * width.signum();
    let step = high.step - width * (high.slope + d2 - d1) / (high.slope - low.slope + 2.0 * d2);
    let share = (step - low.step) / width;
    if (0.1..=0.9).contains(&share) {
        step
    } else {
        low.step + 0.5 * width
    }
}

fn largest(values: &[f64]) -> f64 {
    values
        .iter()
        .fold(0.0, |largest, value| value.abs().max(largest))
}

fn norm1(values: &[f64]) -> f64 {
    values.iter().map(|value| value.abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(
        function: impl FnMut(&[f64], &mut [f64]) -> f64,
        start: Vec<f64>,
    ) -> Result<Minimum, Failure> {
        minimize(function, start, 500, 1e-9, |_, _| ControlFlow::Continue(()))
    }

    #[test]
    fn a_badly_scaled_bowl_is_solved() {
        let bowl = |x: &[f64], g: &mut [f64]| {
            let weights = [1.0, 1e3, 1e-3, 50.0];
            let mut value = 0.0;
            for i in 0..4 {
                let distance = x[i] - i as f64;
                value += 0.5 * weights[i] * distance * distance;
                g[i] = weights[i] * distance;
            }
            value
        };
        let minimum = solve(bowl, vec![10.0; 4]).expect("finite");
        assert!(minimum.converged, "{minimum:?}");
        for (i, x) in minimum.point.iter().enumerate() {
            assert!((x - i as f64).abs() < 1e-5, "{minimum:?}");
        }
    }

    #[test]
    fn rosenbrock_is_solved() {
        let valley = |x: &[f64], g: &mut [f64]| {
            let (a, b) = (1.0 - x[0], x[1] - x[0] * x[0]);
            g[0] = -2.0 * a - 400.0 * x[0] * b;
            g[1] = 200.0 * b;
            a * a + 100.0 * b * b
        };
        let minimum = solve(valley, vec![-1.2, 1.0]).expect("finite");
        assert!(minimum.converged && minimum.iterations < 60, "{minimum:?}");
        assert!((minimum.point[0] - 1.0).abs() < 1e-7);
    }

    #[test]
    fn failures_are_told() {
        let nowhere = |_: &[f64], _: &mut [f64]| f64::NAN;
        assert_eq!(
            solve(nowhere, vec![0.0]).expect_err("not finite"),
            Failure::NotFinite
        );
        let slope = |x: &[f64], g: &mut [f64]| {
            g[0] = 2.0 * x[0];
            x[0] * x[0]
        };
        let cancelled = minimize(slope, vec![1.0], 9, 1e-9, |_, _| ControlFlow::Break(()));
        assert_eq!(cancelled.expect_err("cancelled"), Failure::Cancelled);
    }
}
