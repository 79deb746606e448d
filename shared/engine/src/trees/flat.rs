//! Trees in the form in which many rows walk down fastest: small nodes, and no branch on the data.

use super::ensemble::{Rule, Tree};
use super::predict::{LANES, Row};

/// A split of numbers; a leaf sends every row back to itself.
#[derive(Clone, Copy, Debug)]
struct NumberNode {
    threshold: f32,
    /// The feature, and in the highest bit whether missing numbers go left.
    feature: u32,
    left: u32,
    right: u32,
}

const MISSING_LEFT: u32 = 1 << 31;

/// A split of numbers or of categories.
#[derive(Clone, Copy, Debug)]
struct MixedNode {
    number: NumberNode,
    /// Where the set of categories that go left begins, and how many words it has; then comes a word for all other
    /// categories.
    first_word: u32,
    words: u32,
    categories: bool,
}

/// A tree in this form.
#[derive(Debug)]
pub(super) struct FlatTree(Form);

#[derive(Debug)]
enum Form {
    /// One that splits numbers only.
    Numbers(Vec<NumberNode>),
    /// Any other.
    Mixed {
        nodes: Vec<MixedNode>,
        sets: Vec<u64>,
    },
}

impl NumberNode {
    const fn new(
        feature: u32,
        threshold: f32,
        missing_left: bool,
        [left, right]: [u32; 2],
    ) -> Self {
        Self {
            threshold,
            feature: feature | if missing_left { MISSING_LEFT } else { 0 },
            left,
            right,
        }
    }

    #[inline]
    const fn feature(&self) -> usize {
        (self.feature & !MISSING_LEFT) as usize
    }

    #[inline]
    fn takes_left(&self, cell: u32) -> bool {
        let value = f32::from_bits(cell);
        let missing_left = self.feature >= MISSING_LEFT;
        (value <= self.threshold) | (missing_left & value.is_nan())
    }

    #[inline]
    fn next(&self, goes_left: bool) -> u32 {
        let mask = u32::from(goes_left).wrapping_neg();
        self.right ^ ((self.left ^ self.right) & mask)
    }
}

impl MixedNode {
    #[inline]
    fn takes_left(&self, cell: u32, sets: &[u64]) -> bool {
        let word = self.first_word + (cell / 64).min(self.words);
        let in_set = sets[word as usize] >> (cell % 64) & 1 == 1;
        (self.categories & in_set) | (!self.categories & self.number.takes_left(cell))
    }
}

impl FlatTree {
    /// The tree in this form.
    pub(super) fn new(tree: &Tree) -> Self {
        // Nodes that split numbers look a word up as well, and do not mind which.
        let mut sets = vec![0];
        let nodes: Vec<MixedNode> = (0_u32..)
            .zip(&tree.nodes)
            .map(|(own, node)| mixed(own, &node.rule, &tree.sets, &mut sets))
            .collect();
        Self(if sets.len() > 1 {
            Form::Mixed { nodes, sets }
        } else {
            Form::Numbers(nodes.into_iter().map(|node| node.number).collect())
        })
    }

    /// The leaves that some rows reach, by their nodes.
    #[inline]
    pub(super) fn leaves(&self, rows: [Row<'_>; LANES]) -> [u32; LANES] {
        match &self.0 {
            Form::Numbers(nodes) => walk(rows, |own, row| {
                let node = &nodes[own as usize];
                node.next(node.takes_left(row[node.feature()]))
            }),
            Form::Mixed { nodes, sets } => walk(rows, |own, row| {
                let node = &nodes[own as usize];
                let cell = row[node.number.feature()];
                node.number.next(node.takes_left(cell, sets))
            }),
        }
    }
}

/// One node; the set of its categories goes to the end of `sets`.
fn mixed(own: u32, rule: &Rule, old: &[u64], sets: &mut Vec<u64>) -> MixedNode {
    let split = |number| MixedNode {
        number,
        first_word: 0,
        words: 0,
        categories: false,
    };
    match *rule {
        Rule::Leaf { .. } => split(NumberNode::new(0, 0.0, false, [own, own])),
        Rule::Threshold {
            feature,
            threshold,
            missing_left,
            left,
            right,
        } => split(NumberNode::new(
            feature,
            threshold,
            missing_left,
            [left, right],
        )),
        Rule::Categories {
            feature,
            first_word,
            words,
            missing_left,
            left,
            right,
        } => {
            let first = sets.len() as u32;
            sets.extend_from_slice(&old[first_word as usize..][..words as usize]);
            sets.push(if missing_left { u64::MAX } else { 0 });
            MixedNode {
                number: NumberNode::new(feature, 0.0, false, [left, right]),
                first_word: first,
                words,
                categories: true,
            }
        }
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
                assert_eq!(flat.leaves([row; LANES]), [tree.leaf(row); LANES]);
            }
        }
    }
}
