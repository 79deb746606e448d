//! The best split of one feature, from its histogram.

use super::binning::{Feature, Meaning};
use super::entries::{Entry, EntrySearch, RowLimits};
use super::histogram::{Cells, gradient, hessian};
use super::split::{BinSet, Cut, NodeSums, Split, Sweep, threshold};

/// Buffers that are used for one feature after the other.
#[derive(Debug)]
pub(super) struct Scanner {
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
        let mut best: Option<(f64, usize, bool, [f64; 2])> = None;
        for (start, missing_left) in [(0, false), (missing, true)] {
            if missing_left && missing == 0 {
                break;
            }
            self.fill(&scan.cells[..bins], start);
            let found = self.sweep.best(&scan.node);
            let Some(found) = found else { continue };
            let gain = found.gain - scan.node.score();
            if best.is_none_or(|(other, ..)| gain > other) {
                let last = self.sweep.bin(found.index);
                best = Some((gain, last, missing_left, self.sweep.sums(found.index)));
            }
        }
        let (gain, last, missing_left, left_sums) = best?;
        let missing_left = if missing == 0 {
            2.0 * left_sums[1] >= scan.node.h
        } else {
            missing_left
        };
        let mut left = BinSet::up_to(last);
        if missing_left {
            left.insert(bins);
        }
        Some(Split {
            gain,
            feature: scan.index,
            cut: Cut::Threshold(threshold(scan.feature, last, Some(last + 1))),
            left,
            missing_left,
            left_sums,
        })
    }

    fn fill(&mut self, cells: &[u64], start: u64) {
        self.sweep.clear();
        let mut sum = start;
        for (bin, &cell) in cells.iter().enumerate() {
            sum = sum.wrapping_add(cell);
            let (g, h) = (f64::from(gradient(sum)), f64::from(hessian(sum)));
            self.sweep.push(bin, g, h, cell != 0);
        }
    }
}
