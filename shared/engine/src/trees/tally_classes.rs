//! Counting the rows of a node by bin and class, for three classes and more.

use super::binning::{Feature, Meaning};
use super::split::{BinSet, Cut, Split, threshold};
use super::tally::{Occupied, Tally, Units};

/// Weight and rows of each class.
#[derive(Debug)]
pub(super) struct ClassTally<'a> {
    units: &'a Units,
    classes: usize,
    least_rows: usize,
    items: Vec<(u32, u64)>,
    /// `Σ weight · 2³² + rows` of each bin and class.
    cells: Vec<u64>,
    total: Vec<u64>,
    left: Vec<u64>,
    /// Bins in the order in which they are moved to the left.
    order: Vec<usize>,
}

/// The best end of a left part so far.
struct Best {
    score: f64,
    position: usize,
    left_weight: u64,
}

const fn weight(cell: u64) -> u64 {
    cell >> 32
}

const fn rows(cell: u64) -> usize {
    cell as u32 as usize
}

/// Sum of squares of class weights, and of everything.
#[derive(Clone, Copy, Default)]
struct Side {
    squares: u64,
    all: u64,
}

impl Side {
    fn of(cells: &[u64]) -> Self {
        Self {
            squares: cells.iter().map(|&cell| weight(cell) * weight(cell)).sum(),
            all: cells.iter().sum(),
        }
    }

    fn score(self) -> f64 {
        self.squares as f64 / weight(self.all) as f64
    }
}

impl<'a> ClassTally<'a> {
    pub(super) fn new(units: &'a Units, classes: usize, least_rows: usize) -> Self {
        Self {
            units,
            classes,
            least_rows,
            items: Vec::new(),
            cells: vec![0; 256 * classes],
            total: vec![0; classes],
            left: vec![0; classes],
            order: Vec::new(),
        }
    }

    fn cells_of(&self, bin: usize) -> &[u64] {
        &self.cells[bin * self.classes..][..self.classes]
    }

    /// Moves bins to the left in order, `first` before all, and finds where to stop: the largest
    /// `Σ wₖ² / w` of both sides, which is the smallest Gini impurity.
    fn sweep(&mut self, first: Option<usize>, last_counts: bool) -> Option<Best> {
        self.left.fill(0);
        let mut left = Side::default();
        let mut right = Side::of(&self.total);
        let mut best: Option<Best> = None;
        let stop = self.order.len() - usize::from(!last_counts);
        let moves = first.into_iter().chain(self.order[..stop].iter().copied());
        for (step, bin) in moves.enumerate() {
            let cells = &self.cells[bin * self.classes..][..self.classes];
            for ((&cell, own), &total) in cells.iter().zip(&mut self.left).zip(&self.total) {
                let moved = weight(cell);
                left.squares += moved * (2 * weight(*own) + moved);
                right.squares -= moved * (2 * (weight(total) - weight(*own)) - moved);
                *own += cell;
                left.all += cell;
                right.all -= cell;
            }
            let Some(position) = (step + 1).checked_sub(1 + usize::from(first.is_some())) else {
                continue;
            };
            if rows(left.all).min(rows(right.all)) < self.least_rows {
                continue;
            }
            let score = left.score() + right.score();
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Best {
                    score,
                    position,
                    left_weight: weight(left.all),
                });
            }
        }
        best
    }

    /// Orders bins by the share of the node's most frequent class.
    fn order_categories(&mut self) {
        let mut common = 0;
        for class in 1..self.classes {
            if weight(self.total[class]) > weight(self.total[common]) {
                common = class;
            }
        }
        let mut order = std::mem::take(&mut self.order);
        let share = |bin: usize| {
            let cells = self.cells_of(bin);
            let all: u64 = cells.iter().map(|&cell| weight(cell)).sum();
            weight(cells[common]) as f64 / all as f64
        };
        order.sort_by(|&a, &b| share(a).total_cmp(&share(b)).then(a.cmp(&b)));
        self.order = order;
    }

    fn split(&mut self, index: usize, feature: &Feature) -> Option<Split> {
        let missing_bin = feature.bins;
        let (best, cut, mut left, known) = match feature.meaning {
            Meaning::Numeric { .. } => {
                let missing = self.order.pop_if(|bin| *bin == missing_bin);
                let right = self.sweep(None, missing.is_some());
                let left = missing.and_then(|_| self.sweep(missing, false));
                let missing_left = match (&right, &left) {
                    (Some(right), Some(left)) => left.score > right.score,
                    (right, _) => right.is_none(),
                };
                let best = if missing_left { left? } else { right? };
                let last = self.order[best.position];
                let next = self.order.get(best.position + 1).copied();
                let cut = Cut::Threshold(threshold(feature, last, next));
                (
                    best,
                    cut,
                    BinSet::up_to(last),
                    missing.map(|_| missing_left),
                )
            }
            Meaning::Categorical { .. } => {
                let has_missing = self.order.last() == Some(&missing_bin);
                self.order_categories();
                let best = self.sweep(None, false)?;
                let mut left = BinSet::default();
                for &bin in &self.order[..=best.position] {
                    left.insert(bin);
                }
                let known = has_missing.then(|| left.contains(missing_bin));
                (best, Cut::Categories, left, known)
            }
        };
        let total = Side::of(&self.total);
        let missing_left = known.unwrap_or(2 * best.left_weight >= weight(total.all));
        if missing_left {
            left.insert(missing_bin);
        }
        Some(Split {
            gain: best.score - total.score(),
            feature: index,
            cut,
            left,
            missing_left,
            left_sums: [0.0, best.left_weight as f64],
        })
    }
}

impl Tally for ClassTally<'_> {
    fn load(&mut self, rows: &[u32], times: &[u32]) -> bool {
        self.items.clear();
        self.total.fill(0);
        for &row in rows {
            let class = self.units.targets[row as usize] as u32;
            let times = times.get(row as usize).copied().unwrap_or(1);
            let item = u64::from(times * self.units.weight(row)) << 32 | 1;
            self.total[class as usize] += item;
            self.items.push((class, item));
        }
        self.total.iter().filter(|&&total| total > 0).count() > 1
    }

    fn best(&mut self, rows: &[u32], index: usize, feature: &Feature) -> Option<Split> {
        let mut occupied = Occupied::default();
        for (&row, &(class, item)) in rows.iter().zip(&self.items) {
            let bin = feature.rows[row as usize];
            occupied.add(bin);
            self.cells[bin as usize * self.classes + class as usize] += item;
        }
        self.order.clear();
        self.order.extend(occupied.iter());
        let split = if self.order.len() < 2 {
            None
        } else {
            self.split(index, feature)
        };
        for bin in occupied.iter() {
            self.cells[bin * self.classes..][..self.classes].fill(0);
        }
        split
    }
}
