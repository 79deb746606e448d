//! Prints models and rows as JSON, for `expected.py` to explain with the Python package `shap`.
//!
//! `cargo run -p stint-engine --example shap_cases`
#![allow(clippy::print_stdout)]

mod ridge;
#[path = "../trees_support/mod.rs"]
mod trees_support;

use ridge::Fault;
use serde_json::{Value, json};
use stint_engine::trees::{
    DecisionTreeParams, GradientBoostingParams, RandomForestParams, Rule, Target, TreeEnsemble,
};
use stint_engine::{Model, Prediction};
use trees_support::{Uniform, boost, forest, numbers};

const ROWS: usize = 300;
const EXPLAINED: usize = 12;

fn main() -> Result<(), Fault> {
    let mut random = Uniform(11);
    let columns: Vec<Vec<f64>> = (0..4).map(|column| cells(column, &mut random)).collect();
    let target: Vec<f64> = (0..ROWS)
        .map(|row| {
            let [a, b, c] = [0, 1, 2].map(|column| columns[column][row]);
            let step = if a.is_nan() { 3.0 } else { a * a };
            step + 2.0 * b.max(0.0) * c + random.next()
        })
        .collect();
    let classes: Vec<u32> = target
        .iter()
        .map(|y| u32::from(*y > 0.5) + u32::from(*y > 2.0))
        .collect();
    let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let matrix = numbers(&views);

    let boosting = GradientBoostingParams {
        max_iter: 6,
        max_leaf_nodes: Some(8),
        ..GradientBoostingParams::default()
    };
    let trees = RandomForestParams {
        n_estimators: 4,
        tree: DecisionTreeParams {
            max_depth: Some(5),
            ..DecisionTreeParams::default()
        },
        ..RandomForestParams::default()
    };
    let numeric = Target::Values(&target);
    let three = Target::Classes {
        codes: &classes,
        classes: 3,
    };
    let models = [
        (
            "boosting of numbers",
            boost(&matrix, numeric, None, &boosting),
        ),
        (
            "boosting of classes",
            boost(&matrix, three, None, &boosting),
        ),
        ("forest of numbers", forest(&matrix, numeric, None, &trees)),
        ("forest of classes", forest(&matrix, three, None, &trees)),
    ];
    let rows: Vec<Vec<f64>> = (0..EXPLAINED)
        .map(|row| columns.iter().map(|column| column[row * 7]).collect())
        .collect();
    let trees: Vec<Value> = models
        .iter()
        .map(|(name, model)| tree_case(name, model, &rows))
        .collect();
    println!("{}", json!({"trees": trees, "ridge": ridge_case()?}));
    Ok(())
}

/// Numbers that single precision holds exactly, with gaps in the first column.
fn cells(column: usize, random: &mut Uniform) -> Vec<f64> {
    (0..ROWS)
        .map(|row| match (column, row % 9) {
            (0, 0) => f64::NAN,
            _ => f64::from((4.0 * random.next() - 2.0) as f32),
        })
        .collect()
}

fn tree_case(name: &str, model: &TreeEnsemble, rows: &[Vec<f64>]) -> Value {
    let mut model = model.clone();
    for node in model.trees.iter_mut().flat_map(|tree| &mut tree.nodes) {
        if let Rule::Threshold { threshold, .. } = &mut node.rule {
            // JSON has no infinity, and the largest number does the same.
            *threshold = threshold.min(f32::MAX);
        }
    }
    json!({"name": name, "model": model, "rows": rows})
}

/// What the model says of a row.
fn value(model: &Model, row: &[f64; 3]) -> Result<f64, Fault> {
    let answers = model
        .predict(&[ridge::request(row)])
        .map_err(|errors| format!("{errors:?}"))?;
    match answers[..] {
        [Prediction::Value { value }] => Ok(value),
        _ => Err("one number was expected".into()),
    }
}

/// Weights and intercept, found by asking; the training rows; rows to explain.
fn ridge_case() -> Result<Value, Fault> {
    let (model, training) = ridge::trained()?;
    let intercept = value(&model, &[0.0; 3])?;
    let mut weights = Vec::new();
    for column in 0..3 {
        let mut row = [0.0; 3];
        row[column] = 1.0;
        weights.push(value(&model, &row)? - intercept);
    }
    let background: Vec<&[f64]> = training.iter().map(|row| &row[..3]).collect();
    let rows = [[0.5, 20.0, -39.5], [0.9, 99.0, -40.0], [-3.0, 0.0, 7.0]];
    Ok(json!({"weights": weights, "intercept": intercept, "background": background, "rows": rows}))
}
