//! The best split of one feature, from what each of its bins holds.

use super::binning::{Feature, Meaning};
use super::split::{BinSet, Cut, NodeSums, Split, Sweep, threshold};

/// What a bin holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) bin: usize,
    /// Sum of gradients (or of targets).
    pub(super) g: f64,
    /// Sum of hessians (or of weights), above 0.
    pub(super) h: f64,
    /// Number of rows, or 0 if they are not counted.
    pub(super) rows: usize,
}

/// Limits on the number of rows of each child.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowLimits {
    pub(super) total: usize,
    pub(super) least: usize,
}

/// A search over the bins of one feature.
pub(super) struct EntrySearch<'a> {
    pub(super) index: usize,
    pub(super) feature: &'a Feature,
    pub(super) node: NodeSums,
    pub(super) limits: RowLimits,
    /// Added to the denominator when categories are ordered by `g / h`, so that rare ones stay in the
    /// middle.
    pub(super) smoothing: f64,
}

impl EntrySearch<'_> {
    /// The best split; `entries` are the bins with rows, ascending, without the one for missing values.
    pub(super) fn best(
        &self,
        entries: &mut Vec<Entry>,
        missing: Option<Entry>,
        sweep: &mut Sweep,
    ) -> Option<Split> {
        match self.feature.meaning {
            Meaning::Numeric { .. } => {
                let right = self.numeric(entries, None, missing.is_some(), sweep);
                let left =
                    missing.and_then(|missing| self.numeric(entries, Some(missing), false, sweep));
                // On a tie, missing values go right.
                match (right, left) {
                    (Some(right), Some(left)) if left.gain > right.gain => Some(left),
                    (None, left) => left,
                    (right, _) => right,
                }
            }
            Meaning::Categorical { .. } => {
                entries.extend(missing);
                self.categories(entries, missing.is_some(), sweep)
            }
        }
    }

    fn sweep(&self, entries: &[Entry], first: Option<Entry>, sweep: &mut Sweep) {
        let start = first.map_or((0.0, 0.0, 0), |entry| (entry.g, entry.h, entry.rows));
        let (mut g, mut h, mut rows) = start;
        sweep.clear();
        for entry in entries {
            g += entry.g;
            h += entry.h;
            rows += entry.rows;
            let rest = self.limits.total.saturating_sub(rows);
            sweep.push(entry.bin, g, h, rows.min(rest) >= self.limits.least);
        }
    }

    fn numeric(
        &self,
        entries: &[Entry],
        missing_left: Option<Entry>,
        missing_right: bool,
        sweep: &mut Sweep,
    ) -> Option<Split> {
        self.sweep(entries, missing_left, sweep);
        let best = sweep.best(&self.node)?;
        let last = sweep.bin(best.index);
        let next = entries
            .iter()
            .map(|entry| entry.bin)
            .find(|&bin| bin > last);
        let left_sums = sweep.sums(best.index);
        let known = missing_left.is_some() || missing_right;
        let missing_left = if known {
            missing_left.is_some()
        } else {
            2.0 * left_sums[1] >= self.node.h
        };
        let mut left = BinSet::up_to(last);
        if missing_left {
            left.insert(self.feature.bins);
        }
        Some(Split {
            gain: best.gain - self.node.score(),
            feature: self.index,
            cut: Cut::Threshold(threshold(self.feature, last, next)),
            left,
            missing_left,
            left_sums,
        })
    }

    /// Sorted by mean, the best two groups are a prefix and the rest (Fisher, *On Grouping for Maximum
    /// Homogeneity*, 1958).
    fn categories(
        &self,
        entries: &mut [Entry],
        has_missing: bool,
        sweep: &mut Sweep,
    ) -> Option<Split> {
        let mean = |entry: &Entry| entry.g / (entry.h + self.smoothing);
        entries.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.bin.cmp(&b.bin)));
        self.sweep(entries, None, sweep);
        let best = sweep.best(&self.node)?;
        let last = sweep.bin(best.index);
        let mut left = BinSet::default();
        for entry in &*entries {
            left.insert(entry.bin);
            if entry.bin == last {
                break;
            }
        }
        let left_sums = sweep.sums(best.index);
        let missing_left = if has_missing {
            left.contains(self.feature.bins)
        } else {
            2.0 * left_sums[1] >= self.node.h
        };
        if missing_left {
            left.insert(self.feature.bins);
        }
        Some(Split {
            gain: best.gain - self.node.score(),
            feature: self.index,
            cut: Cut::Categories,
            left,
            missing_left,
            left_sums,
        })
    }
}
