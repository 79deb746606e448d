//! Floating-point building blocks whose result does not depend on the platform.
//!
//! Sums run over eight lanes in a fixed order, which compilers vectorize without changing the result.
//! `exp` and `ln` come from `libm`: the standard library's differ between platforms. `ndarray`'s matrix
//! product is not used anywhere, because it chooses fused kernels at run time.

/// Sums that run side by side.
pub(crate) const LANES: usize = 8;

/// `Σ aᵢ bᵢ` over the shorter length.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let length = a.len().min(b.len());
    let (a_blocks, a_rest) = a[..length].as_chunks::<LANES>();
    let (b_blocks, b_rest) = b[..length].as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for (a, b) in a_blocks.iter().zip(b_blocks) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    let mut total = fold_lanes(&lanes);
    for (a, b) in a_rest.iter().zip(b_rest) {
        total += a * b;
    }
    total
}

/// `Σ (aᵢ − bᵢ)²` over the shorter length.
pub(crate) fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    let length = a.len().min(b.len());
    let (a_blocks, a_rest) = a[..length].as_chunks::<LANES>();
    let (b_blocks, b_rest) = b[..length].as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for (a, b) in a_blocks.iter().zip(b_blocks) {
        for lane in 0..LANES {
            let difference = a[lane] - b[lane];
            lanes[lane] += difference * difference;
        }
    }
    let mut total = fold_lanes(&lanes);
    for (a, b) in a_rest.iter().zip(b_rest) {
        total += (a - b) * (a - b);
    }
    total
}

/// `Σ aᵢ`.
pub(crate) fn sum(a: &[f64]) -> f64 {
    let (blocks, rest) = a.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for block in blocks {
        for lane in 0..LANES {
            lanes[lane] += block[lane];
        }
    }
    rest.iter()
        .fold(fold_lanes(&lanes), |total, value| total + value)
}

fn fold_lanes(lanes: &[f64; LANES]) -> f64 {
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
        + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

/// `y += factor · x`.
pub(crate) fn add_scaled(y: &mut [f64], factor: f64, x: &[f64]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}

/// Arithmetic mean; NaN for nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    sum(values) / values.len() as f64
}

/// Sum of squared distances from `center`.
pub(crate) fn squared_deviation(values: &[f64], center: f64) -> f64 {
    values
        .iter()
        .map(|value| (value - center) * (value - center))
        .sum()
}

/// Quantile of ascending values, linear between neighbours (type 7). `values` must not be empty.
pub(crate) fn quantile(sorted: &[f64], probability: f64) -> f64 {
    let position = probability * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let share = position - below as f64;
    // Not `low + share · (high − low)`: the difference of two large values can overflow.
    sorted[below] * (1.0 - share) + sorted[above] * share
}

/// Turns scores into probabilities in place, without overflow.
pub(crate) fn softmax(scores: &mut [f64]) {
    let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        *score = libm::exp(*score - largest);
        total += *score;
    }
    for score in scores {
        *score /= total;
    }
}

/// `1 / (1 + e^−x)` without overflow.
pub(crate) fn sigmoid(x: f64) -> f64 {
    let small = libm::exp(-x.abs());
    if x >= 0.0 {
        1.0 / (1.0 + small)
    } else {
        small / (1.0 + small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_cover_every_element() {
        let values: Vec<f64> = (1..=37).map(f64::from).collect();
        assert_eq!(sum(&values), 703.0);
        assert_eq!(dot(&values, &values), 17575.0);
        assert_eq!(sum(&[]), 0.0);
        assert_eq!(squared_distance(&values, &[0.0; 40]), 17575.0);
    }

    #[test]
    fn quantiles_match_numpy() {
        let values = [1.0, 2.0, 4.0, 8.0];
        assert_eq!(quantile(&values, 0.5), 3.0);
        assert_eq!(quantile(&values, 0.25), 1.75);
        assert_eq!(quantile(&values, 1.0), 8.0);
        assert_eq!(quantile(&[5.0], 0.3), 5.0);
    }

    #[test]
    fn softmax_and_sigmoid_survive_extremes() {
        let mut scores = [1e308, -1e308, 1e308];
        softmax(&mut scores);
        assert_eq!(scores, [0.5, 0.0, 0.5]);
        assert_eq!(sigmoid(-1e308), 0.0);
        assert_eq!(sigmoid(1e308), 1.0);
        assert!((sigmoid(2.0) + sigmoid(-2.0) - 1.0).abs() < 1e-15);
    }
}
