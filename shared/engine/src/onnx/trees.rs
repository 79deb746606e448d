//! Trees as operators.
//!
//! `TreeEnsemble` knows one number per leaf. Where a leaf has a probability for each class, it gives the
//! leaf's place in a table instead.

use super::features::{CODE_OFFSET, Features};
use super::graph::{Graph, doubles, integer, integers, modes, tensor_attribute};
use super::proto::Type;
use crate::trees::{Rule, Tree, TreeEnsemble};

/// `BRANCH_LEQ`: values up to the split take the true branch.
const UP_TO: u8 = 0;
/// `BRANCH_MEMBER`: values of a set take the true branch.
const MEMBER: u8 = 6;

/// The raw outputs of each row, as [`TreeEnsemble::predict_raw`] gives them.
pub(super) fn raw_outputs(
    graph: &mut Graph,
    features: &Features,
    ensemble: &TreeEnsemble,
) -> String {
    let outputs = ensemble.outputs as usize;
    let mut position = vec![0; features.order.len()];
    for (place, &feature) in features.order.iter().enumerate() {
        position[feature] = place as i64;
    }
    let mut arrays = Arrays {
        position,
        // Rows never have codes beyond these.
        codes: features.codes,
        ..Arrays::default()
    };
    let tabled = outputs > 1 && ensemble.trees.iter().any(|tree| tree.output.is_none());
    let mut table = Vec::new();
    for (index, tree) in ensemble.trees.iter().enumerate() {
        if tabled {
            arrays.push_tree(tree, index, |first| {
                let row = table.len() / outputs;
                table.extend_from_slice(&tree.values[first..first + outputs]);
                row as f64
            });
        } else {
            let target = tree.output.unwrap_or(0) as usize;
            arrays.push_tree(tree, target, |first| tree.values[first]);
        }
    }
    let rows = features.matrix(graph);
    let targets = if tabled {
        ensemble.trees.len()
    } else {
        outputs
    };
    let found = graph.apply("TreeEnsemble", &[&rows], arrays.attributes(targets));
    let sums = if tabled {
        let table = graph.doubles(&[table.len() / outputs, outputs], &table);
        let places = graph.cast(&found, Type::Int64);
        let values = graph.apply("Gather", &[&table, &places], vec![integer("axis", 0)]);
        let axis = graph.integers(&[1]);
        graph.apply("ReduceSum", &[&values, &axis], vec![integer("keepdims", 0)])
    } else {
        found
    };
    let scale = graph.scalar(ensemble.scale);
    let scaled = graph.apply("Mul", &[&sums, &scale], Vec::new());
    let base = graph.doubles(&[outputs], &ensemble.base);
    graph.apply("Add", &[&scaled, &base], Vec::new())
}

/// Where a branch leads.
#[derive(Clone, Copy)]
struct Branch {
    /// Index among the inner nodes, or among the leaves.
    index: i64,
    leaf: bool,
}

/// The attributes of `TreeEnsemble`: an entry per inner node, and an entry per leaf.
#[derive(Default)]
struct Arrays {
    /// Place of each of the engine's features.
    position: Vec<i64>,
    /// Largest number of categories.
    codes: u32,
    roots: Vec<i64>,
    feature: Vec<i64>,
    mode: Vec<u8>,
    split: Vec<f64>,
    missing_true: Vec<i64>,
    branches: [Vec<Branch>; 2],
    /// The sets of the nodes that test for one, each followed by NaN.
    members: Vec<f64>,
    leaf_target: Vec<i64>,
    leaf_weight: Vec<f64>,
}

impl Arrays {
    /// Adds a tree. `weight` says what the leaf with this first value gives.
    fn push_tree(&mut self, tree: &Tree, target: usize, mut weight: impl FnMut(usize) -> f64) {
        // Where each node of the tree will be.
        let (mut inner, mut leaves) = (self.mode.len() as i64, self.leaf_weight.len() as i64);
        let mut places = Vec::with_capacity(tree.nodes.len());
        for node in &tree.nodes {
            let leaf = node.children().is_none();
            let counter = if leaf { &mut leaves } else { &mut inner };
            places.push(Branch {
                index: *counter,
                leaf,
            });
            *counter += 1;
        }
        self.roots.push(self.mode.len() as i64);
        for node in &tree.nodes {
            match node.rule {
                Rule::Leaf { first_value } => {
                    self.leaf_target.push(target as i64);
                    self.leaf_weight.push(weight(first_value as usize));
                }
                Rule::Threshold {
                    feature,
                    threshold,
                    missing_left,
                    ..
                } => self.push_test(feature, UP_TO, f64::from(threshold), missing_left),
                Rule::Categories {
                    feature,
                    missing_left,
                    ..
                } => {
                    let members = members(tree, &node.rule, self.codes);
                    if members.is_empty() {
                        self.push_test(feature, UP_TO, f64::NEG_INFINITY, missing_left);
                    } else {
                        self.push_test(feature, MEMBER, 0.0, missing_left);
                        self.members.extend(members);
                        self.members.push(f64::NAN);
                    }
                }
            }
            if let Some(children) = node.children() {
                for (branches, child) in self.branches.iter_mut().zip(children) {
                    branches.push(places[child]);
                }
            }
        }
        // A tree must have a node that tests something, though both branches may lead to the same leaf.
        if let [only] = places[..] {
            self.push_test(0, UP_TO, 0.0, false);
            self.branches.iter_mut().for_each(|side| side.push(only));
        }
    }

    fn push_test(&mut self, feature: u32, mode: u8, split: f64, missing_left: bool) {
        self.feature.push(self.position[feature as usize]);
        self.mode.push(mode);
        self.split.push(split);
        self.missing_true.push(i64::from(missing_left));
    }

    fn attributes(self, targets: usize) -> Vec<super::proto::AttributeProto> {
        let [left, right] = self.branches;
        let index = |side: &[Branch]| side.iter().map(|branch| branch.index).collect();
        let leaf = |side: &[Branch]| side.iter().map(|branch| i64::from(branch.leaf)).collect();
        let list = |values: &[f64]| doubles(&[values.len()], values);
        let mut attributes = vec![
            integer("n_targets", targets as i64),
            integers("tree_roots", self.roots),
            integers("nodes_featureids", self.feature),
            tensor_attribute("nodes_modes", modes(self.mode)),
            tensor_attribute("nodes_splits", list(&self.split)),
            integers("nodes_missing_value_tracks_true", self.missing_true),
            integers("nodes_truenodeids", index(&left)),
            integers("nodes_trueleafs", leaf(&left)),
            integers("nodes_falsenodeids", index(&right)),
            integers("nodes_falseleafs", leaf(&right)),
            integers("leaf_targetids", self.leaf_target),
            tensor_attribute("leaf_weights", list(&self.leaf_weight)),
        ];
        if !self.members.is_empty() {
            let members = tensor_attribute("membership_values", list(&self.members));
            attributes.push(members);
        }
        attributes
    }
}

/// The categories that go left, as the inputs of the trees have them.
fn members(tree: &Tree, rule: &Rule, codes: u32) -> Vec<f64> {
    let &Rule::Categories {
        first_word,
        words,
        missing_left,
        ..
    } = rule
    else {
        return Vec::new();
    };
    let set = &tree.sets[first_word as usize..][..words as usize];
    (0..codes)
        .filter(|code| {
            let word = set.get(*code as usize / 64);
            word.map_or(missing_left, |word| word >> (code % 64) & 1 == 1)
        })
        .map(|code| f64::from(code) + CODE_OFFSET)
        .collect()
}
