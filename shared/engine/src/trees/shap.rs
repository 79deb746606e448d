//! Exact Shapley values for trees, path-dependent (Lundberg, Erion and Lee, *Consistent Individualized
//! Feature Attribution for Tree Ensembles*, 2018, algorithm 2).
//!
//! The value of a set of features is what a tree gives on average when rows follow the known features
//! and otherwise go both ways in proportion to the training rows (the covers).

use super::TreeError;
use super::ensemble::{Rule, Tree, TreeEnsemble};
use super::matrix::Matrix;
use super::predict::{Row, read_rows};
use crate::parallel::for_each_parallel;

/// What each feature contributes to each raw output.
#[derive(Clone, Debug, PartialEq)]
pub struct Shap {
    /// The mean raw outputs over the training rows, by the covers: one for each output.
    pub expected: Vec<f64>,
    /// Contributions: for each row, for each output, one for each feature. With the expected value
    /// they add up to the raw output.
    pub values: Vec<f64>,
}

/// A feature on the way from the root.
#[derive(Clone, Copy, Debug)]
struct Step {
    feature: usize,
    /// Share of training rows that go this way when the feature is unknown.
    zero: f64,
    /// 1 if the row goes this way when the feature is known, else 0.
    one: f64,
    /// Weighted number of subsets of each size.
    weight: f64,
}

struct Walk<'a> {
    tree: &'a Tree,
    row: Row<'a>,
    features: usize,
    /// Number of values of a leaf.
    count: usize,
    scale: f64,
    /// Contributions to the outputs of this tree, output by output.
    out: &'a mut [f64],
}

fn extend(path: &mut Vec<Step>, feature: usize, zero: f64, one: f64) {
    let depth = path.len();
    path.push(Step {
        feature,
        zero,
        one,
        weight: if depth == 0 { 1.0 } else { 0.0 },
    });
    let size = (depth + 1) as f64;
    for index in (0..depth).rev() {
        let weight = path[index].weight;
        path[index + 1].weight += one * weight * (index + 1) as f64 / size;
        path[index].weight = zero * weight * (depth - index) as f64 / size;
    }
}

/// Takes a feature off the path, as if it had not been extended by it.
fn unwind(path: &mut Vec<Step>, taken: usize) {
    let depth = path.len() - 1;
    let Step { zero, one, .. } = path[taken];
    let size = (depth + 1) as f64;
    let mut next = path[depth].weight;
    for index in (0..depth).rev() {
        if one == 0.0 {
            path[index].weight = path[index].weight * size / (zero * (depth - index) as f64);
        } else {
            let weight = path[index].weight;
            path[index].weight = next * size / ((index + 1) as f64 * one);
            next = weight - path[index].weight * zero * (depth - index) as f64 / size;
        }
    }
    for index in taken..depth {
        let weight = path[index].weight;
        path[index] = Step {
            weight,
            ..path[index + 1]
        };
    }
    path.pop();
}

/// The sum of the weights after [`unwind`].
fn unwound_sum(path: &[Step], taken: usize) -> f64 {
    let depth = path.len() - 1;
    let Step { zero, one, .. } = path[taken];
    let size = (depth + 1) as f64;
    let mut next = path[depth].weight;
    let mut sum = 0.0;
    for index in (0..depth).rev() {
        if one == 0.0 {
            sum += path[index].weight * size / (zero * (depth - index) as f64);
        } else {
            let weight = next * size / ((index + 1) as f64 * one);
            sum += weight;
            next = path[index].weight - weight * zero * (depth - index) as f64 / size;
        }
    }
    sum
}

impl Walk<'_> {
    fn visit(&mut self, index: usize, path: &mut Vec<Step>) {
        let node = &self.tree.nodes[index];
        let (feature, children) = match (node.rule, node.feature(), node.children()) {
            (_, Some(feature), Some(children)) => (feature, children),
            (Rule::Leaf { first_value }, ..) => {
                return self.add_leaf(first_value as usize, path);
            }
            _ => return,
        };
        let goes_left = self.tree.goes_left(&node.rule, self.row);
        let before = path.iter().skip(1).position(|step| step.feature == feature);
        let (mut zero, mut one) = (1.0, 1.0);
        if let Some(before) = before {
            (zero, one) = (path[before + 1].zero, path[before + 1].one);
            unwind(path, before + 1);
        }
        let depth = path.len();
        let [left, right] = children;
        for (child, follows) in [(left, goes_left), (right, !goes_left)] {
            let share = self.tree.nodes[child].cover / node.cover;
            let mut longer = Vec::with_capacity(depth + 1);
            longer.extend_from_slice(path);
            let one = if follows { one } else { 0.0 };
            extend(&mut longer, feature, zero * share, one);
            self.visit(child, &mut longer);
        }
    }

    fn add_leaf(&mut self, first_value: usize, path: &[Step]) {
        for taken in 1..path.len() {
            let step = path[taken];
            let weight = unwound_sum(path, taken) * (step.one - step.zero) * self.scale;
            let values = &self.tree.values[first_value..first_value + self.count];
            for (output, value) in values.iter().enumerate() {
                self.out[output * self.features + step.feature] += weight * value;
            }
        }
    }
}

impl TreeEnsemble {
    /// The mean raw outputs over the training rows.
    #[must_use]
    pub fn expected(&self) -> Vec<f64> {
        let outputs = self.outputs as usize;
        let mut expected = self.base.clone();
        for tree in &self.trees {
            let (first, count) = tree.span(outputs);
            let all = tree.nodes[0].cover;
            for node in &tree.nodes {
                if let Rule::Leaf { first_value } = node.rule {
                    let values = &tree.values[first_value as usize..][..count];
                    for (sum, value) in expected[first..].iter_mut().zip(values) {
                        *sum += self.scale * (node.cover / all) * value;
                    }
                }
            }
        }
        expected
    }

    /// Roughly how many steps [`TreeEnsemble::shap`] takes for one row: at a node as many as it is deep, at a leaf
    /// the square of that, and one for each of its values.
    #[must_use]
    pub fn shap_work(&self) -> u64 {
        let outputs = self.outputs as usize;
        let trees = self.trees.iter().map(|tree| {
            let (_, values) = tree.span(outputs);
            let mut depths = vec![1_u64; tree.nodes.len()];
            let mut work = 0;
            for (index, node) in tree.nodes.iter().enumerate() {
                let depth = depths[index];
                let children = node.children();
                for child in children.into_iter().flatten() {
                    depths[child] = depth + 1;
                }
                work += match children {
                    Some(_) => depth,
                    None => depth * (depth + values as u64),
                };
            }
            work
        });
        trees.sum()
    }

    /// Exact Shapley values of the raw outputs of each row, on up to `threads` threads.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn shap(&self, matrix: &Matrix<'_>, threads: usize) -> Result<Shap, TreeError> {
        self.check_columns(matrix)?;
        let (outputs, features) = (self.outputs as usize, self.features.len());
        let mut values = vec![0.0; matrix.rows() * outputs * features];
        let jobs = values.chunks_mut(outputs * features).enumerate().collect();
        for_each_parallel(jobs, threads, |(row, out): (usize, &mut [f64])| {
            let mut cells = Vec::new();
            read_rows(matrix, row, row + 1, &mut cells);
            for tree in &self.trees {
                let (first, count) = tree.span(outputs);
                let mut path = Vec::new();
                extend(&mut path, usize::MAX, 1.0, 1.0);
                let mut walk = Walk {
                    tree,
                    row: &cells,
                    features,
                    count,
                    scale: self.scale,
                    out: &mut out[first * features..],
                };
                walk.visit(0, &mut path);
            }
        });
        Ok(Shap {
            expected: self.expected(),
            values,
        })
    }
}
