//! Finding the splits of one boosted tree: the smaller child's histogram is made from its rows, the
//! larger one's by subtraction from the parent's.

use super::counter::{Draw, draw, draw_below, key};
use super::crew::Crew;
use super::grow::{Finder, Part};
use super::histogram::{STRIDE, gradient, hessian, total};
use super::params::GradientBoostingParams;
use super::partition::partition;
use super::split::{NodeSums, Split};
use super::workshop::{Command, Source, Step, Workshop};

/// Memory for histograms of open nodes; beyond it they are made anew.
const HISTOGRAM_BYTES: usize = 256 << 20;
/// Fewest cells to add or scan for which other threads are asked to help.
const WORTH_SHARING: usize = 20_000;
/// Categories are ordered by `g / (h + 10)`, so that rare ones do not come first.
const CATEGORY_SMOOTHING: f64 = 10.0;

/// Finds splits on histograms that are shared among threads.
pub(super) struct HistogramFinder<'a> {
    workshop: &'a Workshop<'a>,
    crew: &'a Crew<'a, Command>,
    params: &'a GradientBoostingParams,
    /// The hessian of 1 integer unit.
    unit: f64,
    key: u64,
    /// Integer sums of each node, and its place among the histograms if it has one.
    nodes: Vec<([f64; 2], Option<usize>)>,
    free: Vec<usize>,
    slots: usize,
    most_slots: usize,
    spare: Vec<u32>,
}

impl<'a> HistogramFinder<'a> {
    pub(super) fn new(
        workshop: &'a Workshop<'a>,
        crew: &'a Crew<'a, Command>,
        params: &'a GradientBoostingParams,
    ) -> Self {
        let features = workshop.binned.features.len();
        Self {
            workshop,
            crew,
            params,
            unit: 1.0,
            key: 0,
            nodes: Vec::new(),
            free: Vec::new(),
            slots: 0,
            most_slots: (HISTOGRAM_BYTES / (features * STRIDE * 8)).max(1),
            spare: Vec::new(),
        }
    }

    /// Gets ready for the next tree, whose items and rows are in the workshop.
    pub(super) fn start(&mut self, unit: f64, tree: u64) {
        self.unit = unit;
        self.key = key(self.params.random_state, Draw::Features, tree);
        self.nodes.clear();
        self.free = (0..self.slots).rev().collect();
    }

    fn sums(&self, node: usize, rows: usize, counted: bool) -> NodeSums {
        let [g, h] = self.nodes[node].0;
        // All rows are taken to have the mean hessian, unless they are counted.
        let estimated = self.params.min_samples_leaf as f64 * h / rows as f64;
        let least = self.params.min_hessian_to_split / self.unit;
        NodeSums {
            g,
            h,
            lambda: self.params.l2_regularization / self.unit,
            least_h: least.max(if counted { 1.0 } else { estimated }).max(1.0),
        }
    }

    fn step(&self, part: Part, slot: usize, source: Source, count: Option<usize>) -> Step {
        Step {
            part,
            slot,
            source,
            sums: self.sums(part.node, part.len(), count.is_some()),
            smoothing: CATEGORY_SMOOTHING / self.unit,
            count,
        }
    }

    /// A free place, or one beyond those that are kept.
    fn take_slot(&mut self, which: usize) -> usize {
        if let Some(slot) = self.free.pop() {
            return slot;
        }
        if self.slots < self.most_slots {
            self.slots += 1;
            return self.slots - 1;
        }
        self.most_slots + which
    }

    fn release(&mut self, slot: Option<usize>) {
        self.free
            .extend(slot.filter(|&slot| slot < self.most_slots));
    }

    fn choose_features(&self, command: &Command) {
        let features = self.workshop.binned.features.len();
        let count = self.params.max_features.count(features);
        if count == features {
            return;
        }
        let mut chosen = self.workshop.chosen_mut();
        for (chosen, step) in chosen.iter_mut().zip(command) {
            let Some(step) = step else { continue };
            let key = draw(self.key, step.part.node as u64);
            let mut order: Vec<usize> = (0..features).collect();
            chosen.clear();
            chosen.resize(features, false);
            for position in 0..count {
                let other = draw_below(key, position as u64, features - position);
                order.swap(position, position + other);
                chosen[order[position]] = true;
            }
        }
    }

    fn run(&mut self, command: Command) -> [Option<Split>; 2] {
        self.choose_features(&command);
        let cells: usize = command
            .iter()
            .flatten()
            .map(|step| match step.source {
                Source::Rows => step.part.len() + 128,
                _ => 128,
            })
            .sum();
        let features = self.workshop.binned.features.len();
        self.workshop.prepare();
        self.crew.run(command, cells * features > WORTH_SHARING);
        let mut found = self.workshop.found();
        for (which, step) in command.iter().enumerate() {
            let Some(step) = step else { continue };
            // Gains within rounding of nothing are nothing.
            let least = 1e-9 * step.sums.score();
            found[which] = found[which].filter(|split| split.gain > least);
            let kept = Some(step.slot).filter(|&slot| slot < self.most_slots);
            if found[which].is_some() {
                self.nodes[step.part.node].1 = kept;
            } else {
                self.nodes[step.part.node].1 = None;
                self.release(kept);
            }
        }
        found
    }
}

impl Finder for HistogramFinder<'_> {
    fn rows(&self) -> usize {
        self.workshop.rows().len()
    }

    fn root(&mut self, root: Part) -> Option<Split> {
        let sum = total(&self.workshop.rows(), &self.workshop.items());
        self.nodes = vec![([f64::from(gradient(sum)), f64::from(hessian(sum))], None)];
        let slot = self.take_slot(0);
        let step = self.step(root, slot, Source::Rows, None);
        self.run([Some(step), None])[0]
    }

    fn partition(&mut self, part: Part, split: &Split) -> usize {
        let mut rows = self.workshop.rows_mut();
        let bins = &self.workshop.binned.features[split.feature].rows;
        let own = &mut rows[part.begin..part.end];
        part.begin + partition(own, bins, &split.left, &mut self.spare)
    }

    fn children(&mut self, parent: usize, split: &Split, parts: [Part; 2]) -> [Option<Split>; 2] {
        let ([g, h], parent_slot) = self.nodes[parent];
        self.nodes[parent].1 = None;
        let left = split.left_sums;
        self.nodes.push((left, None));
        self.nodes.push(([g - left[0], h - left[1]], None));
        let small = usize::from(parts[1].len() < parts[0].len());
        let large = 1 - small;
        let mut command = [None; 2];
        match parent_slot {
            Some(parent_slot) if parts[large].search => {
                let slot = self.take_slot(0);
                command[0] = Some(self.step(parts[small], slot, Source::Rows, None));
                let source = Source::Sibling(slot);
                command[1] = Some(self.step(parts[large], parent_slot, source, None));
            }
            _ => {
                self.release(parent_slot);
                for (which, part) in [parts[small], parts[large]].into_iter().enumerate() {
                    if part.search {
                        let slot = self.take_slot(which);
                        command[which] = Some(self.step(part, slot, Source::Rows, None));
                    }
                }
            }
        }
        if command.iter().all(Option::is_none) {
            return [None; 2];
        }
        let found = self.run(command);
        if small == 0 {
            found
        } else {
            [found[1], found[0]]
        }
    }

    fn again(&mut self, part: Part) -> Option<Split> {
        let (slot, source) = match self.nodes[part.node].1 {
            Some(slot) => (slot, Source::Ready),
            None => (self.take_slot(0), Source::Rows),
        };
        let step = self.step(part, slot, source, Some(self.params.min_samples_leaf));
        self.run([Some(step), None])[0]
    }

    fn close(&mut self, node: usize) {
        let slot = self.nodes[node].1.take();
        self.release(slot);
    }
}
