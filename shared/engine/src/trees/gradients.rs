//! Gradients as small integers, so that their sums are exact.

use super::counter::{Draw, draw32, key};
use super::histogram::pack;

/// Most levels, so that sums over `rows` rows fit into 32 bits.
fn levels(rows: usize) -> (u32, u32) {
    let rows = rows.max(1) as u64;
    let gradients = (i32::MAX as u64 / rows).min(i16::MAX as u64);
    let hessians = (u64::from(u32::MAX) / rows).min(u64::from(u16::MAX));
    (gradients as u32, hessians as u32)
}

/// The largest size of any value.
pub(super) fn largest(values: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 8];
    let (blocks, rest) = values.as_chunks::<8>();
    for block in blocks {
        for (lane, value) in lanes.iter_mut().zip(block) {
            let size = value.abs();
            *lane = if size > *lane { size } else { *lane };
        }
    }
    let sizes = rest.iter().map(|value| value.abs());
    lanes.into_iter().chain(sizes).fold(0.0, f64::max)
}

/// The size of one unit, and how many units 1 is, when `largest` is to stay half a unit below `levels`.
fn unit(largest: f64, levels: u32) -> (f64, f64) {
    let unit = largest / (f64::from(levels) - 0.5);
    let factor = 1.0 / unit;
    // Everything is 0, or too small to divide by.
    if factor.is_finite() {
        (unit, factor)
    } else {
        (1.0, 0.0)
    }
}

/// Adds the upper 16 bits of `random`, as a number in `[-1/2, 1/2)`, and rounds to the nearest integer:
/// up or down at random, right on average. The integer is the low bits of the answer.
const fn round(value: f64, random: u32) -> u64 {
    /// So large that the last bit of the mantissa is 1.
    const MAGIC: f64 = 6_755_399_441_055_744.0;
    let noise = (random as i32 >> 16) as f64 * (1.0 / 65_536.0);
    (value + noise + MAGIC).to_bits()
}

/// Rounds each row's gradient and hessian up or down at random, so that it is right on average. Which
/// way depends on the seed, the tree and the row alone. `used` is the number of rows that are summed.
///
/// Returns the hessian of 1 unit.
pub(super) fn quantize(
    gradients: &[f64],
    hessians: Option<&[f64]>,
    used: usize,
    seed: u64,
    tree: u64,
    items: &mut Vec<u32>,
) -> f64 {
    let (gradient_levels, hessian_levels) = levels(used);
    let (_, factor) = unit(largest(gradients), gradient_levels);
    let key = key(seed, Draw::Rounding, tree) as u32;
    items.resize(gradients.len(), 0);
    let Some(hessians) = hessians else {
        for (row, (item, &g)) in items.iter_mut().zip(gradients).enumerate() {
            let random = draw32(key, row as u32);
            *item = pack(round(g * factor, random) as i16, 1);
        }
        return 1.0;
    };
    let (hessian_unit, hessian_factor) = unit(largest(hessians), hessian_levels);
    let pairs = gradients.iter().zip(hessians);
    for (row, (item, (&g, &h))) in items.iter_mut().zip(pairs).enumerate() {
        let random = draw32(key, row as u32);
        let g = round(g * factor, random) as i16;
        let h = round(h * hessian_factor, random << 16) as u16;
        *item = pack(g, h);
    }
    hessian_unit
}

#[cfg(test)]
mod tests {
    use super::super::histogram::{gradient, hessian, total};
    use super::*;

    #[test]
    fn extremes_stay_within_their_levels() {
        for rows in [1_usize, 2, 1_000, 65_535, 65_536, 70_000, 300_000] {
            for size in [1e-300, 1.0, 1e150, 1e300] {
                let gradients = vec![-size; rows];
                let hessians = vec![size; rows];
                let mut items = Vec::new();
                quantize(&gradients, Some(&hessians), rows, 5, 9, &mut items);
                let all: Vec<u32> = (0..rows as u32).collect();
                let sum = total(&all, &items);
                // The exact sums of what each item holds: nothing was carried or cut.
                let exact_g: i64 = items.iter().map(|&item| i64::from(item as i32 >> 16)).sum();
                let exact_h: u64 = items.iter().map(|&item| u64::from(item & 0xFFFF)).sum();
                assert_eq!(i64::from(gradient(sum)), exact_g);
                assert_eq!(u64::from(hessian(sum)), exact_h);
                let (levels_g, levels_h) = levels(rows);
                let fill = |sum: f64, levels: u32| sum / (rows as f64 * f64::from(levels));
                assert!(fill(-exact_g as f64, levels_g) > 0.99, "{rows} {exact_g}");
                assert!(fill(exact_h as f64, levels_h) > 0.99, "{rows} {exact_h}");
                assert!(
                    fill(-exact_g as f64, levels_g) <= 1.0 && fill(exact_h as f64, levels_h) <= 1.0
                );
            }
        }
    }

    #[test]
    fn rounding_is_right_on_average() {
        let rows = 200_000;
        let mut gradients = vec![0.3; rows];
        gradients[0] = -10_737.0; // 10737 levels for so many rows: a unit is about 1.
        let mut items = Vec::new();
        quantize(&gradients, None, rows, 1, 2, &mut items);
        let sum: i64 = items[1..]
            .iter()
            .map(|&item| i64::from(item as i32 >> 16))
            .sum();
        let mean = sum as f64 / (rows - 1) as f64;
        // The standard deviation of the mean is 0.001.
        assert!((mean - 0.3).abs() < 0.005, "{mean}");
    }

    #[test]
    fn zeros_are_zeros() {
        let mut items = Vec::new();
        quantize(&[0.0; 9], Some(&[0.0; 9]), 9, 1, 2, &mut items);
        assert_eq!(items, [0; 9]);
    }
}
