//! What the threads of a boosted fit share, and the work they divide: groups of features.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::binning::Binned;
use super::entries::RowLimits;
use super::grow::Part;
use super::histogram::{Cells, Group, STRIDE, subtract};
use super::scan::{Scan, Scanner};
use super::split::{NodeSums, Split};

/// Where a histogram comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// The rows of the node.
    Rows,
    /// The parent's, which is in the node's slot, minus the sibling's in this slot.
    Sibling(usize),
    /// It is in its slot.
    Ready,
}

/// One node's histogram, to be made and searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) part: Part,
    /// The node's place among the histograms.
    pub(super) slot: usize,
    pub(super) source: Source,
    pub(super) sums: NodeSums,
    /// Added to hessian sums when categories are ordered.
    pub(super) smoothing: f64,
    /// Fewest rows of a child, if rows are to be counted.
    pub(super) count: Option<usize>,
}

/// Up to two nodes; the second may need the first one's histogram.
pub(super) type Command = [Option<Step>; 2];

/// The histograms of one group of features.
struct Block {
    slots: Vec<Vec<Cells>>,
    found: [Option<Split>; 2],
    scanner: Scanner,
}

/// Everything that is shared. One thread gives commands and changes rows and items between them.
pub(super) struct Workshop<'a> {
    pub(super) binned: &'a Binned,
    groups: &'a [Group],
    rows: RwLock<Vec<u32>>,
    items: RwLock<Vec<u32>>,
    /// Features that may split each of the two nodes; empty if all.
    chosen: RwLock<[Vec<bool>; 2]>,
    blocks: Vec<Mutex<Block>>,
    next: AtomicUsize,
}

// A lock is poisoned only by a panic, which ends the fit anyway.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

impl<'a> Workshop<'a> {
    pub(super) fn new(binned: &'a Binned, groups: &'a [Group]) -> Self {
        let block = |_| {
            Mutex::new(Block {
                slots: Vec::new(),
                found: [None; 2],
                scanner: Scanner::new(),
            })
        };
        Self {
            binned,
            groups,
            rows: RwLock::default(),
            items: RwLock::default(),
            chosen: RwLock::default(),
            blocks: groups.iter().map(block).collect(),
            next: AtomicUsize::new(0),
        }
    }

    pub(super) fn rows(&self) -> RwLockReadGuard<'_, Vec<u32>> {
        read(&self.rows)
    }

    pub(super) fn rows_mut(&self) -> RwLockWriteGuard<'_, Vec<u32>> {
        write(&self.rows)
    }

    pub(super) fn items(&self) -> RwLockReadGuard<'_, Vec<u32>> {
        read(&self.items)
    }

    pub(super) fn items_mut(&self) -> RwLockWriteGuard<'_, Vec<u32>> {
        write(&self.items)
    }

    pub(super) fn chosen_mut(&self) -> RwLockWriteGuard<'_, [Vec<bool>; 2]> {
        write(&self.chosen)
    }

    /// To be called before a command.
    pub(super) fn prepare(&self) {
        self.next.store(0, Ordering::Relaxed);
    }

    /// Does this thread's share of a command: whole groups, as long as there are any.
    pub(super) fn work(&self, command: Command) {
        let (rows, items) = (self.rows(), self.items());
        let chosen = read(&self.chosen);
        loop {
            let group = self.next.fetch_add(1, Ordering::Relaxed);
            let Some((group, block)) = self.groups.get(group).zip(self.blocks.get(group)) else {
                return;
            };
            let block = &mut *locked(block);
            for (which, step) in command.iter().enumerate() {
                block.found[which] = step.and_then(|step| {
                    block.make(group, &step, &rows[step.part.begin..step.part.end], &items);
                    if step.part.search {
                        self.search(group, block, &step, &chosen[which], &rows)
                    } else {
                        None
                    }
                });
            }
        }
    }

    /// The best splits of the command that was done.
    pub(super) fn found(&self) -> [Option<Split>; 2] {
        let mut best = [None; 2];
        for block in &self.blocks {
            for (best, found) in best.iter_mut().zip(&locked(block).found) {
                *best = better(*best, *found);
            }
        }
        best
    }

    fn search(
        &self,
        group: &Group,
        block: &mut Block,
        step: &Step,
        chosen: &[bool],
        rows: &[u32],
    ) -> Option<Split> {
        let counts = step.count.map(|least| {
            let mut counts = vec![[0; STRIDE]; group.width];
            group.build(&rows[step.part.begin..step.part.end], None, &mut counts);
            (counts, least)
        });
        let mut best = None;
        for (position, cells) in block.slots[step.slot].iter().enumerate() {
            let index = group.first + position;
            if !chosen.get(index).copied().unwrap_or(true) {
                continue;
            }
            let scan = Scan {
                index,
                feature: &self.binned.features[index],
                cells,
                node: step.sums,
                smoothing: step.smoothing,
            };
            let found = match &counts {
                None => block.scanner.best(&scan),
                Some((counts, least)) => {
                    let limits = RowLimits {
                        total: step.part.len(),
                        least: *least,
                    };
                    block.scanner.best_counted(&scan, &counts[position], limits)
                }
            };
            best = better(best, found);
        }
        best
    }
}

/// The split with the larger gain, the first one on a tie.
fn better(first: Option<Split>, second: Option<Split>) -> Option<Split> {
    match (first, second) {
        (Some(first), Some(second)) if second.gain > first.gain => Some(second),
        (None, second) => second,
        (first, _) => first,
    }
}

impl Block {
    /// Makes a histogram.
    fn make(&mut self, group: &Group, step: &Step, rows: &[u32], items: &[u32]) {
        if self.slots.len() <= step.slot {
            self.slots.resize_with(step.slot + 1, Vec::new);
        }
        match step.source {
            Source::Ready => {}
            Source::Rows => {
                let cells = &mut self.slots[step.slot];
                cells.resize(group.width, [0; STRIDE]);
                group.build(rows, Some(items), cells);
            }
            Source::Sibling(sibling) => {
                if let Ok([own, sibling]) = self.slots.get_disjoint_mut([step.slot, sibling]) {
                    for (own, sibling) in own.iter_mut().zip(sibling) {
                        subtract(own, sibling);
                    }
                }
            }
        }
    }
}
