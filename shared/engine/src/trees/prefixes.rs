//! The best place to cut a histogram in two. This is the innermost loop of boosting after the histograms
//! themselves, so it works on packed cells and in steps that vectorize.

use super::histogram::hessian;
use super::math::maximum;
use super::split::NodeSums;

/// Sums up to some bin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prefix {
    /// The last bin of the left part.
    pub(super) bin: usize,
    /// The packed sums of the left part.
    pub(super) sum: u64,
    /// `GL² / (HL + λ) + GR² / (HR + λ)`.
    pub(super) gain: f64,
}

/// Sums up to each bin that is not empty.
#[derive(Debug)]
pub(super) struct Prefixes {
    sums: [u64; 256],
    bins: [u8; 256],
    gains: [f64; 256],
}

/// Gradient and hessian sums as `f64`: integers are written into the mantissa of a large number, which
/// is then subtracted.
#[inline(always)]
fn unpack(sum: u64) -> (f64, f64) {
    const EXPONENT: u64 = 0x4330_0000_0000_0000;
    const LARGE: f64 = 4_503_599_627_370_496.0;
    let g = f64::from_bits(((sum >> 32) ^ 0x8000_0000) | EXPONENT) - (LARGE + 2_147_483_648.0);
    let h = f64::from_bits((sum & 0xFFFF_FFFF) | EXPONENT) - LARGE;
    (g, h)
}

impl Prefixes {
    pub(super) const fn new() -> Self {
        Self {
            sums: [0; 256],
            bins: [0; 256],
            gains: [0.0; 256],
        }
    }

    /// The first of the best cuts of `cells`, at most 255, such that both parts have their least
    /// hessian; `start` is added to the left part.
    pub(super) fn best(&mut self, cells: &[u64], start: u64, node: &NodeSums) -> Option<Prefix> {
        let (mut sum, mut len) = (start, 0);
        for (bin, &cell) in cells.iter().enumerate() {
            sum = sum.wrapping_add(cell);
            self.sums[len & 255] = sum;
            self.bins[len & 255] = bin as u8;
            len += usize::from(cell != 0);
        }
        let sums = &self.sums[..len.min(256)];
        let begin = sums.partition_point(|&sum| f64::from(hessian(sum)) < node.least_h);
        let end = sums.partition_point(|&sum| node.h - f64::from(hessian(sum)) >= node.least_h);
        let sums = sums.get(begin..end).filter(|sums| !sums.is_empty())?;
        let gains = &mut self.gains[begin..end];
        for (gain, &sum) in gains.iter_mut().zip(sums) {
            let (g, h) = unpack(sum);
            let (left, right) = (h + node.lambda, node.h - h + node.lambda);
            let rest = node.g - g;
            *gain = (g * g * right + rest * rest * left) / (left * right);
        }
        let largest = maximum(gains);
        let index = gains.iter().position(|&gain| gain >= largest)?;
        Some(Prefix {
            bin: self.bins[begin + index] as usize,
            sum: sums[index],
            gain: largest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::histogram::gradient;
    use super::*;

    #[test]
    fn unpacks_all_extremes() {
        for g in [i32::MIN, -1, 0, 1, i32::MAX] {
            for h in [0, 1, u32::MAX] {
                let sum = ((i64::from(g) << 32) as u64).wrapping_add(u64::from(h));
                assert_eq!((gradient(sum), hessian(sum)), (g, h));
                assert_eq!(unpack(sum), (f64::from(g), f64::from(h)));
            }
        }
    }
}
