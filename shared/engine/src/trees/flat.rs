//! Trees in the form in which many rows walk down fastest: small nodes, and no branch on the data.

use super::ensemble::{Rule, Tree};
use super::predict::{LANES, Row};

/// A split of numbers; a leaf sends every row back to itself.
#[derive(Clone, Copy, Debug)]
struct FlatNode {
    threshold: f32,
    /// The feature, and in the highest bit whether missing numbers go left.
    feature: u32,
    left: u32,
    right: u32,
}

const MISSING_LEFT: u32 = 1 << 31;

/// A tree that only splits numbers.
#[derive(Debug)]
pub(super) struct FlatTree {
    nodes: Vec<FlatNode>,
}

impl FlatTree {
    /// The tree in this form, if it does not split categories.
    pub(super) fn new(tree: &Tree) -> Option<Self> {
        let flat = |(index, node): (usize, &super::Node)| {
            let own = index as u32;
            match node.rule {
                Rule::Leaf { .. } => Some(FlatNode {
                    threshold: 0.0,
                    feature: 0,
                    left: own,
                    right: own,
                }),
                Rule::Threshold {
                    feature,
                    threshold,
                    missing_left,
                    left,
                    right,
                } => Some(FlatNode {
                    threshold,
                    feature: feature | if missing_left { MISSING_LEFT } else { 0 },
                    left,
                    right,
                }),
                Rule::Categories { .. } => None,
            }
        };
        let nodes: Option<Vec<FlatNode>> = tree.nodes.iter().enumerate().map(flat).collect();
        nodes.map(|nodes| Self { nodes })
    }

    /// The leaves that some rows reach, by their nodes.
    #[inline]
    pub(super) fn leaves(&self, rows: [Row<'_>; LANES]) -> [u32; LANES] {
        let mut reached = [0; LANES];
        loop {
            let mut changed = 0;
            for (own, row) in reached.iter_mut().zip(rows) {
                let node = &self.nodes[*own as usize];
                let value = f32::from_bits(row[(node.feature & !MISSING_LEFT) as usize]);
                let missing_left = node.feature >= MISSING_LEFT;
                let goes_left = (value <= node.threshold) | (missing_left & value.is_nan());
                let mask = u32::from(goes_left).wrapping_neg();
                let next = node.right ^ ((node.left ^ node.right) & mask);
                changed |= *own ^ next;
                *own = next;
            }
            if changed == 0 {
                return reached;
            }
        }
    }
}
