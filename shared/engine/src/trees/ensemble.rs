//! The model: plain trees that can be stored, exported and explained.

use serde::{Deserialize, Serialize};

use super::binning::{Binned, Meaning};
use super::flat::FlatTrees;
use super::grow::GrownNode;
use super::matrix::Column;
use super::split::Cut;

/// What a feature holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeatureKind {
    /// Numbers.
    Numeric,
    /// Category codes.
    Categorical,
}

/// What the raw outputs mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// One output: the predicted number.
    Identity,
    /// One output: the log odds of class 1.
    Logistic,
    /// One output for each class, whose softmax are the probabilities.
    Softmax,
    /// The probability of class 1 (one output) or of each class.
    Probability,
}

/// How a node sends rows on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// A leaf.
    Leaf {
        /// Index of its first value in [`Tree::values`].
        first_value: u32,
    },
    /// Numbers up to the threshold go left. They are rounded to `f32` before they are compared.
    Threshold {
        /// Index of the feature.
        feature: u32,
        /// Largest number that goes left; infinity if only missing values go right.
        threshold: f32,
        /// Whether a missing number goes left.
        missing_left: bool,
        /// Left child.
        left: u32,
        /// Right child.
        right: u32,
    },
    /// Categories of a set go left.
    Categories {
        /// Index of the feature.
        feature: u32,
        /// Index in [`Tree::sets`] of the word whose bit `i` says whether category `i` goes left.
        first_word: u32,
        /// Number of words.
        words: u32,
        /// Whether missing values go left, and categories beyond the words with them.
        missing_left: bool,
        /// Left child.
        left: u32,
        /// Right child.
        right: u32,
    },
}

/// A node of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// What it does.
    pub rule: Rule,
    /// Sum of the weights of the training rows that reached it.
    pub cover: f64,
}

/// A tree. Its root is node 0, and children come after their parents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// The raw output that its leaves add to, or `None` if they have a value for each output.
    pub output: Option<u32>,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// Values of the leaves.
    pub values: Vec<f64>,
    /// Bit sets of categories that go left.
    pub sets: Vec<u64>,
}

/// A decision tree, a random forest or a boosted ensemble.
///
/// The raw outputs of a row are `base + scale · Σ` of the values of the leaves it reaches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreeEnsemble {
    /// The features, in the order of the columns.
    pub features: Vec<FeatureKind>,
    /// What the outputs mean.
    pub link: Link,
    /// Number of raw outputs.
    pub outputs: u32,
    /// Raw outputs before any tree.
    pub base: Vec<f64>,
    /// Factor of the trees' sum: 1 divided by their number for a forest.
    pub scale: f64,
    /// The trees. They must not be changed once they have predicted something.
    pub trees: Vec<Tree>,
    #[serde(skip)]
    pub(super) flat: FlatTrees,
}

impl Tree {
    /// Makes a tree of what was grown. `values` has one slice of equal length for each leaf, in the
    /// order of the nodes; `cover` is the weight of each leaf.
    pub(super) fn assemble(
        grown: &[GrownNode],
        binned: &Binned,
        output: Option<u32>,
        mut leaf: impl FnMut(&GrownNode, &mut Vec<f64>) -> f64,
    ) -> Self {
        let mut tree = Self {
            output,
            nodes: Vec::with_capacity(grown.len()),
            values: Vec::new(),
            sets: Vec::new(),
        };
        for node in grown {
            let (rule, cover) = match &node.split {
                None => {
                    let first_value = tree.values.len() as u32;
                    (Rule::Leaf { first_value }, leaf(node, &mut tree.values))
                }
                Some((split, [left, right])) => {
                    let (left, right) = (*left as u32, *right as u32);
                    let (feature, missing_left) = (split.feature as u32, split.missing_left);
                    let rule = match split.cut {
                        Cut::Threshold(threshold) => Rule::Threshold {
                            feature,
                            threshold,
                            missing_left,
                            left,
                            right,
                        },
                        Cut::Categories => {
                            let first_word = tree.sets.len() as u32;
                            tree.push_categories(split, binned);
                            Rule::Categories {
                                feature,
                                first_word,
                                words: tree.sets.len() as u32 - first_word,
                                missing_left,
                                left,
                                right,
                            }
                        }
                    };
                    (rule, 0.0)
                }
            };
            tree.nodes.push(Node { rule, cover });
        }
        tree.sum_covers();
        tree
    }

    fn push_categories(&mut self, split: &super::split::Split, binned: &Binned) {
        let Meaning::Categorical { codes } = &binned.features[split.feature].meaning else {
            return;
        };
        let first = self.sets.len();
        let words = codes.last().map_or(0, |&code| code as usize / 64 + 1);
        // Categories without a bin go the way of missing values.
        let others = if split.missing_left { u64::MAX } else { 0 };
        self.sets.resize(first + words, others);
        for (bin, &code) in codes.iter().enumerate() {
            let word = &mut self.sets[first + code as usize / 64];
            let bit = 1_u64 << (code % 64);
            if split.left.contains(bin) {
                *word |= bit;
            } else {
                *word &= !bit;
            }
        }
    }

    /// The cover of a node is the sum of its children's, to the last bit.
    fn sum_covers(&mut self) {
        for index in (0..self.nodes.len()).rev() {
            if let Some([left, right]) = self.nodes[index].children() {
                self.nodes[index].cover = self.nodes[left].cover + self.nodes[right].cover;
            }
        }
    }
}

impl Node {
    /// The left and the right child, or `None` for a leaf.
    #[must_use]
    pub const fn children(&self) -> Option<[usize; 2]> {
        match self.rule {
            Rule::Leaf { .. } => None,
            Rule::Threshold { left, right, .. } | Rule::Categories { left, right, .. } => {
                Some([left as usize, right as usize])
            }
        }
    }

    /// The feature that is tested, or `None` for a leaf.
    #[must_use]
    pub const fn feature(&self) -> Option<usize> {
        match self.rule {
            Rule::Leaf { .. } => None,
            Rule::Threshold { feature, .. } | Rule::Categories { feature, .. } => {
                Some(feature as usize)
            }
        }
    }
}

pub(super) fn kinds(columns: &[Column<'_>]) -> Vec<FeatureKind> {
    columns
        .iter()
        .map(|column| match column {
            Column::Numeric(_) => FeatureKind::Numeric,
            Column::Categorical { .. } => FeatureKind::Categorical,
        })
        .collect()
}
