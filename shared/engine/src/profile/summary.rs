//! The distribution of numbers.

use super::types::{Histogram, NumericSummary, Quantiles};
use crate::numeric::{quantile, squared_deviation, sum};

const MOST_BINS: usize = 20;

/// Numbers of a column, ascending, without the missing ones.
pub(crate) fn sorted_present(values: &[f64]) -> Vec<f64> {
    let mut present: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect();
    present.sort_unstable_by(f64::total_cmp);
    present
}

/// Distinct values of an ascending sequence.
pub(crate) fn count_distinct(sorted: &[f64]) -> usize {
    sorted.len().min(1) + sorted.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// Describes ascending, finite, non-empty values.
pub(crate) fn summarize(sorted: &[f64]) -> NumericSummary {
    let count = sorted.len() as f64;
    // Dividing first keeps sums of huge values finite.
    let largest = sorted[0].abs().max(sorted[sorted.len() - 1].abs());
    let unit = if largest > 1e150 { largest } else { 1.0 };
    let scaled: Vec<f64> = sorted.iter().map(|value| value / unit).collect();
    let mean = sum(&scaled) / count;
    let std = (sorted.len() > 1)
        .then(|| (squared_deviation(&scaled, mean) / (count - 1.0)).sqrt() * unit)
        .filter(|std| std.is_finite());
    NumericSummary {
        min: sorted[0],
        max: sorted[sorted.len() - 1],
        mean: mean * unit,
        std,
        quantiles: Quantiles {
            p5: quantile(sorted, 0.05),
            p25: quantile(sorted, 0.25),
            p50: quantile(sorted, 0.5),
            p75: quantile(sorted, 0.75),
            p95: quantile(sorted, 0.95),
        },
        histogram: histogram(sorted),
    }
}

/// Bins of equal width between the extremes; as many as distinct values, at most [`MOST_BINS`].
fn histogram(sorted: &[f64]) -> Histogram {
    let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
    let bins = count_distinct(sorted).clamp(1, MOST_BINS);
    let edge = |index: usize| {
        let share = index as f64 / bins as f64;
        if index == bins {
            high
        } else {
            low * (1.0 - share) + high * share
        }
    };
    let edges: Vec<f64> = (0..=bins).map(edge).collect();
    let mut counts = vec![0_u64; bins];
    let mut bin = 0;
    for &value in sorted {
        while bin + 1 < bins && value >= edges[bin + 1] {
            bin += 1;
        }
        counts[bin] += 1;
    }
    Histogram { edges, counts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_quantiles_match_pandas() {
        let summary = summarize(&[1.0, 2.0, 4.0, 8.0]);
        assert_eq!((summary.min, summary.max, summary.mean), (1.0, 8.0, 3.75));
        // pandas.Series([1, 2, 4, 8]).std()
        assert!((summary.std.expect("several values") - 3.095_695_936_834_452).abs() < 1e-15);
        assert_eq!(summary.quantiles.p25, 1.75);
        assert_eq!(summary.histogram.counts, [2, 1, 0, 1]);
        assert_eq!(summary.histogram.edges, [1.0, 2.75, 4.5, 6.25, 8.0]);
    }

    #[test]
    fn one_value_and_huge_values_are_described() {
        let summary = summarize(&[7.0, 7.0]);
        assert_eq!(
            (summary.std, summary.histogram.counts),
            (Some(0.0), vec![2])
        );
        assert_eq!(summarize(&[7.0]).std, None);
        let summary = summarize(&[-1e308, 1e308]);
        assert_eq!(summary.mean, 0.0);
        assert!(summary.histogram.edges.iter().all(|edge| edge.is_finite()));
        assert_eq!(summary.histogram.counts, [1, 1]);
    }
}
