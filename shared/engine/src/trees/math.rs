//! The exponential function and its relatives, with the same bits on every platform.
//!
//! Only additions, multiplications and divisions, each rounded once as IEEE 754 prescribes, so compilers
//! can vectorize the loops without changing a result.

/// `eˣ` to about 1 unit in the last place; `x` is first clamped to ±700.
///
/// Reduction by `ln 2` in two parts (Cody and Waite), then Taylor's polynomial of degree 12.
pub(super) fn exp(x: f64) -> f64 {
    /// Adding this leaves the nearest integer in the low bits of the mantissa.
    const MAGIC: f64 = 6_755_399_441_055_744.0;
    const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    const FACTORIALS: [f64; 12] = [
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ];
    let x = if x < -700.0 { -700.0 } else { x };
    let x = if x > 700.0 { 700.0 } else { x };
    let shifted = x * std::f64::consts::LOG2_E + MAGIC;
    let whole = shifted - MAGIC;
    let rest = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    let mut sum = 1.0 / 479_001_600.0;
    for factor in FACTORIALS {
        sum = sum * rest + factor;
    }
    let power = f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023 << 52));
    sum * power
}

/// The largest of some numbers without NaN; negative infinity for none.
pub(super) fn maximum(values: &[f64]) -> f64 {
    let larger = |a: f64, b: f64| if b > a { b } else { a };
    // Independent lanes, because one comparison waiting for the other would take most of the time.
    let mut lanes = [f64::NEG_INFINITY; 8];
    let (blocks, rest) = values.as_chunks::<8>();
    for block in blocks {
        for (lane, &value) in lanes.iter_mut().zip(block) {
            *lane = larger(*lane, value);
        }
    }
    lanes
        .iter()
        .chain(rest)
        .copied()
        .fold(f64::NEG_INFINITY, larger)
}

/// `1 / (1 + e⁻ˣ)`.
pub(super) fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// Turns scores into probabilities in place.
pub(super) fn softmax(scores: &mut [f64]) {
    let largest = maximum(scores);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        *score = exp(*score - largest);
        total += *score;
    }
    for score in scores {
        *score /= total;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_accurate() {
        for step in -70_000..=70_000 {
            let x = f64::from(step) * 0.01;
            let (ours, right) = (exp(x), libm::exp(x));
            assert!(
                (ours / right - 1.0).abs() < 5e-16,
                "exp({x}) = {ours}, not {right}"
            );
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(1e308).is_finite() && exp(-1e308) > 0.0);
    }

    #[test]
    fn probabilities_sum_to_one() {
        let mut scores = [3.0, -1e300, 3.0, 1.0];
        softmax(&mut scores);
        assert!((scores.iter().sum::<f64>() - 1.0).abs() < 1e-15);
        assert_eq!(scores[0], scores[2]);
        assert!((sigmoid(0.3) + sigmoid(-0.3) - 1.0).abs() < 1e-15);
    }
}
