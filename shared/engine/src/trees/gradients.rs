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
    let (most, most_hessian) = (f64::from(gradient_levels), f64::from(hessian_levels));
    let unit = largest(gradients) / most;
    let factor = if unit > 0.0 { 1.0 / unit } else { 0.0 };
    let factor = if factor.is_finite() { factor } else { 0.0 };
    let key = key(seed, Draw::Rounding, tree) as u32;
    items.resize(gradients.len(), 0);
    let round = |value: f64, random: u32, least: f64, most: f64| {
        let shifted = value + f64::from(random as i32) * (1.0 / 65_536.0);
        // Adding an offset makes all values positive, so that cutting off rounds down.
        let clamped = if shifted < most { shifted } else { most };
        if clamped > least { clamped } else { least }
    };
    let offset = most + 1.0;
    let gradient = |g: f64, random: u32| {
        let above = round(g * factor + offset, random & 0xFFFF, 1.0, offset + most);
        (above as i32 - offset as i32) as i16
    };
    match hessians {
        None => {
            for (row, (item, &g)) in items.iter_mut().zip(gradients).enumerate() {
                *item = pack(gradient(g, draw32(key, row as u32)), 1);
            }
            1.0
        }
        Some(hessians) => {
            let hessian_unit = largest(hessians) / most_hessian;
            let factor = if hessian_unit > 0.0 { 1.0 / hessian_unit } else { 0.0 };
            let factor = if factor.is_finite() { factor } else { 0.0 };
            let pairs = gradients.iter().zip(hessians);
            for (row, (item, (&g, &h))) in items.iter_mut().zip(pairs).enumerate() {
                let random = draw32(key, row as u32);
                let h = round(h * factor, random >> 16, 0.0, most_hessian) as i32 as u16;
                *item = pack(gradient(g, random), h);
            }
            if hessian_unit > 0.0 { hessian_unit } else { 1.0 }
        }
    }
}
