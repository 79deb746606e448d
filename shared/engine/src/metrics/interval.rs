//! How far a score may be off, given the number of held-out rows.

use super::bootstrap::bootstrap;
use super::predictions::{Predictions, Truth};
use super::score::Scorer;
use super::types::{Interval, IntervalMethod};
use crate::request::Metric;

const LEVEL: f64 = 0.95;
/// The standard normal quantile that goes with [`LEVEL`].
const DEVIATIONS: f64 = 1.959_963_984_540_054;

/// The interval of a score; `None` when the score is not defined on most resamples.
///
/// It is about this model: it covers the score that the model would have on all the rows that could come from where the
/// held-out ones came from. How much another training part would change the model is not in it.
///
/// Accuracy is a share of independent rows, so it gets Wilson's interval (Wilson 1927), which does not
/// collapse at 0 and 1. Every other score gets a bootstrap over the held-out rows. `tests/simulations.rs` counts how
/// often they cover.
pub(crate) fn interval(
    metric: Metric,
    truth: &Truth,
    predictions: &Predictions,
    seed: u64,
) -> Option<Interval> {
    let scorer = Scorer::new(metric, truth, predictions)?;
    let value = scorer.score()?;
    let (low, high, method) = if metric == Metric::Accuracy {
        let (low, high) = wilson(value, truth.len());
        (low, high, IntervalMethod::Wilson)
    } else {
        let (low, high) = bootstrap(&scorer, value, truth.len(), DEVIATIONS, seed)?;
        (low, high, IntervalMethod::Bootstrap)
    };
    Some(Interval {
        metric,
        value,
        low,
        high,
        level: LEVEL,
        method,
    })
}

/// Wilson's interval of a share of so many rows, with [`LEVEL`].
pub(super) fn wilson(share: f64, rows: usize) -> (f64, f64) {
    let n = rows as f64;
    let z2 = DEVIATIONS * DEVIATIONS;
    let center = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let reach =
        DEVIATIONS / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    // The share itself is inside; at 0 and 1 rounding would leave it out by a hair.
    (
        (center - reach).clamp(0.0, share),
        (center + reach).clamp(share, 1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// statsmodels.stats.proportion.proportion_confint(45, 50, method="wilson") and (50, 50).
    #[test]
    fn wilson_matches_statsmodels() {
        let (low, high) = wilson(0.9, 50);
        assert!(
            (low - 0.786_397_5).abs() < 1e-6 && (high - 0.956_523_8).abs() < 1e-6,
            "{low} {high}"
        );
        let (low, high) = wilson(1.0, 50);
        assert!(
            (low - 0.928_652_4).abs() < 1e-6 && high == 1.0,
            "{low} {high}"
        );
    }

    #[test]
    fn bootstrap_covers_the_error_of_a_mean() {
        // Errors of ±1 in equal shares: the mean squared error is 1 in every resample; with errors of 0
        // and 2 in equal shares it varies by about 2 / √n around 2.
        let rows = 400;
        let truth = Truth::Values(vec![0.0; rows]);
        let values = (0..rows)
            .map(|row| if row % 2 == 0 { 0.0 } else { 2.0 })
            .collect();
        let found =
            interval(Metric::Mse, &truth, &Predictions::Values(values), 42).expect("defined");
        assert_eq!(found.value, 2.0);
        let half = DEVIATIONS * 2.0 / (rows as f64).sqrt();
        assert!((found.low - (2.0 - half)).abs() < 0.03, "{found:?}");
        assert!((found.high - (2.0 + half)).abs() < 0.03, "{found:?}");
    }
}
