//! Whether one model is better than another beyond noise, on the same held-out rows.

use super::bootstrap::resampled;
use super::predictions::{Predictions, Truth};
use super::score::Scorer;
use super::types::Comparison;
use crate::metrics::most_probable;
use crate::numeric::quantile;
use crate::request::Metric;

/// Of the interval. A model is called better at half of the rest: one time in a hundred by chance.
const LEVEL: f64 = 0.98;

/// How much better `model` scores than `other`; `None` when a score is not defined.
///
/// Both are resampled together (paired bootstrap). For accuracy, where few rows decide and a bootstrap
/// would be too sure, McNemar's exact test (1947) has to agree.
pub(crate) fn compare(
    metric: Metric,
    truth: &Truth,
    (model, other): (&Predictions, &Predictions),
    seed: u64,
) -> Option<Comparison> {
    let sign = if metric.higher_is_better() { 1.0 } else { -1.0 };
    let ours = Scorer::new(metric, truth, model)?;
    let theirs = Scorer::new(metric, truth, other)?;
    let gain = sign * (ours.score()? - theirs.score()?);
    let gains = resampled(truth.len(), seed, |weights| {
        Some(sign * (ours.weighted(weights)? - theirs.weighted(weights)?))
    })?;
    let outside = (1.0 - LEVEL) / 2.0;
    let low = quantile(&gains, outside).min(gain);
    let high = quantile(&gains, 1.0 - outside).max(gain);
    let certain = match metric {
        Metric::Accuracy => mcnemar(truth, model, other)? <= outside,
        _ => true,
    };
    Some(Comparison {
        metric,
        gain,
        low,
        high,
        level: LEVEL,
        better: low > 0.0 && certain,
    })
}

/// The chance that so many of the rows that only one model gets right are the first model's, if both were
/// equally good.
fn mcnemar(truth: &Truth, model: &Predictions, other: &Predictions) -> Option<f64> {
    let Truth::Classes(truth) = truth else {
        return None;
    };
    let right = |predictions: &Predictions| -> Option<Vec<bool>> {
        let Predictions::Classes {
            probabilities,
            classes,
        } = predictions
        else {
            return None;
        };
        let rows = probabilities.chunks_exact(*classes).zip(truth);
        Some(
            rows.map(|(row, class)| most_probable(row) == *class)
                .collect(),
        )
    };
    let (mut won, mut lost) = (0_u32, 0_u32);
    for (ours, theirs) in right(model)?.into_iter().zip(right(other)?) {
        won += u32::from(ours && !theirs);
        lost += u32::from(theirs && !ours);
    }
    Some(binomial_tail(won, won + lost))
}

/// The chance of at least `hits` heads in `tosses` throws of a fair coin.
fn binomial_tail(hits: u32, tosses: u32) -> f64 {
    let logarithm = |n: u32| libm::lgamma(f64::from(n) + 1.0);
    let tail: f64 = (hits..=tosses)
        .map(|heads| {
            let ways = logarithm(tosses) - logarithm(heads) - logarithm(tosses - heads);
            libm::exp(ways - f64::from(tosses) * std::f64::consts::LN_2)
        })
        .sum();
    tail.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `scipy.stats.binomtest(hits, tosses, alternative="greater").pvalue`.
    #[test]
    fn tails_match_scipy() {
        for (hits, tosses, expected) in [
            (7, 7, 0.007_812_5),
            (9, 10, 0.010_742_187_5),
            (0, 5, 1.0),
            (60, 100, 0.028_443_966_820_490_392),
        ] {
            let found = binomial_tail(hits, tosses);
            assert!(
                (found - expected).abs() < 1e-12,
                "{found} is not {expected}"
            );
        }
    }

    #[test]
    fn equal_models_are_not_told_apart_and_a_clearly_better_one_is() {
        let truth = Truth::Values((0..50).map(f64::from).collect());
        let off = |by: f64| {
            Predictions::Values(
                (0..50)
                    .map(|row| f64::from(row) + by + 0.1 * f64::from(row % 3))
                    .collect(),
            )
        };
        let compare = |a: &Predictions, b: &Predictions| {
            compare(Metric::Mae, &truth, (a, b), 1).expect("defined")
        };
        let same = compare(&off(1.0), &off(1.0));
        assert_eq!((same.gain, same.better), (0.0, false));
        let better = compare(&off(1.0), &off(2.0));
        assert!(
            better.better && (better.gain - 1.0).abs() < 1e-9,
            "{better:?}"
        );
        assert!(!compare(&off(2.0), &off(1.0)).better);
    }
}
