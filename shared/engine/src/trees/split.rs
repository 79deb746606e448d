//! A split, and the search for the best one along the bins of a feature.

use super::binning::{Feature, Meaning};
use super::math::maximum;

/// A set of bins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BinSet([u64; 4]);

impl BinSet {
    pub(super) fn insert(&mut self, bin: usize) {
        self.0[bin >> 6] |= 1 << (bin & 63);
    }

    pub(super) fn contains(&self, bin: usize) -> bool {
        self.0[bin >> 6] >> (bin & 63) & 1 == 1
    }

    /// Bins `0..=last`.
    pub(super) fn up_to(last: usize) -> Self {
        let mut words = [0; 4];
        for (index, word) in words.iter_mut().enumerate() {
            *word = match (last + 1).saturating_sub(index * 64) {
                0 => 0,
                count if count >= 64 => u64::MAX,
                count => (1 << count) - 1,
            };
        }
        Self(words)
    }
}

/// How values are told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cut {
    /// Up to this number goes left.
    Threshold(f32),
    /// The categories of the bins of the set go left.
    Categories,
}

/// The split of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Split {
    /// Fall of the loss, in a unit that is the same for all nodes of a tree.
    pub(super) gain: f64,
    pub(super) feature: usize,
    pub(super) cut: Cut,
    /// Bins that go left; the bin for missing values among them or not.
    pub(super) left: BinSet,
    pub(super) missing_left: bool,
    /// Sums of the left child as a histogram holds them.
    pub(super) left_sums: [f64; 2],
}

/// Sums and limits of the node that is searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeSums {
    /// Sum of gradients (or of targets).
    pub(super) g: f64,
    /// Sum of hessians (or of weights).
    pub(super) h: f64,
    /// The penalty λ in units of `h`.
    pub(super) lambda: f64,
    /// Least `h` of a child, above 0.
    pub(super) least_h: f64,
}

impl NodeSums {
    pub(super) fn score(&self) -> f64 {
        self.g * self.g / (self.h + self.lambda)
    }
}

/// Running sums over the bins that hold rows, and the gain after each.
#[derive(Debug)]
pub(super) struct Sweep {
    g: [f64; 256],
    h: [f64; 256],
    bins: [u8; 256],
    gains: [f64; 256],
    len: usize,
}

/// The best end of a left part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    /// Index in the sweep.
    pub(super) index: usize,
    pub(super) gain: f64,
}

impl Sweep {
    pub(super) const fn new() -> Self {
        Self {
            g: [0.0; 256],
            h: [0.0; 256],
            bins: [0; 256],
            gains: [0.0; 256],
            len: 0,
        }
    }

    pub(super) const fn clear(&mut self) {
        self.len = 0;
    }

    /// Appends the sums up to and with `bin`; `keep` is whether the bin holds any row. At most 256.
    #[inline]
    pub(super) fn push(&mut self, bin: usize, g: f64, h: f64, keep: bool) {
        let at = self.len & 255;
        self.g[at] = g;
        self.h[at] = h;
        self.bins[at] = bin as u8;
        self.len += usize::from(keep);
    }

    pub(super) const fn bin(&self, index: usize) -> usize {
        self.bins[index & 255] as usize
    }

    pub(super) const fn sums(&self, index: usize) -> [f64; 2] {
        [self.g[index & 255], self.h[index & 255]]
    }

    /// The best place to end the left part, so that both parts have their least `h`: the first of
    /// the largest `GL² / (HL + λ) + GR² / (HR + λ)`.
    pub(super) fn best(&mut self, node: &NodeSums) -> Option<Best> {
        let hessians = &self.h[..self.len];
        let begin = hessians.partition_point(|&h| h < node.least_h);
        let end = hessians.partition_point(|&h| node.h - h >= node.least_h);
        if begin >= end {
            return None;
        }
        let gains = &mut self.gains[begin..end];
        let sums = self.g[begin..end].iter().zip(&self.h[begin..end]);
        for (gain, (&g, &h)) in gains.iter_mut().zip(sums) {
            let (left, right) = (h + node.lambda, node.h - h + node.lambda);
            let rest = node.g - g;
            *gain = (g * g * right + rest * rest * left) / (left * right);
        }
        let largest = maximum(gains);
        let index = gains.iter().position(|&gain| gain >= largest)?;
        Some(Best {
            index: begin + index,
            gain: largest,
        })
    }
}

/// The threshold of a numeric feature between bins `last` and `next`, where those between are empty.
pub(super) fn threshold(feature: &Feature, last: usize, next: Option<usize>) -> f32 {
    let Meaning::Numeric { edges } = &feature.meaning else {
        return f32::INFINITY;
    };
    match (edges.get(last), next) {
        (None, _) | (_, None) => f32::INFINITY,
        (Some(&low), Some(next)) if next > last + 1 => {
            super::binning::between(low, edges[next - 1])
        }
        (Some(&low), Some(_)) => low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_was_put_in() {
        for last in [0, 1, 62, 63, 64, 127, 128, 254, 255] {
            let set = BinSet::up_to(last);
            assert!(
                (0..256).all(|bin| set.contains(bin) == (bin <= last)),
                "{last}"
            );
        }
    }
}
