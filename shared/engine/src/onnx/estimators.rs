//! From encoded rows to predictions: the engine's estimators as operators.

use super::features::Features;
use super::graph::{Graph, integer};
use super::machines::{machine_outputs, shares};
use super::neighbors::neighbors;
use super::proto::{Type, ValueInfoProto};
use super::signature::{Extent, LABEL, PREDICTION, PROBABILITIES, value};
use super::trees::raw_outputs;
use crate::bayes::GaussianBayes;
use crate::model::Estimator;
use crate::trees::Link;

/// Applies the estimator and names the outputs.
pub(super) fn outputs(
    graph: &mut Graph,
    features: &Features,
    estimator: &Estimator,
    labels: &[String],
) -> Vec<ValueInfoProto> {
    // Without inputs nothing says how many rows there are: one answer holds for all.
    let rows = if features.order.is_empty() {
        Extent::Fixed(1)
    } else {
        Extent::Rows
    };
    match estimator {
        Estimator::Mean(mean) => {
            let mean = graph.doubles(&[1, 1], &[*mean]);
            graph.apply_as("Identity", &[&mean], Vec::new(), PREDICTION);
        }
        Estimator::Linear { weights, intercept } => {
            let scores = products(graph, features, weights, 1);
            let intercept = graph.scalar(*intercept);
            graph.apply_as("Add", &[&scores, &intercept], Vec::new(), PREDICTION);
        }
        Estimator::Frequencies(frequencies) => {
            let frequencies = graph.doubles(&[1, frequencies.len()], frequencies);
            graph.apply_as("Identity", &[&frequencies], Vec::new(), PROBABILITIES);
        }
        Estimator::Logistic {
            weights,
            intercepts,
        } => {
            let scores = products(graph, features, weights, intercepts.len());
            let intercepts_name = graph.doubles(&[intercepts.len()], intercepts);
            let scores = graph.apply("Add", &[&scores, &intercepts_name], Vec::new());
            if intercepts.len() == 1 {
                two_classes(graph, &scores);
            } else {
                let axis = vec![integer("axis", 1)];
                graph.apply_as("Softmax", &[&scores], axis, PROBABILITIES);
            }
        }
        Estimator::NaiveBayes(bayes) => {
            let scores = log_likelihoods(graph, features, bayes);
            let axis = vec![integer("axis", 1)];
            graph.apply_as("Softmax", &[&scores], axis, PROBABILITIES);
        }
        Estimator::Trees(ensemble) => {
            let raw = raw_outputs(graph, features, ensemble);
            match (ensemble.link, ensemble.outputs) {
                (Link::Identity, _) => {
                    graph.apply_as("Identity", &[&raw], Vec::new(), PREDICTION);
                }
                (Link::Logistic, _) => two_classes(graph, &raw),
                (Link::Softmax, _) => {
                    graph.apply_as("Softmax", &[&raw], vec![integer("axis", 1)], PROBABILITIES);
                }
                (Link::Probability, 1) => complement(graph, &raw),
                (Link::Probability, _) => {
                    graph.apply_as("Identity", &[&raw], Vec::new(), PROBABILITIES);
                }
            }
        }
        Estimator::Svm(machines) => {
            let outputs = machine_outputs(graph, features, machines);
            let (found, output) = if labels.is_empty() {
                (outputs, PREDICTION)
            } else {
                (
                    shares(graph, machines, &outputs, labels.len()),
                    PROBABILITIES,
                )
            };
            graph.apply_as("Identity", &[&found], Vec::new(), output);
        }
        Estimator::Knn(kept) => {
            let output = if labels.is_empty() {
                PREDICTION
            } else {
                PROBABILITIES
            };
            let found = neighbors(graph, features, kept);
            graph.apply_as("Identity", &[&found], Vec::new(), output);
        }
    }
    if labels.is_empty() {
        let prediction = value(PREDICTION, Type::Double, &[rows, Extent::Fixed(1)]);
        return vec![prediction];
    }
    most_probable(graph, labels);
    let shape = [rows, Extent::Fixed(labels.len())];
    vec![
        value(LABEL, Type::String, &[rows]),
        value(PROBABILITIES, Type::Double, &shape),
    ]
}

/// The products of the rows with `vectors` weight vectors, which are stored one after the other.
fn products(graph: &mut Graph, features: &Features, weights: &[f64], vectors: usize) -> String {
    let width = features.order.len();
    let transposed: Vec<f64> = features
        .order
        .iter()
        .flat_map(|&feature| (0..vectors).map(move |vector| weights[vector * width + feature]))
        .collect();
    let weights = graph.doubles(&[width, vectors], &transposed);
    let rows = features.matrix(graph);
    graph.apply("MatMul", &[&rows, &weights], Vec::new())
}

/// The logarithm of the probability of each class and the row, but for a common term.
fn log_likelihoods(graph: &mut Graph, features: &Features, bayes: &GaussianBayes) -> String {
    let classes = bayes.priors.len();
    let width = features.order.len();
    let reorder = |values: &[f64]| -> Vec<f64> {
        let rows = values.chunks_exact(width);
        rows.flat_map(|row| features.order.iter().map(|&feature| row[feature]))
            .collect()
    };
    let means = graph.doubles(&[classes, width], &reorder(&bayes.means));
    let variances = graph.doubles(&[classes, width], &reorder(&bayes.variances));
    let constants = graph.doubles(&[classes], &bayes.constants());
    let (one, last) = (graph.integers(&[1]), graph.integers(&[2]));
    let rows = features.matrix(graph);
    let rows = graph.apply("Unsqueeze", &[&rows, &one], Vec::new());
    let distances = graph.apply("Sub", &[&rows, &means], Vec::new());
    let squares = graph.apply("Mul", &[&distances, &distances], Vec::new());
    let terms = graph.apply("Div", &[&squares, &variances], Vec::new());
    let keep = vec![integer("keepdims", 0)];
    let exponents = graph.apply("ReduceSum", &[&terms, &last], keep);
    let half = graph.scalar(0.5);
    let halves = graph.apply("Mul", &[&exponents, &half], Vec::new());
    let scores = graph.apply("Sub", &[&constants, &halves], Vec::new());
    let least = graph.scalar(f64::MIN);
    graph.apply("Max", &[&scores, &least], Vec::new())
}

/// Probabilities from the log odds of the second of two classes.
fn two_classes(graph: &mut Graph, log_odds: &str) {
    let second = graph.apply("Sigmoid", &[log_odds], Vec::new());
    complement(graph, &second);
}

/// Probabilities from that of the second of two classes.
fn complement(graph: &mut Graph, second: &str) {
    let one = graph.scalar(1.0);
    let first = graph.apply("Sub", &[&one, second], Vec::new());
    let axis = vec![integer("axis", 1)];
    graph.apply_as("Concat", &[&first, second], axis, PROBABILITIES);
}

/// The label with the largest probability, the first among equals.
fn most_probable(graph: &mut Graph, labels: &[String]) {
    let attributes = vec![integer("axis", 1), integer("keepdims", 0)];
    let class = graph.apply("ArgMax", &[PROBABILITIES], attributes);
    let labels = graph.strings(labels);
    graph.apply_as("Gather", &[&labels, &class], Vec::new(), LABEL);
}
