//! Decision trees and random forests.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::binning::Binned;
use super::counter::{Draw, draw, draw_below, key};
use super::ensemble::{Link, Tree, TreeEnsemble, kinds};
use super::flat::FlatTrees;
use super::grow::{Finder, GrownNode, Limits, Part, grow};
use super::matrix::Sample;
use super::params::{DecisionTreeParams, RandomForestParams};
use super::partition::partition;
use super::split::Split;
use super::tally::{NumberTally, Tally, Units};
use super::tally_classes::ClassTally;
use super::{Matrix, Observer, Target, TreeError};
use crate::parallel::useful_threads;

/// Largest target in integer units; times the largest sum of weights it is below 2⁵³, so sums are exact
/// even as `f64`.
const TARGET_LEVELS: f64 = (1_u32 << 21) as f64;
/// Largest sum of weights in integer units: squares then fit into 64 bits.
const WEIGHT_LIMIT: u64 = (1 << 31) - 1;

/// Finds splits by counting one feature at a time.
struct ColumnFinder<'a, T> {
    binned: &'a Binned,
    rows: Vec<u32>,
    /// How often each row was drawn; empty if once.
    times: Vec<u32>,
    tally: T,
    /// Features, shuffled anew for each node.
    order: Vec<usize>,
    max_features: usize,
    key: u64,
    spare: Vec<u32>,
}

impl<T: Tally> ColumnFinder<'_, T> {
    fn search(&mut self, part: Part) -> Option<Split> {
        if !part.search {
            return None;
        }
        let rows = &self.rows[part.begin..part.end];
        if !self.tally.load(rows, &self.times) {
            return None;
        }
        let features = self.order.len();
        let all = self.max_features == features;
        if all {
            // Ties go to the first feature.
            self.order.sort_unstable();
        }
        let key = draw(self.key, part.node as u64);
        let mut best: Option<Split> = None;
        for position in 0..features {
            // As in scikit-learn, more features are looked at until one can split the node.
            if position >= self.max_features && best.is_some() {
                break;
            }
            if !all {
                let other = position + draw_below(key, position as u64, features - position);
                self.order.swap(position, other);
            }
            let index = self.order[position];
            let found = self.tally.best(rows, index, &self.binned.features[index]);
            if let Some(split) = found
                && best.as_ref().is_none_or(|best| split.gain > best.gain)
            {
                best = Some(split);
            }
        }
        best
    }
}

impl<T: Tally> Finder for ColumnFinder<'_, T> {
    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn root(&mut self, root: Part) -> Option<Split> {
        self.search(root)
    }

    fn partition(&mut self, part: Part, split: &Split) -> usize {
        let rows = &mut self.rows[part.begin..part.end];
        let bins = &self.binned.features[split.feature].rows;
        part.begin + partition(rows, bins, &split.left, &mut self.spare)
    }

    fn children(&mut self, _: usize, _: &Split, parts: [Part; 2]) -> [Option<Split>; 2] {
        parts.map(|part| self.search(part))
    }

    fn again(&mut self, _: Part) -> Option<Split> {
        None
    }

    fn close(&mut self, _: usize) {}
}

/// What all trees of a forest share.
struct Forest<'a> {
    sample: &'a Sample<'a>,
    binned: Binned,
    units: Units,
    params: &'a RandomForestParams,
}

impl<'a> Forest<'a> {
    fn new(sample: &'a Sample<'a>, params: &'a RandomForestParams, threads: usize) -> Self {
        let seed = params.tree.random_state;
        Self {
            binned: Binned::new(sample, params.tree.max_bins, seed, threads),
            units: units(sample),
            sample,
            params,
        }
    }

    /// The rows of one tree and how often each was drawn.
    fn draw_rows(&self, tree: usize) -> (Vec<u32>, Vec<u32>) {
        let all = &self.sample.rows;
        if !self.params.bootstrap {
            return (all.clone(), Vec::new());
        }
        let key = key(self.params.tree.random_state, Draw::Bootstrap, tree as u64);
        let draws = ((self.params.max_samples * all.len() as f64) as usize).max(1);
        let mut times = vec![0; self.sample.matrix.rows()];
        for counter in 0..draws {
            let row = all[draw_below(key, counter as u64, all.len())];
            times[row as usize] += 1;
        }
        let drawn = all.iter().copied().filter(|&row| times[row as usize] > 0);
        (drawn.collect(), times)
    }

    fn tree(&self, tree: usize) -> Tree {
        let least = self.params.tree.min_samples_leaf;
        match self.sample.target {
            Target::Classes { classes, .. } if classes > 2 => {
                self.grow(tree, ClassTally::new(&self.units, classes, least))
            }
            _ => self.grow(tree, NumberTally::new(&self.units, least)),
        }
    }

    fn grow(&self, tree: usize, tally: impl Tally) -> Tree {
        let params = &self.params.tree;
        let features = self.binned.features.len();
        let (rows, times) = self.draw_rows(tree);
        let mut finder = ColumnFinder {
            binned: &self.binned,
            rows,
            times,
            tally,
            order: (0..features).collect(),
            max_features: params.max_features.count(features),
            key: key(params.random_state, Draw::Features, tree as u64),
            spare: Vec::new(),
        };
        let limits = Limits {
            max_depth: params.max_depth.unwrap_or(usize::MAX),
            max_leaf_nodes: params.max_leaf_nodes.unwrap_or(usize::MAX),
            min_samples_split: params.min_samples_split,
            min_samples_leaf: params.min_samples_leaf,
            best_first: params.max_leaf_nodes.is_some(),
        };
        let grown = grow(&mut finder, &limits);
        let ColumnFinder { rows, times, .. } = finder;
        Tree::assemble(&grown, &self.binned, None, |node, values| {
            self.leaf(node, &rows, &times, values)
        })
    }

    /// Appends the values of a leaf, exact sums of its rows in their order; returns its weight.
    fn leaf(&self, node: &GrownNode, rows: &[u32], times: &[u32], values: &mut Vec<f64>) -> f64 {
        let rows = &rows[node.begin..node.end];
        let weighted = rows.iter().map(|&row| {
            let times = times.get(row as usize).copied().unwrap_or(1);
            (row as usize, f64::from(times) * self.sample.weight(row))
        });
        let mut cover = 0.0;
        match self.sample.target {
            Target::Values(targets) => {
                // Differences to the first target keep large offsets exact.
                let first = rows.first().map_or(0.0, |&row| targets[row as usize]);
                let mut sum = 0.0;
                for (row, weight) in weighted {
                    sum += weight * (targets[row] - first);
                    cover += weight;
                }
                values.push(first + sum / cover);
            }
            Target::Classes { codes, classes } => {
                let begin = values.len();
                values.resize(begin + classes, 0.0);
                for (row, weight) in weighted {
                    values[begin + codes[row] as usize] += weight;
                    cover += weight;
                }
                for value in &mut values[begin..] {
                    *value /= cover;
                }
                if classes == 2 {
                    // The probability of class 1 is enough.
                    values.remove(begin);
                }
            }
        }
        cover
    }
}

/// Targets and weights as integers.
fn units(sample: &Sample<'_>) -> Units {
    let targets = match sample.target {
        Target::Classes { codes, .. } => codes.iter().map(|&code| code as i32).collect(),
        Target::Values(values) => {
            let used = || sample.rows.iter().map(|&row| values[row as usize]);
            let low = used().fold(f64::INFINITY, f64::min);
            let high = used().fold(f64::NEG_INFINITY, f64::max);
            let middle = 0.5 * (low + high);
            let reach = 0.5 * (high - low);
            let unit = |value: f64| {
                if reach > 0.0 {
                    // Rows that are not used may lie outside, where the cast saturates.
                    (((value - middle) / reach).clamp(-1.0, 1.0) * TARGET_LEVELS).round() as i32
                } else {
                    0
                }
            };
            values.iter().map(|&value| unit(value)).collect()
        }
    };
    let weights = sample.weights.as_ref().map_or_else(Vec::new, |weights| {
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let levels = (WEIGHT_LIMIT / sample.rows.len() as u64).min(65_535) as f64;
        let unit = |weight: f64| ((weight / largest * levels) as u32).max(1);
        weights.iter().map(|&weight| unit(weight)).collect()
    });
    Units { targets, weights }
}

fn wrap(sample: &Sample<'_>, trees: Vec<Tree>) -> TreeEnsemble {
    let (link, outputs) = match sample.target {
        Target::Values(_) => (Link::Identity, 1),
        Target::Classes { classes: 2, .. } => (Link::Probability, 1),
        Target::Classes { classes, .. } => (Link::Probability, classes),
    };
    TreeEnsemble {
        features: kinds(sample.matrix.columns()),
        link,
        outputs: outputs as u32,
        base: vec![0.0; outputs],
        scale: 1.0 / trees.len() as f64,
        trees,
        flat: FlatTrees::default(),
    }
}

/// Fits one tree: Gini impurity for classes, squared error for numbers.
///
/// `weights` has one weight for each row; rows of weight 0 count as absent. Bins are found on up to
/// `threads` threads.
///
/// # Errors
/// A parameter, target or weight that cannot be used.
pub fn fit_decision_tree(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
    params: &DecisionTreeParams,
    threads: usize,
) -> Result<TreeEnsemble, TreeError> {
    let params = RandomForestParams {
        n_estimators: 1,
        bootstrap: false,
        max_samples: 1.0,
        tree: params.clone(),
    };
    fit_random_forest(matrix, target, weights, &params, threads, &mut |_, _| {
        ControlFlow::Continue(())
    })
}

/// Fits a random forest on up to `threads` threads, whose number does not change the result.
///
/// The observer is told how many trees are done, and may stop the fit.
///
/// # Errors
/// A parameter, target or weight that cannot be used, or the observer's wish to stop.
pub fn fit_random_forest(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
    params: &RandomForestParams,
    threads: usize,
    observer: Observer<'_>,
) -> Result<TreeEnsemble, TreeError> {
    params.check()?;
    let sample = Sample::new(matrix, target, weights)?;
    let forest = Forest::new(&sample, params, threads);
    let total = params.n_estimators;
    let slots: Vec<Mutex<Option<Tree>>> = (0..total).map(|_| Mutex::new(None)).collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let stop = AtomicBool::new(false);
    let step = || {
        let tree = next.fetch_add(1, Ordering::Relaxed);
        let slot = slots.get(tree).filter(|_| !stop.load(Ordering::Relaxed))?;
        let grown = forest.tree(tree);
        if let Ok(mut slot) = slot.lock() {
            *slot = Some(grown);
        }
        Some(done.fetch_add(1, Ordering::Relaxed) + 1)
    };
    std::thread::scope(|scope| {
        for _ in 1..useful_threads(threads, total) {
            scope.spawn(|| while step().is_some() {});
        }
        while let Some(done) = step() {
            if observer(done, total).is_break() {
                stop.store(true, Ordering::Relaxed);
            }
        }
    });
    let trees: Vec<Tree> = slots
        .into_iter()
        .filter_map(|slot| slot.into_inner().unwrap_or(None))
        .collect();
    if trees.len() < total || stop.load(Ordering::Relaxed) {
        return Err(TreeError::Cancelled);
    }
    Ok(wrap(&sample, trees))
}
