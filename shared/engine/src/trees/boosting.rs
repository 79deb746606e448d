//! Gradient boosting.

use super::binning::Binned;
use super::counter::{Draw, draw, key};
use super::crew::{Crew, with_crew};
use super::ensemble::{Link, Tree, TreeEnsemble, kinds};
use super::finder::HistogramFinder;
use super::flat::FlatTrees;
use super::gradients::{largest, quantize};
use super::grow::{GrownNode, Limits, grow};
use super::histogram::group_features;
use super::loss::Loss;
use super::matrix::Sample;
use super::params::GradientBoostingParams;
use super::workshop::{Command, Workshop};
use super::{Matrix, Observer, Target, TreeError};

/// What boosting gives.
#[derive(Clone, Debug, PartialEq)]
pub struct BoostingFit {
    /// The model, cut back to the best round if it stopped early.
    pub ensemble: TreeEnsemble,
    /// Rounds that the model has.
    pub rounds: usize,
    /// With early stopping, the mean loss on the rows held back before the first round and after each
    /// one: squared error, or log loss in nats. Otherwise empty.
    pub validation_losses: Vec<f64>,
}

/// Rows to learn from and rows to stop on, both ascending.
struct Parts {
    train: Vec<u32>,
    validation: Vec<u32>,
}

impl Parts {
    /// Holds rows back by the order of their random numbers, the same share of each class.
    fn new(sample: &Sample<'_>, params: &GradientBoostingParams) -> Self {
        let mut rows: Vec<u32> = sample.rows.clone();
        if !params.early_stopping || rows.len() < 2 {
            return Self {
                train: rows,
                validation: Vec::new(),
            };
        }
        let key = key(params.random_state, Draw::Validation, 0);
        let class = |row: u32| match sample.target {
            Target::Values(_) => 0,
            Target::Classes { codes, .. } => codes[row as usize],
        };
        rows.sort_by_key(|&row| (class(row), draw(key, u64::from(row)), row));
        // Along that order, a row is held back whenever the share is reached again.
        let share = params.validation_fraction;
        let reached = |count: usize| (share * count as f64 + 0.5) as usize;
        let (mut train, mut validation) = (Vec::new(), Vec::new());
        for (count, row) in rows.into_iter().enumerate() {
            let held_back = reached(count + 1) > reached(count);
            if held_back {
                &mut validation
            } else {
                &mut train
            }
            .push(row);
        }
        if train.is_empty() {
            train.extend(validation.pop());
        }
        train.sort_unstable();
        validation.sort_unstable();
        Self { train, validation }
    }
}

/// The state of a fit between rounds.
struct Booster<'a> {
    sample: &'a Sample<'a>,
    params: &'a GradientBoostingParams,
    loss: Loss<'a>,
    parts: Parts,
    workshop: &'a Workshop<'a>,
    /// Scores of all rows, by output.
    scores: Vec<Vec<f64>>,
    probabilities: Vec<Vec<f64>>,
    gradients: Vec<f64>,
    hessians: Vec<f64>,
    /// Gradients below this are rounding errors.
    negligible: f64,
    trees: Vec<Tree>,
}

impl Booster<'_> {
    /// Adds a round; says whether any tree could be split.
    fn round(&mut self, finder: &mut HistogramFinder<'_>, round: usize) -> bool {
        self.loss
            .probabilities(&self.scores, &mut self.probabilities);
        let rows = self.rows_of(round);
        let outputs = self.loss.outputs();
        let mut split = false;
        for output in 0..outputs {
            let number = (round * outputs + output) as u64;
            let inputs = self.probabilities.get(output);
            let constant = self.loss.gradients(
                output,
                inputs.unwrap_or(&self.scores[output]),
                self.sample.weights.as_deref(),
                &mut self.gradients,
                &mut self.hessians,
            );
            let hessians = (!constant).then_some(&self.hessians[..]);
            let largest = largest(&self.gradients);
            if round == 0 {
                self.negligible = self.negligible.max(largest * 1e-13);
            }
            if largest <= self.negligible {
                self.gradients.fill(0.0);
            }
            let unit = quantize(
                &self.gradients,
                hessians,
                rows.len(),
                self.params.random_state,
                number,
                &mut self.workshop.items_mut(),
            );
            self.workshop.rows_mut().clone_from(&rows);
            finder.start(unit, number);
            let grown = grow(finder, &self.limits());
            split |= grown.len() > 1;
            self.add_tree(&grown, output, constant);
        }
        split
    }

    fn limits(&self) -> Limits {
        Limits {
            max_depth: self.params.max_depth.unwrap_or(usize::MAX),
            max_leaf_nodes: self.params.max_leaf_nodes.unwrap_or(usize::MAX),
            min_samples_split: 2,
            min_samples_leaf: self.params.min_samples_leaf,
            best_first: true,
        }
    }

    /// The rows that a round sees.
    fn rows_of(&self, round: usize) -> Vec<u32> {
        let train = &self.parts.train;
        if self.params.subsample >= 1.0 {
            return train.clone();
        }
        // As many as asked for, each with the same probability (Vitter's selection sampling).
        let key = key(self.params.random_state, Draw::Rows, round as u64);
        let mut wanted = ((self.params.subsample * train.len() as f64) as usize).max(1);
        let mut left = train.len();
        let mut rows = Vec::with_capacity(wanted);
        for &row in train {
            let random = super::counter::draw_below(key, u64::from(row), left);
            if random < wanted {
                rows.push(row);
                wanted -= 1;
            }
            left -= 1;
        }
        rows
    }

    /// Computes the leaves from their rows, moves the scores, and keeps the tree.
    fn add_tree(&mut self, grown: &[GrownNode], output: usize, constant: bool) {
        let rows = self.workshop.rows();
        let scores = &mut self.scores[output];
        let mut steps = vec![0.0; grown.len()];
        let mut covers = vec![0.0; grown.len()];
        for (index, node) in grown.iter().enumerate() {
            if node.split.is_some() {
                continue;
            }
            let rows = &rows[node.begin..node.end];
            let count = rows.len() as f64;
            let g = sum_of(&self.gradients, rows);
            let h = if constant {
                count
            } else {
                sum_of(&self.hessians, rows)
            };
            let weights = self.sample.weights.as_ref();
            covers[index] = weights.map_or(count, |weights| sum_of(weights, rows));
            // The last term keeps a leaf of nothing but sure rows finite.
            let denominator = h + self.params.l2_regularization + 1e-15;
            steps[index] = -self.params.learning_rate * g / denominator;
            for &row in rows {
                scores[row as usize] += steps[index];
            }
        }
        let binned = self.workshop.binned;
        if rows.len() < self.sample.rows.len() {
            let mut seen = vec![false; scores.len()];
            rows.iter().for_each(|&row| seen[row as usize] = true);
            for &row in &self.sample.rows {
                if !seen[row as usize] {
                    scores[row as usize] += steps[leaf_of(grown, binned, row as usize)];
                }
            }
        }
        let output = (self.scores.len() > 1).then_some(output as u32);
        let mut leaves = (0..grown.len()).filter(|&index| grown[index].split.is_none());
        let tree = Tree::assemble(grown, binned, output, |_, values| {
            let index = leaves.next().unwrap_or(0);
            values.push(steps[index]);
            covers[index]
        });
        self.trees.push(tree);
    }

    fn validation_loss(&self) -> Option<f64> {
        let rows = &self.parts.validation;
        (!rows.is_empty()).then(|| self.loss.mean(self.sample, rows, &self.scores))
    }

    /// All rounds.
    fn run(
        &mut self,
        crew: &Crew<'_, Command>,
        observer: Observer<'_>,
    ) -> Result<(usize, Vec<f64>), TreeError> {
        let mut finder = HistogramFinder::new(self.workshop, crew, self.params);
        let mut losses: Vec<f64> = self.validation_loss().into_iter().collect();
        let (mut best, mut reference) = (0, losses.first().copied());
        let outputs = self.loss.outputs();
        for round in 0..self.params.max_iter {
            let split = self.round(&mut finder, round);
            if !split {
                self.trees.truncate(round * outputs);
                break;
            }
            if let (Some(loss), Some(least)) = (self.validation_loss(), reference) {
                losses.push(loss);
                if loss < least - self.params.tol {
                    (best, reference) = (round + 1, Some(loss));
                } else if round + 1 - best >= self.params.n_iter_no_change {
                    break;
                }
            }
            if observer(round + 1, self.params.max_iter).is_break() {
                return Err(TreeError::Cancelled);
            }
        }
        if reference.is_some() {
            self.trees.truncate(best * outputs);
        }
        Ok((self.trees.len() / outputs, losses))
    }
}

/// The sum over some rows, in four lanes because one addition takes longer than to fetch its number.
fn sum_of(values: &[f64], rows: &[u32]) -> f64 {
    let mut lanes = [0.0; 4];
    let (blocks, rest) = rows.as_chunks::<4>();
    for block in blocks {
        for (lane, &row) in lanes.iter_mut().zip(block) {
            *lane += values[row as usize];
        }
    }
    let rest: f64 = rest.iter().map(|&row| values[row as usize]).sum();
    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + rest
}

/// The leaf that a row reaches by its bins.
fn leaf_of(grown: &[GrownNode], binned: &Binned, row: usize) -> usize {
    let mut index = 0;
    while let Some((split, children)) = &grown[index].split {
        let bin = binned.features[split.feature].rows[row] as usize;
        index = children[usize::from(!split.left.contains(bin))];
    }
    index
}

/// Fits gradient boosting on up to `threads` threads, whose number does not change the result.
///
/// `weights` has one weight for each row; only their ratios matter, and rows of weight 0 count as
/// absent. With two classes the loss is the logistic one, with more it is that of the softmax.
///
/// The observer is told how many rounds are done, and may stop the fit.
///
/// # Errors
/// A parameter, target or weight that cannot be used, or the observer's wish to stop.
pub fn fit_gradient_boosting(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
    params: &GradientBoostingParams,
    threads: usize,
    observer: Observer<'_>,
) -> Result<BoostingFit, TreeError> {
    params.check()?;
    let sample = Sample::new(matrix, target, weights)?;
    let binned = Binned::new(&sample, params.max_bins, params.random_state, threads);
    let groups = group_features(&binned, threads);
    let workshop = Workshop::new(&binned, &groups);
    let parts = Parts::new(&sample, params);
    let loss = Loss::new(target);
    let base = loss.base(&sample, &parts.train);
    let rows = matrix.rows();
    let mut booster = Booster {
        sample: &sample,
        params,
        loss,
        parts,
        workshop: &workshop,
        scores: base.iter().map(|&score| vec![score; rows]).collect(),
        probabilities: Vec::new(),
        gradients: vec![0.0; rows],
        hessians: Vec::new(),
        negligible: 0.0,
        trees: Vec::new(),
    };
    let work = |command| workshop.work(command);
    let threads = threads.min(groups.len());
    let (rounds, validation_losses) =
        with_crew(threads, &work, |crew| booster.run(crew, observer))?;
    let link = match target {
        Target::Values(_) => Link::Identity,
        Target::Classes { classes: 2, .. } => Link::Logistic,
        Target::Classes { .. } => Link::Softmax,
    };
    let ensemble = TreeEnsemble {
        features: kinds(matrix.columns()),
        link,
        outputs: base.len() as u32,
        base,
        scale: 1.0,
        trees: booster.trees,
        flat: FlatTrees::default(),
    };
    Ok(BoostingFit {
        ensemble,
        rounds,
        validation_losses,
    })
}
