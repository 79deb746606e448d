//! Counting the rows of a node by bin, for numbers and for two classes.

use super::binning::Feature;
use super::entries::{Entry, EntrySearch, RowLimits};
use super::split::{NodeSums, Split, Sweep};

/// Counts the rows of a node, one feature at a time, and finds the feature's best split.
pub(super) trait Tally {
    /// Takes in the rows of a node; says whether their targets differ.
    fn load(&mut self, rows: &[u32], times: &[u32]) -> bool;
    /// The best split of the node by one feature.
    fn best(&mut self, rows: &[u32], index: usize, feature: &Feature) -> Option<Split>;
}

/// The rows of a fit, as integers whose sums are exact.
#[derive(Debug)]
pub(super) struct Units {
    /// Target of each row, below 2²² in size.
    pub(super) targets: Vec<i32>,
    /// Weight of each row, at least 1; empty if all are 1.
    pub(super) weights: Vec<u32>,
}

impl Units {
    pub(super) fn weight(&self, row: u32) -> u32 {
        self.weights.get(row as usize).copied().unwrap_or(1)
    }
}

/// Bins that hold a row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Occupied([u64; 4]);

impl Occupied {
    #[inline]
    pub(super) fn add(&mut self, bin: u8) {
        self.0[bin as usize >> 6] |= 1 << (bin & 63);
    }

    /// The bins, ascending.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| {
            std::iter::successors(Some(bits), |bits| Some(bits & bits.wrapping_sub(1)))
                .take_while(|&bits| bits != 0)
                .map(move |bits| word * 64 + bits.trailing_zeros() as usize)
        })
    }
}

/// Sums of a target with one value for each row.
#[derive(Debug)]
pub(super) struct NumberTally<'a> {
    units: &'a Units,
    least_rows: usize,
    /// `[Σ target · weight, Σ weight · 2³² + rows]` of the node's rows and of each bin.
    items: Vec<[u64; 2]>,
    cells: Box<[[u64; 2]; 256]>,
    total: [u64; 2],
    entries: Vec<Entry>,
    sweep: Sweep,
}

const fn add(a: [u64; 2], b: [u64; 2]) -> [u64; 2] {
    [a[0].wrapping_add(b[0]), a[1].wrapping_add(b[1])]
}

fn entry(bin: usize, cell: [u64; 2]) -> Entry {
    Entry {
        bin,
        g: cell[0] as i64 as f64,
        h: (cell[1] >> 32) as f64,
        rows: cell[1] as u32 as usize,
    }
}

impl<'a> NumberTally<'a> {
    pub(super) fn new(units: &'a Units, least_rows: usize) -> Self {
        Self {
            units,
            least_rows,
            items: Vec::new(),
            cells: Box::new([[0; 2]; 256]),
            total: [0; 2],
            entries: Vec::new(),
            sweep: Sweep::new(),
        }
    }
}

impl Tally for NumberTally<'_> {
    fn load(&mut self, rows: &[u32], times: &[u32]) -> bool {
        self.items.clear();
        self.total = [0; 2];
        let targets = &self.units.targets;
        let first = rows.first().map_or(0, |&row| targets[row as usize]);
        let mut differ = false;
        for &row in rows {
            let target = targets[row as usize];
            let times = times.get(row as usize).copied().unwrap_or(1);
            let weight = u64::from(times * self.units.weight(row));
            let sum = i64::from(target).wrapping_mul(weight as i64);
            let item = [sum as u64, weight << 32 | 1];
            differ |= target != first;
            self.total = add(self.total, item);
            self.items.push(item);
        }
        differ
    }

    fn best(&mut self, rows: &[u32], index: usize, feature: &Feature) -> Option<Split> {
        let mut occupied = Occupied::default();
        for (&row, &item) in rows.iter().zip(&self.items) {
            let bin = feature.rows[row as usize];
            occupied.add(bin);
            let cell = &mut self.cells[bin as usize];
            *cell = add(*cell, item);
        }
        self.entries.clear();
        for bin in occupied.iter() {
            let cell = std::mem::take(&mut self.cells[bin]);
            self.entries.push(entry(bin, cell));
        }
        if self.entries.len() < 2 {
            return None;
        }
        let missing = self.entries.pop_if(|entry| entry.bin == feature.bins);
        let total = entry(0, self.total);
        let search = EntrySearch {
            index,
            feature,
            node: NodeSums {
                g: total.g,
                h: total.h,
                lambda: 0.0,
                least_h: 1.0,
            },
            limits: RowLimits {
                total: total.rows,
                least: self.least_rows,
            },
            smoothing: 0.0,
        };
        search.best(&mut self.entries, missing, &mut self.sweep)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occupied_bins_come_in_order() {
        let mut occupied = Occupied::default();
        for bin in [255, 0, 63, 64, 128, 63] {
            occupied.add(bin);
        }
        assert_eq!(occupied.iter().collect::<Vec<_>>(), [0, 63, 64, 128, 255]);
    }
}
