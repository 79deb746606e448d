//! The best split of one feature, from its histogram.

use super::binning::{Feature, Meaning};
use super::entries::{Entry, EntrySearch, RowLimits};
use super::histogram::{Cells, gradient, hessian};
use super::prefixes::{Prefix, Prefixes};
use super::split::{BinSet, Cut, NodeSums, Split, Sweep, threshold};

/// Buffers that are used for one feature after the other.
#[derive(Debug)]
pub(super) struct Scanner {
    prefixes: Prefixes,
    sweep: Sweep,
    entries: Vec<Entry>,
}

/// What is searched.
pub(super) struct Scan<'a> {
    pub(super) index: usize,
    pub(super) feature: &'a Feature,
    pub(super) cells: &'a Cells,
    pub(super) node: NodeSums,
    /// Added to hessian sums when categories are ordered.
    pub(super) smoothing: f64,
}

impl Scanner {
    pub(super) const fn new() -> Self {
        Self {
            prefixes: Prefixes::new(),
            sweep: Sweep::new(),
            entries: Vec::new(),
        }
    }

    /// The best split, where rows are only estimated.
    pub(super) fn best(&mut self, scan: &Scan<'_>) -> Option<Split> {
        match scan.feature.meaning {
            Meaning::Numeric { .. } => self.numeric(scan),
            Meaning::Categorical { .. } => {
                let limits = RowLimits { total: 0, least: 0 };
                self.entries(scan, None, limits)
            }
        }
    }

    /// The best split that leaves enough rows on both sides, with the rows of each bin counted.
    pub(super) fn best_counted(
        &mut self,
        scan: &Scan<'_>,
        counts: &Cells,
        limits: RowLimits,
    ) -> Option<Split> {
        self.entries(scan, Some(counts), limits)
    }

    fn entries(
        &mut self,
        scan: &Scan<'_>,
        counts: Option<&Cells>,
        limits: RowLimits,
    ) -> Option<Split> {
        let bins = scan.feature.bins;
        let entry = |bin: usize| Entry {
            bin,
            g: f64::from(gradient(scan.cells[bin])),
            h: f64::from(hessian(scan.cells[bin])),
            rows: counts.map_or(0, |counts| counts[bin] as usize),
        };
        let holds_rows = |entry: &Entry| entry.h > 0.0 || entry.rows > 0;
        self.entries.clear();
        self.entries.extend((0..bins).map(entry).filter(holds_rows));
        let missing = Some(entry(bins)).filter(holds_rows);
        let search = EntrySearch {
            index: scan.index,
            feature: scan.feature,
            node: scan.node,
            limits,
            smoothing: scan.smoothing,
        };
        search.best(&mut self.entries, missing, &mut self.sweep)
    }

    fn numeric(&mut self, scan: &Scan<'_>) -> Option<Split> {
        let bins = scan.feature.bins;
        let missing = if scan.feature.has_missing {
            scan.cells[bins]
        } else {
            0
        };
        let mut best = self.prefixes.best(&scan.cells[..bins], 0, &scan.node);
        let mut missing_left = false;
        if missing != 0 {
            let left = self.prefixes.best(&scan.cells[..bins], missing, &scan.node);
            // On a tie, missing values go right.
            let gain = |best: &Option<Prefix>| best.map_or(f64::NEG_INFINITY, |best| best.gain);
            if gain(&left) > gain(&best) {
                (best, missing_left) = (left, true);
            }
        }
        let best = best?;
        let left_sums = [f64::from(gradient(best.sum)), f64::from(hessian(best.sum))];
        if missing == 0 {
            missing_left = 2.0 * left_sums[1] >= scan.node.h;
        }
        let mut left = BinSet::up_to(best.bin);
        if missing_left {
            left.insert(bins);
        }
        Some(Split {
            gain: best.gain - scan.node.score(),
            feature: scan.index,
            cut: Cut::Threshold(threshold(scan.feature, best.bin, Some(best.bin + 1))),
            left,
            missing_left,
            left_sums,
        })
    }
}
