//! Random numbers as a function of a key and a counter, so that no draw depends on threads or order.

use crate::random::{GOLDEN, mix};

/// What numbers are drawn for. Each purpose has its own stream.
#[derive(Clone, Copy, Debug)]
pub(super) enum Draw {
    /// Rows that bin edges are found on.
    Bins = 1,
    /// Rounding of gradients.
    Rounding = 2,
    /// Rows of one boosted tree.
    Rows = 3,
    /// Features of one split.
    Features = 4,
    /// Rows held back for early stopping.
    Validation = 5,
    /// Rows of one tree of a forest.
    Bootstrap = 6,
}

/// The key of a stream.
pub(super) const fn key(seed: u64, draw: Draw, index: u64) -> u64 {
    let stream = mix(seed.wrapping_add(GOLDEN)) ^ (draw as u64).wrapping_mul(GOLDEN);
    mix(mix(stream) ^ mix(index.wrapping_add(GOLDEN)))
}

/// Number `counter` of a stream.
pub(super) const fn draw(key: u64, counter: u64) -> u64 {
    mix(key.wrapping_add(counter.wrapping_mul(GOLDEN)))
}

/// Number `counter` of a stream, in `0..bound`; the bias is below `bound / 2⁶⁴`.
pub(super) fn draw_below(key: u64, counter: u64, bound: usize) -> usize {
    ((u128::from(draw(key, counter)) * bound as u128) >> 64) as usize
}

/// 32 bits of a stream in operations that vectorize (Wellons, *Prospecting for Hash Functions*, 2018).
pub(super) const fn draw32(key: u32, counter: u32) -> u32 {
    let mut x = counter ^ key;
    x = (x ^ (x >> 16)).wrapping_mul(0x7FEB_352D);
    x = (x ^ (x >> 15)).wrapping_mul(0x846C_A68B);
    x ^ (x >> 16)
}
