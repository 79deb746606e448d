//! Support vector machines as operators.

use super::features::Features;
use super::graph::Graph;
use crate::svm::{CLIP, Kernel, Machines, pairs};

/// Larger numbers are as unlike every support vector as these, but their squares would not be finite.
const FAR: f64 = 1e100;

/// The number of each row, or its log odds for each machine.
pub(super) fn machine_outputs(
    graph: &mut Graph,
    features: &Features,
    machines: &Machines,
) -> String {
    let width = features.order.len();
    let rows = features.matrix(graph);
    let (likenesses, places) = match machines.kernel {
        Kernel::Linear => (rows, features.order.clone()),
        Kernel::Rbf { gamma } => {
            let vectors = machines.vectors.chunks_exact(width);
            let reorder = |vector: &[f64]| -> Vec<f64> {
                features.order.iter().map(|&place| vector[place]).collect()
            };
            let vectors: Vec<Vec<f64>> = vectors.map(reorder).collect();
            let count = vectors.len();
            (
                exponentials(graph, &rows, &vectors, gamma),
                (0..count).collect(),
            )
        }
    };
    let outputs = machines.machines.len();
    let mut table = vec![0.0; places.len() * outputs];
    for (column, machine) in machines.machines.iter().enumerate() {
        let mut weights = vec![0.0; places.len()];
        for &(index, weight) in &machine.terms {
            weights[index as usize] = weight;
        }
        for (row, &place) in places.iter().enumerate() {
            table[row * outputs + column] = weights[place];
        }
    }
    let intercepts: Vec<f64> = machines.machines.iter().map(|one| one.intercept).collect();
    let table = graph.doubles(&[places.len(), outputs], &table);
    let intercepts = graph.doubles(&[outputs], &intercepts);
    let sums = graph.apply("MatMul", &[&likenesses, &table], Vec::new());
    graph.apply("Add", &[&sums, &intercepts], Vec::new())
}

/// `exp(−gamma ‖row − vector‖²)` for each row and each vector, with `‖a − b‖² = ‖a‖² − 2 a · b + ‖b‖²`.
fn exponentials(graph: &mut Graph, rows: &str, vectors: &[Vec<f64>], gamma: f64) -> String {
    let (count, width) = (vectors.len(), vectors.first().map_or(0, Vec::len));
    let transposed: Vec<f64> = (0..width)
        .flat_map(|place| vectors.iter().map(move |vector| vector[place]))
        .collect();
    let squares: Vec<f64> = vectors
        .iter()
        .map(|vector| vector.iter().map(|x| x * x).sum())
        .collect();
    let (low, high) = (graph.scalar(-FAR), graph.scalar(FAR));
    let rows = graph.apply("Max", &[rows, &low], Vec::new());
    let rows = graph.apply("Min", &[&rows, &high], Vec::new());
    let axis = graph.integers(&[1]);
    let own = graph.apply("Mul", &[&rows, &rows], Vec::new());
    let own = graph.apply("ReduceSum", &[&own, &axis], Vec::new());
    let transposed = graph.doubles(&[width, count], &transposed);
    let products = graph.apply("MatMul", &[&rows, &transposed], Vec::new());
    let two = graph.scalar(2.0);
    let products = graph.apply("Mul", &[&products, &two], Vec::new());
    let squares = graph.doubles(&[count], &squares);
    let distances = graph.apply("Sub", &[&own, &products], Vec::new());
    let distances = graph.apply("Add", &[&distances, &squares], Vec::new());
    // Rounding can make it negative for rows that are the same.
    let zero = graph.scalar(0.0);
    let distances = graph.apply("Max", &[&distances, &zero], Vec::new());
    let factor = graph.scalar(-gamma);
    let exponents = graph.apply("Mul", &[&distances, &factor], Vec::new());
    graph.apply("Exp", &[&exponents], Vec::new())
}

/// Probabilities of `labels` classes, of which those that were seen are told apart pair by pair.
pub(super) fn shares(graph: &mut Graph, machines: &Machines, odds: &str, labels: usize) -> String {
    let seen = machines.seen.len();
    let within = graph.apply("Sigmoid", &[odds], Vec::new());
    let shares = if seen == 2 {
        let one = graph.scalar(1.0);
        let first = graph.apply("Sub", &[&one, &within], Vec::new());
        graph.concat(&[first, within])
    } else {
        couple(graph, &within, seen)
    };
    // Classes that were not seen have none.
    let places: Vec<usize> = machines.seen.iter().map(|&class| class as usize).collect();
    spread(graph, &shares, &places, labels)
}

/// The closed form of `svm/coupling.rs`. Far from all that was learnt, probabilities within pairs are at their limits and
/// classes equally probable, so that the last bit decides: sums run in the very order of the engine.
fn couple(graph: &mut Graph, within: &str, classes: usize) -> String {
    let (low, high) = (graph.scalar(CLIP), graph.scalar(1.0 - CLIP));
    let second = graph.apply("Max", &[within, &low], Vec::new());
    let second = graph.apply("Min", &[&second, &high], Vec::new());
    let one = graph.scalar(1.0);
    let first = graph.apply("Sub", &[&one, &second], Vec::new());
    let both = graph.concat(&[first, second]);
    let inverses = graph.apply("Div", &[&one, &both], Vec::new());
    let mut places = vec![Vec::new(); classes];
    let count = classes * (classes - 1) / 2;
    for (place, (first, second)) in pairs(classes).enumerate() {
        places[first].push(place);
        places[second].push(count + place);
    }
    let mut sums = graph.scalar(2.0 - classes as f64);
    for other in 0..classes - 1 {
        let columns: Vec<usize> = places.iter().map(|places| places[other]).collect();
        let terms = graph.select(&inverses, 2 * count, &columns);
        sums = graph.apply("Add", &[&sums, &terms], Vec::new());
    }
    let shares = graph.apply("Div", &[&one, &sums], Vec::new());
    let axis = graph.integers(&[1]);
    let total = graph.apply("ReduceSum", &[&shares, &axis], Vec::new());
    graph.apply("Div", &[&shares, &total], Vec::new())
}

/// Adds the columns of a matrix up in the places given, out of `count`.
fn spread(graph: &mut Graph, matrix: &str, places: &[usize], count: usize) -> String {
    if places.iter().copied().eq(0..count) {
        return matrix.to_owned();
    }
    let mut table = vec![0.0; places.len() * count];
    for (row, place) in places.iter().enumerate() {
        table[row * count + place] = 1.0;
    }
    let table = graph.doubles(&[places.len(), count], &table);
    graph.apply("MatMul", &[matrix, &table], Vec::new())
}
