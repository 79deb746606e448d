//! k nearest neighbours as operators.
//!
//! Which of two almost equally near rows counts can hang on the last bit of their distances. So these are
//! summed up in the very order of [`crate::numeric::squared_distance`], number by number.

use super::features::Features;
use super::graph::{Graph, integer};
use super::proto::Type;
use crate::neighbors::{Known, NeighborWeights, Neighbors};
use crate::numeric::LANES;

/// The probabilities of the classes, or the number, of each row.
pub(super) fn neighbors(graph: &mut Graph, features: &Features, neighbors: &Neighbors) -> String {
    let distances = distances(graph, features, neighbors);
    let count = graph.integers(&[i64::from(neighbors.n_neighbors)]);
    let attributes = vec![integer("axis", 1), integer("largest", 0)];
    let [nearest, indices] = graph.apply_pair("TopK", &[&distances, &count], attributes);
    let weights = weights(graph, neighbors.weights, &nearest);
    let (table, outputs) = known(&neighbors.known);
    let table = graph.doubles(&[table.len() / outputs, outputs], &table);
    let found = graph.apply("Gather", &[&table, &indices], vec![integer("axis", 0)]);
    let (one, last) = (graph.integers(&[1]), graph.integers(&[2]));
    let each = graph.apply("Unsqueeze", &[&weights, &last], Vec::new());
    let weighted = graph.apply("Mul", &[&found, &each], Vec::new());
    let drop = vec![integer("keepdims", 0)];
    let sums = graph.apply("ReduceSum", &[&weighted, &one], drop);
    let totals = graph.apply("ReduceSum", &[&weights, &one], Vec::new());
    graph.apply("Div", &[&sums, &totals], Vec::new())
}

/// What each row is, as a row of a table: 1 for its class, or its number.
fn known(known: &Known) -> (Vec<f64>, usize) {
    match known {
        Known::Values(values) => (values.clone(), 1),
        Known::Classes { codes, classes } => {
            let class =
                |code: u32| (0..*classes).map(move |other| f64::from(u8::from(other == code)));
            let table = codes.iter().flat_map(|&code| class(code)).collect();
            (table, *classes as usize)
        }
    }
}

/// Squared distances to all rows that were learnt.
fn distances(graph: &mut Graph, features: &Features, neighbors: &Neighbors) -> String {
    let width = features.order.len();
    let mut places = vec![0; width];
    for (place, &feature) in features.order.iter().enumerate() {
        places[feature] = place;
    }
    let rows = features.matrix(graph);
    let column = |range: std::ops::Range<usize>| -> Vec<f64> {
        let kept = neighbors.rows.chunks_exact(width);
        kept.flat_map(|row| row[range.clone()].to_vec()).collect()
    };
    let count = neighbors.rows.len() / width;
    let mut total = None;
    let blocks = width / LANES;
    for block in 0..blocks {
        let range = block * LANES..(block + 1) * LANES;
        let lanes = graph.select(&rows, width, &places[range.clone()]);
        let axis = graph.integers(&[1]);
        let lanes = graph.apply("Unsqueeze", &[&lanes, &axis], Vec::new());
        let kept = graph.doubles(&[count, LANES], &column(range));
        add_square(graph, &mut total, &lanes, &kept);
    }
    // The lanes are folded in halves.
    let mut left = LANES;
    while let Some(lanes) = total.as_mut().filter(|_| left > 1) {
        left /= 2;
        let mut half = |from: usize| {
            let indices: Vec<i64> = (from..from + left).map(|lane| lane as i64).collect();
            let indices = graph.integers(&indices);
            graph.apply("Gather", &[lanes, &indices], vec![integer("axis", 2)])
        };
        let (first, second) = (half(0), half(left));
        *lanes = graph.apply("Add", &[&first, &second], Vec::new());
    }
    if let Some(lanes) = &mut total {
        let axis = graph.integers(&[2]);
        *lanes = graph.apply("Squeeze", &[lanes, &axis], Vec::new());
    }
    for feature in blocks * LANES..width {
        let one = graph.select(&rows, width, &places[feature..=feature]);
        let kept = graph.doubles(&[count], &column(feature..feature + 1));
        add_square(graph, &mut total, &one, &kept);
    }
    total.unwrap_or(rows)
}

/// Adds `(a − b)²`.
fn add_square(graph: &mut Graph, total: &mut Option<String>, a: &str, b: &str) {
    let difference = graph.apply("Sub", &[a, b], Vec::new());
    let square = graph.apply("Mul", &[&difference, &difference], Vec::new());
    *total = Some(match total {
        Some(total) => graph.apply("Add", &[total, &square], Vec::new()),
        None => square,
    });
}

/// How much each of the nearest rows counts, from their squared distances, nearest first.
fn weights(graph: &mut Graph, weights: NeighborWeights, squared: &str) -> String {
    let zero = graph.scalar(0.0);
    let same = graph.apply("Equal", &[squared, &zero], Vec::new());
    let same = graph.cast(&same, Type::Double);
    match weights {
        NeighborWeights::Uniform => {
            let shape = graph.apply("Mul", &[&same, &zero], Vec::new());
            let one = graph.scalar(1.0);
            graph.apply("Add", &[&shape, &one], Vec::new())
        }
        NeighborWeights::Distance => {
            let first = graph.integers(&[0]);
            let closest = graph.apply("Gather", &[squared, &first], vec![integer("axis", 1)]);
            let touches = graph.apply("Equal", &[&closest, &zero], Vec::new());
            let ratio = graph.apply("Div", &[&closest, squared], Vec::new());
            let inverse = graph.apply("Sqrt", &[&ratio], Vec::new());
            graph.apply("Where", &[&touches, &same, &inverse], Vec::new())
        }
    }
}
