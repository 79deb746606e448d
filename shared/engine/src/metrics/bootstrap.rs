//! The interval of a score from resamples of the held-out rows.

use super::score::Scorer;
use crate::numeric::quantile;
use crate::parallel;
use crate::random::{Purpose, Random};

/// Resamples of the held-out rows.
const RESAMPLES: u64 = 1000;

/// Scores that one thread computes one after the other.
const AT_ONCE: usize = 50;

/// Groups of rows that are left out in turn to see how skewed a score is.
const LEFT_OUT: usize = 1000;

/// The ends of the interval that is `deviations` standard normal deviations wide to each side; `None` when the score is
/// not defined on most resamples.
///
/// Percentiles of a bootstrap (Efron 1979) are too narrow with few rows and lean to the wrong side when a score is
/// skewed, as errors are. So they are corrected for bias and acceleration (BCa; Efron, *Better Bootstrap Confidence
/// Intervals*, 1987) and widened as Student's t is wider than the normal distribution (Hesterberg, *What Teachers Should
/// Know About the Bootstrap*, 2015, section 5.3).
pub(super) fn bootstrap(
    scorer: &Scorer,
    value: f64,
    rows: usize,
    deviations: f64,
    seed: u64,
) -> Option<(f64, f64)> {
    let scores = resampled(rows, seed, |weights| scorer.weighted(weights))?;
    let bias = bias(&scores, value);
    let acceleration = acceleration(scorer, rows);
    let reach = widened(deviations, rows);
    let end = |deviation: f64| {
        let shifted = bias + deviation;
        quantile(
            &scores,
            normal(bias + shifted / (1.0 - acceleration * shifted)),
        )
    };
    Some((end(-reach).min(value), end(reach).max(value)))
}

/// A score on each resample, ascending. It is given how often each row was drawn. `None` when it is not defined on most
/// resamples.
pub(super) fn resampled(
    rows: usize,
    seed: u64,
    score: impl Fn(&[u32]) -> Option<f64> + Sync,
) -> Option<Vec<f64>> {
    let starts: Vec<u64> = (0..RESAMPLES).step_by(AT_ONCE).collect();
    let some = |start: u64| -> Vec<f64> {
        let mut weights = vec![0_u32; rows];
        let score = |resample| {
            let mut random = Random::new(seed, Purpose::Bootstrap, resample);
            weights.fill(0);
            for _ in 0..rows {
                weights[random.below(rows)] += 1;
            }
            score(&weights)
        };
        let end = (start + AT_ONCE as u64).min(RESAMPLES);
        (start..end).filter_map(score).collect()
    };
    let found = parallel::map(starts, some);
    let mut scores = found.concat();
    scores.sort_unstable_by(f64::total_cmp);
    (scores.len() >= RESAMPLES as usize / 2).then_some(scores)
}

/// How far the median of the resamples is from the score, in standard normal deviations.
fn bias(sorted: &[f64], value: f64) -> f64 {
    let below = sorted.partition_point(|score| *score < value);
    let equal = sorted.partition_point(|score| *score <= value) - below;
    let count = sorted.len() as f64;
    let share = (below as f64 + equal as f64 / 2.0) / count;
    normal_quantile(share.clamp(0.5 / count, 1.0 - 0.5 / count))
}

/// How fast the standard deviation of the score changes with the score: a sixth of the skewness of the scores without
/// some of the rows each (the jackknife).
fn acceleration(scorer: &Scorer, rows: usize) -> f64 {
    let groups = rows.min(LEFT_OUT);
    let starts: Vec<usize> = (0..groups).step_by(AT_ONCE).collect();
    let some = |start: usize| -> Vec<f64> {
        let mut weights = vec![1_u32; rows];
        let without = |group: usize| {
            let left_out = || (group..rows).step_by(groups);
            left_out().for_each(|row| weights[row] = 0);
            let score = scorer.weighted(&weights);
            left_out().for_each(|row| weights[row] = 1);
            score
        };
        let end = (start + AT_ONCE).min(groups);
        (start..end).filter_map(without).collect()
    };
    let scores = parallel::map(starts, some).concat();
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let moment = |power| {
        let distances = scores.iter().map(|score| mean - score);
        distances
            .map(|d| if power == 2 { d * d } else { d * d * d })
            .sum::<f64>()
    };
    let (second, third) = (moment(2), moment(3));
    let found = third / (6.0 * second * second.sqrt());
    if found.is_finite() { found } else { 0.0 }
}

/// A quantile of the normal distribution as Student's t with one degree of freedom less than rows has it, of a standard
/// deviation with that many degrees of freedom. The expansion is by Fisher and Cornish (1960).
fn widened(deviations: f64, rows: usize) -> f64 {
    let n = rows.max(2) as f64;
    let (z, free) = (deviations, n - 1.0);
    let (z3, z5) = (z * z * z, z * z * z * z * z);
    let t = z + (z3 + z) / (4.0 * free) + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * free * free);
    t * (n / free).sqrt()
}

/// The distribution function of the standard normal distribution.
fn normal(x: f64) -> f64 {
    libm::erfc(-x / std::f64::consts::SQRT_2) / 2.0
}

/// Its inverse, by bisection; `share` is in `(0, 1)`.
fn normal_quantile(share: f64) -> f64 {
    let (mut low, mut high) = (-10.0, 10.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if normal(middle) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_match_scipy() {
        // scipy.stats.norm.ppf and .cdf; scipy.stats.t.ppf(0.975, 24) * (25 / 24) ** 0.5.
        for (share, expected) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.001, -3.090_232_306_167_813),
        ] {
            assert!((normal_quantile(share) - expected).abs() < 1e-12, "{share}");
            assert!((normal(expected) - share).abs() < 1e-15, "{share}");
        }
        let found = widened(1.959_963_984_540_054, 25);
        assert!((found - 2.106_457_6).abs() < 3e-4, "{found}");
    }
}
