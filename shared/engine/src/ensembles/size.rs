//! How large trees may be for a model file to hold them.

use crate::trees::{Column, Matrix, Tree, TreeEnsemble};

/// Most bytes of the trees of a model. With what is stored beside them a model file can then be read.
pub(crate) const MAX_STORED: usize = 48 << 20;

// What a node, a number of a leaf and a set of 64 categories take at most.
const NODE_BYTES: usize = 24;
const VALUE_BYTES: usize = 8;
const SET_BYTES: usize = 10;

/// Roughly how many bytes the trees take when they are stored, before compression.
pub(crate) fn stored_bytes(ensemble: &TreeEnsemble) -> usize {
    let one = |tree: &Tree| {
        NODE_BYTES * tree.nodes.len()
            + VALUE_BYTES * tree.values.len()
            + SET_BYTES * tree.sets.len()
    };
    ensemble.trees.iter().map(one).sum()
}

/// Most leaves of each of `trees` trees that a model can hold, if each leaf has `outputs` numbers. `None` when the rows
/// are too few to make that many, so that trees may grow in any order.
pub(crate) fn leaf_limit(trees: usize, outputs: usize, matrix: &Matrix<'_>) -> Option<usize> {
    let words = matrix.columns().iter().map(|column| match column {
        Column::Numeric(_) => 0,
        Column::Categorical { levels, .. } => levels.div_ceil(64) as usize,
    });
    // A tree has as many splits as leaves, but for one.
    let leaf = 2 * NODE_BYTES + VALUE_BYTES * outputs + SET_BYTES * words.max().unwrap_or(0);
    let most = (MAX_STORED / trees.max(1) / leaf).max(2);
    (matrix.rows() > most).then_some(most)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::trees::{
        DecisionTreeParams, RandomForestParams, Target, fit_decision_tree, fit_random_forest,
    };

    #[test]
    fn what_is_stored_is_not_underestimated() {
        let values: Vec<f64> = (0..5000).map(f64::from).collect();
        let codes: Vec<u32> = (0..5000).map(|row| row * 7 % 90).collect();
        let target: Vec<f64> = (0..5000).map(|row| f64::from(row * 31 % 997)).collect();
        let columns = vec![
            Column::Numeric(&values),
            Column::Categorical {
                codes: &codes,
                levels: 90,
            },
        ];
        let matrix = Matrix::new(5000, columns).expect("sound");
        let target = Target::Values(&target);
        let params = DecisionTreeParams::default();
        let tree = fit_decision_tree(&matrix, target, None, &params, 1).expect("grows");
        let bytes = postcard::to_allocvec(&tree).expect("encodes").len();
        let estimate = stored_bytes(&tree);
        assert!(
            bytes <= estimate && estimate < 2 * bytes,
            "{bytes} {estimate}"
        );
    }

    #[test]
    fn trees_within_the_limit_can_be_stored() {
        let rows = 30_000;
        let codes: Vec<u32> = (0..rows).map(|row| row * 7 % 90).collect();
        let values: Vec<f64> = (0..rows).map(f64::from).collect();
        let columns = vec![
            Column::Numeric(&values),
            Column::Categorical {
                codes: &codes,
                levels: 90,
            },
        ];
        let matrix = Matrix::new(rows as usize, columns).expect("sound");
        // Each row has a target of its own, so that a tree would have thousands of leaves.
        let targets: Vec<f64> = (0..rows).map(|row| f64::from(row * 31 % 29_989)).collect();
        let grow = |trees: usize, max_leaf_nodes| {
            let mut params = RandomForestParams {
                n_estimators: trees,
                ..RandomForestParams::default()
            };
            params.tree.max_leaf_nodes = max_leaf_nodes;
            fit_random_forest(
                &matrix,
                Target::Values(&targets),
                None,
                &params,
                2,
                &mut |_, _| ControlFlow::Continue(()),
            )
            .expect("grows")
        };
        assert_eq!(leaf_limit(1, 1, &matrix), None);
        // As large as 2000 trees at their limit, without growing all of them.
        let limit = leaf_limit(2000, 1, &matrix).expect("too many rows");
        assert!(stored_bytes(&grow(2, None)) * 1000 > MAX_STORED);
        assert!(stored_bytes(&grow(2, Some(limit))) * 1000 <= MAX_STORED);
    }
}
