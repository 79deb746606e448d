//! Trees in the form in which many rows walk down fastest: small nodes, siblings side by side, and no branch on the
//! data.

use std::sync::OnceLock;

use super::ensemble::{Rule, Tree};
use super::predict::{LANES, Row};
use crate::parallel::map_at_most;

/// A split of numbers or of categories; a leaf sends every row back to itself.
#[derive(Clone, Copy, Debug)]
struct FlatNode {
    /// Of a set of categories that go left, its bits say where it begins.
    threshold: f32,
    /// The feature, and in the highest bits whether missing numbers go left and whether it holds categories.
    feature: u32,
    /// The left child; the right one comes next.
    left: u32,
    /// Of a leaf, where its values begin in [`Tree::values`]. Of a set of categories, how many words it has; then comes a
    /// word for all other categories.
    extent: u32,
}

const MISSING_LEFT: u32 = 1 << 31;
const CATEGORIES: u32 = 1 << 30;

/// A tree in this form.
#[derive(Debug)]
pub(super) struct FlatTree {
    nodes: Vec<FlatNode>,
    /// The sets of categories; none if it splits numbers only.
    sets: Vec<u64>,
}

/// Trees in this form, made when they are first wanted. They are no part of what trees are.
#[derive(Debug, Default)]
pub(super) struct FlatTrees(OnceLock<Vec<FlatTree>>);

impl FlatTrees {
    /// The trees in this form; `None` while they are not made and few rows are to walk down.
    pub(super) fn of(&self, trees: &[Tree], rows: usize, threads: usize) -> Option<&[FlatTree]> {
        let nodes = || trees.iter().map(|tree| tree.nodes.len()).max().unwrap_or(0);
        if self.0.get().is_none() && rows * LANES < nodes() {
            return None;
        }
        let make = || map_at_most(threads, trees.iter().collect(), |_| 0, FlatTree::new);
        Some(self.0.get_or_init(make))
    }
}

impl Clone for FlatTrees {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for FlatTrees {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl FlatNode {
    #[inline]
    const fn feature(&self) -> usize {
        (self.feature & !(MISSING_LEFT | CATEGORIES)) as usize
    }

    #[inline]
    fn takes_number_left(&self, cell: u32) -> bool {
        let value = f32::from_bits(cell);
        let missing_left = self.feature & MISSING_LEFT != 0;
        (value <= self.threshold) | (missing_left & value.is_nan())
    }

    #[inline]
    fn takes_left(&self, cell: u32, sets: &[u64]) -> bool {
        let categories = self.feature & CATEGORIES != 0;
        let mask = u32::from(categories).wrapping_neg();
        // Nodes that split numbers look the first word up as well, and do not mind.
        let word = (self.threshold.to_bits() & mask) + (cell / 64).min(self.extent & mask);
        let in_set = sets[word as usize] >> (cell % 64) & 1 == 1;
        (categories & in_set) | (!categories & self.takes_number_left(cell))
    }

    #[inline]
    fn next(&self, goes_left: bool) -> u32 {
        self.left + u32::from(!goes_left)
    }

    /// A leaf: all numbers are at most infinity, and missing ones go left, too.
    const fn leaf(own: u32, first_value: u32) -> Self {
        Self {
            threshold: f32::INFINITY,
            feature: MISSING_LEFT,
            left: own,
            extent: first_value,
        }
    }

    /// A node with its children from `left` on; a set of categories goes to the end of `sets`.
    fn new(rule: &Rule, own: u32, left: u32, old: &[u64], sets: &mut Vec<u64>) -> Self {
        match *rule {
            Rule::Leaf { first_value } => Self::leaf(own, first_value),
            Rule::Threshold {
                feature,
                threshold,
                missing_left,
                ..
            } => Self {
                threshold,
                feature: feature | if missing_left { MISSING_LEFT } else { 0 },
                left,
                extent: 0,
            },
            Rule::Categories {
                feature,
                first_word,
                words,
                missing_left,
                ..
            } => {
                let first = sets.len().max(1);
                sets.resize(first, 0);
                sets.extend_from_slice(&old[first_word as usize..][..words as usize]);
                sets.push(if missing_left { u64::MAX } else { 0 });
                Self {
                    threshold: f32::from_bits(first as u32),
                    feature: feature | CATEGORIES,
                    left,
                    extent: words,
                }
            }
        }
    }
}

impl FlatTree {
    /// The tree in this form.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut sets = Vec::new();
        let mut nodes = Vec::with_capacity(tree.nodes.len());
        nodes.push(FlatNode::leaf(0, 0));
        // A subtree is kept together: its lower nodes are visited one after the other.
        let mut open = vec![(0, 0)];
        while let Some((old, own)) = open.pop() {
            let node = &tree.nodes[old];
            let first = nodes.len();
            nodes[own] = FlatNode::new(&node.rule, own as u32, first as u32, &tree.sets, &mut sets);
            if let Some([left, right]) = node.children() {
                nodes.extend([FlatNode::leaf(0, 0); 2]);
                open.extend([(right, first + 1), (left, first)]);
            }
        }
        Self { nodes, sets }
    }

    /// Where the values of the leaves that some rows reach begin in [`Tree::values`].
    #[inline]
    pub(super) fn first_values(&self, rows: [Row<'_>; LANES]) -> [usize; LANES] {
        let Self { nodes, sets } = self;
        let leaves = if sets.is_empty() {
            walk(rows, |own, row| {
                let node = &nodes[own as usize];
                node.next(node.takes_number_left(row[node.feature()]))
            })
        } else {
            walk(rows, |own, row| {
                let node = &nodes[own as usize];
                node.next(node.takes_left(row[node.feature()], sets))
            })
        };
        leaves.map(|leaf| nodes[leaf as usize].extent as usize)
    }
}

/// Goes from node to node until no row gets any further.
#[inline]
fn walk(rows: [Row<'_>; LANES], next: impl Fn(u32, Row<'_>) -> u32) -> [u32; LANES] {
    let mut reached = [0; LANES];
    loop {
        let mut changed = 0;
        for (own, row) in reached.iter_mut().zip(rows) {
            let next = next(*own, row);
            changed |= *own ^ next;
            *own = next;
        }
        if changed == 0 {
            return reached;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::predict::read_rows;
    use super::super::{
        Column, DecisionTreeParams, MISSING_CODE, Matrix, Target, fit_decision_tree,
    };
    use super::*;

    /// Numbers and codes with holes; the codes fill several words of a set.
    fn cells(count: u32) -> (Vec<f64>, Vec<u32>) {
        let hole = |row: u32, every| row.is_multiple_of(every);
        let numbers = (0..count).map(|row| match hole(row, 7) {
            true => f64::NAN,
            false => f64::from(row * 37 % 101),
        });
        let codes = (0..count).map(|row| match hole(row, 11) {
            true => MISSING_CODE,
            false => row * 29 % 150,
        });
        (numbers.collect(), codes.collect())
    }

    #[test]
    fn both_forms_of_a_tree_lead_to_the_same_leaves() {
        let (numbers, codes) = cells(800);
        let target: Vec<f64> = (0..800_u32).map(|row| f64::from(row * 31 % 97)).collect();
        let levels = 150;
        let codes = Column::Categorical {
            codes: &codes,
            levels,
        };
        for columns in [
            vec![Column::Numeric(&numbers)],
            vec![Column::Numeric(&numbers), codes],
        ] {
            let matrix = Matrix::new(800, columns).expect("sound");
            let params = DecisionTreeParams::default();
            let ensemble = fit_decision_tree(&matrix, Target::Values(&target), None, &params, 1);
            let tree = &ensemble.expect("grows").trees[0];
            assert!(tree.nodes.len() > 100);
            let flat = FlatTree::new(tree);
            let (mut rows, width) = (Vec::new(), matrix.columns().len());
            read_rows(&matrix, 0, 800, &mut rows);
            // A category that was never seen.
            rows[width..2 * width][width - 1] = if width > 1 { 4000 } else { 0 };
            for row in rows.chunks_exact(width) {
                let first_value = tree.first_value(tree.leaf(row));
                assert_eq!(flat.first_values([row; LANES]), [first_value; LANES]);
            }
        }
    }
}
