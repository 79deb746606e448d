//! The two-sample Kolmogorov–Smirnov test.

use std::f64::consts::PI;

/// Terms of a series that falls faster than `e^−k²`.
const TERMS: u32 = 20;

/// The largest difference between the distribution functions of two ascending samples. Neither may be empty.
pub(super) fn statistic(a: &[f64], b: &[f64]) -> f64 {
    let (mut i, mut j, mut largest) = (0, 0, 0.0_f64);
    while i < a.len() && j < b.len() {
        let value = a[i].min(b[j]);
        i += a[i..].iter().take_while(|other| **other <= value).count();
        j += b[j..].iter().take_while(|other| **other <= value).count();
        let difference = i as f64 / a.len() as f64 - j as f64 / b.len() as f64;
        largest = largest.max(difference.abs());
    }
    largest
}

/// The chance of so large a statistic between samples of these sizes from one continuous distribution; where values
/// repeat it is an upper bound. Kolmogorov's limit with the correction for small samples of Stephens (*Use of
/// the Kolmogorov–Smirnov … statistics*, Journal of the Royal Statistical Society B 32, 1970).
pub(super) fn p_value(statistic: f64, a: usize, b: usize) -> f64 {
    let effective = (a as f64 * b as f64 / (a as f64 + b as f64)).sqrt();
    tail((effective + 0.12 + 0.11 / effective) * statistic)
}

/// `2 Σ (−1)^(k−1) e^(−2k²x²)`, for small `x` by the equal series `1 − √(2π)/x · Σ e^(−(2k−1)²π²/8x²)`.
fn tail(x: f64) -> f64 {
    if x < 0.1 {
        return 1.0;
    }
    if x < 1.18 {
        let term = |k: u32| libm::exp(-f64::from((2 * k - 1).pow(2)) * PI * PI / (8.0 * x * x));
        let below = (2.0 * PI).sqrt() / x * (1..=TERMS).map(term).sum::<f64>();
        return (1.0 - below).clamp(0.0, 1.0);
    }
    let term = |k: u32| {
        let size = libm::exp(-2.0 * f64::from(k * k) * x * x);
        if k % 2 == 1 { size } else { -size }
    };
    (2.0 * (1..=TERMS).map(term).sum::<f64>()).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_that_of_scipy() {
        // scipy.special.kolmogorov
        for (x, expected) in [
            (0.3, 0.999_990_694_198_665_5),
            (0.5, 0.963_945_243_664_875_1),
            (0.8, 0.544_142_411_574_198_1),
            (1.0, 0.269_999_671_677_354_56),
            (1.36, 0.049_485_876_755_377_876),
            (2.0, 0.000_670_925_255_779_695_3),
        ] {
            assert!((tail(x) - expected).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn samples_are_compared_as_by_scipy() {
        let sample = |count: u32, step: f64, shift: f64| {
            let mut values: Vec<f64> = (0..count)
                .map(|row| f64::from(row) * step % 5.0 + shift)
                .collect();
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        let (a, b) = (sample(60, 0.37, 0.0), sample(45, 0.53, 0.8));
        let found = statistic(&a, &b);
        // scipy.stats.ks_2samp(a, b, method="exact"): 0.21111111111111114, 0.17913182751246967
        assert!((found - 0.211_111_111_111_111_1).abs() < 1e-15);
        assert!((p_value(found, 60, 45) - 0.179_131_827_512_469_67).abs() < 0.003);
        assert_eq!(statistic(&a, &a), 0.0);
        assert_eq!(statistic(&[1.0, 1.0], &[2.0]), 1.0);
    }
}
