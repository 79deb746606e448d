//! Shapley values against their definition: a sum over all subsets of features.

#[path = "shap/ridge.rs"]
mod ridge;
mod trees_support;

use serde::Deserialize;
use stint_engine::trees::{
    Column, DecisionTreeParams, GradientBoostingParams, MISSING_CODE, Matrix, Node,
    RandomForestParams, Rule, Target, Tree, TreeEnsemble,
};
use trees_support::{Table, Uniform, boost, few_rounds, few_trees, forest, numbers};

/// A row as written by a person.
struct Row {
    numbers: Vec<f64>,
    code: u32,
}

fn goes_left(tree: &Tree, node: &Node, row: &Row) -> bool {
    match node.rule {
        Rule::Threshold {
            feature,
            threshold,
            missing_left,
            ..
        } => {
            let value = row.numbers[feature as usize];
            if value.is_nan() {
                missing_left
            } else {
                value as f32 <= threshold
            }
        }
        Rule::Categories {
            first_word,
            words,
            missing_left,
            ..
        } => {
            if row.code == MISSING_CODE || row.code >= words * 64 {
                missing_left
            } else {
                tree.sets[(first_word + row.code / 64) as usize] & (1 << (row.code % 64)) != 0
            }
        }
        Rule::Leaf { .. } => unreachable!("leaves send nobody on"),
    }
}

/// What a tree gives when only the features of `known` are known.
fn expectation(tree: &Tree, index: usize, row: &Row, known: usize, offset: usize) -> f64 {
    let node = &tree.nodes[index];
    let (Some([left, right]), Some(feature)) = (node.children(), node.feature()) else {
        let Rule::Leaf { first_value } = node.rule else {
            unreachable!("only leaves have no children")
        };
        return tree.values[first_value as usize + offset];
    };
    let value = |child| expectation(tree, child, row, known, offset);
    if known >> feature & 1 == 1 {
        return value(if goes_left(tree, node, row) {
            left
        } else {
            right
        });
    }
    let cover = |child: usize| tree.nodes[child].cover;
    (cover(left) * value(left) + cover(right) * value(right)) / node.cover
}

fn by_definition(model: &TreeEnsemble, row: &Row, output: usize) -> Vec<f64> {
    let features = model.features.len();
    let worth: Vec<f64> = (0..1_usize << features)
        .map(|known| {
            let trees = model.trees.iter().map(|tree| match tree.output {
                Some(own) if own as usize != output => 0.0,
                Some(_) => expectation(tree, 0, row, known, 0),
                None => expectation(tree, 0, row, known, output),
            });
            model.base[output] + model.scale * trees.sum::<f64>()
        })
        .collect();
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    (0..features)
        .map(|feature| {
            (0..1_usize << features)
                .filter(|known| known >> feature & 1 == 0)
                .map(|known| {
                    let size = known.count_ones() as usize;
                    let ways = factorial(size) * factorial(features - size - 1);
                    ways / factorial(features) * (worth[known | 1 << feature] - worth[known])
                })
                .sum()
        })
        .collect()
}

fn check(model: &TreeEnsemble, table: &Table) {
    let matrix = table.matrix();
    let shap = model.shap(&matrix, 2).expect("columns fit");
    assert_eq!(shap, model.shap(&matrix, 1).expect("columns fit"));
    let raw = model.predict_raw(&matrix, 1).expect("columns fit");
    let (outputs, features) = (model.outputs as usize, model.features.len());
    for (row, values) in shap.values.chunks_exact(outputs * features).enumerate() {
        for (output, values) in values.chunks_exact(features).enumerate() {
            let sum = shap.expected[output] + values.iter().sum::<f64>();
            let right = raw[row * outputs + output];
            assert!(
                (sum - right).abs() < 1e-9,
                "row {row}: {sum} is not {right}"
            );
        }
    }
    for row in 0..8 {
        let own = Row {
            numbers: table.numbers.iter().map(|column| column[row]).collect(),
            code: table.codes[row],
        };
        for output in 0..outputs {
            let right = by_definition(model, &own, output);
            let values = &shap.values[(row * outputs + output) * features..][..features];
            for (value, right) in values.iter().zip(&right) {
                assert!(
                    (value - right).abs() < 1e-9,
                    "row {row}: {value} is not {right}"
                );
            }
        }
    }
}

#[test]
fn values_are_those_of_the_definition() {
    let table = Table::new(900, 5);
    let other = Table::new(60, 6);
    let matrix = table.matrix();
    let weights: Vec<f64> = (0..900).map(|row| 0.1 + f64::from(row % 5)).collect();
    let classes = Target::Classes {
        codes: &table.classes,
        classes: 3,
    };
    for target in [Target::Values(&table.target), classes] {
        for weights in [None, Some(&weights[..])] {
            check(&boost(&matrix, target, weights, &few_rounds()), &other);
            check(&forest(&matrix, target, weights, &few_trees()), &other);
        }
    }
}

/// What the Python package `shap` says; `shap/expected.py` writes it.
#[derive(Deserialize)]
struct Expected {
    trees: Vec<TreeCase>,
    ridge: RidgeCase,
}

/// A model without categories, which the package does not know; for each output the expected value, and for each of the
/// rows a value per column.
#[derive(Deserialize)]
struct TreeCase {
    name: String,
    model: TreeEnsemble,
    rows: Vec<Vec<Option<f64>>>,
    expected: Vec<f64>,
    values: Vec<Vec<Vec<f64>>>,
}

#[derive(Deserialize)]
struct RidgeCase {
    rows: Vec<[f64; 3]>,
    expected: f64,
    values: Vec<[f64; 3]>,
}

fn package() -> Expected {
    serde_json::from_str(include_str!("shap/expected.json")).expect("written by expected.py")
}

fn close(value: f64, right: f64, tolerance: f64) -> bool {
    (value - right).abs() <= tolerance * (1.0 + right.abs())
}

#[test]
fn values_of_trees_are_those_of_the_python_package() {
    let cases = package().trees;
    assert_eq!(cases.len(), 4);
    for case in cases {
        let columns: Vec<Vec<f64>> = (0..4)
            .map(|column| {
                case.rows
                    .iter()
                    .map(|row| row[column].unwrap_or(f64::NAN))
                    .collect()
            })
            .collect();
        let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let shap = case.model.shap(&numbers(&views), 1).expect("columns fit");
        let outputs = case.expected.len();
        for (output, (expected, values)) in case.expected.iter().zip(&case.values).enumerate() {
            assert!(
                close(shap.expected[output], *expected, 1e-9),
                "{}",
                case.name
            );
            for (row, values) in values.iter().enumerate() {
                let own = &shap.values[(row * outputs + output) * 4..][..4];
                for (value, right) in own.iter().zip(values) {
                    let name = &case.name;
                    assert!(
                        close(*value, *right, 1e-9),
                        "{name}, row {row}: {value} is not {right}"
                    );
                }
            }
        }
    }
}

#[test]
fn values_of_linear_models_are_those_of_the_python_package() {
    let (case, (model, _)) = (package().ridge, ridge::trained().expect("trains"));
    let rows: Vec<_> = case.rows.iter().map(|row| ridge::request(row)).collect();
    let explained = model.explain(&rows).expect("offered");
    for (found, right) in explained.iter().zip(&case.values) {
        assert!(
            close(found[0].base, case.expected, 1e-9),
            "{}",
            found[0].base
        );
        for (part, right) in found[0].contributions.iter().zip(right) {
            assert!(close(part.value, *right, 1e-9), "{part:?} is not {right}");
        }
    }
}

#[test]
fn deep_trees_stay_additive() {
    let mut random = Uniform(9);
    let columns: Vec<Vec<f64>> = (0..9)
        .map(|_| (0..3_000).map(|_| random.next()).collect())
        .collect();
    let target: Vec<f64> = (0..3_000).map(|_| random.next()).collect();
    let all = columns
        .iter()
        .map(|column| Column::Numeric(column))
        .collect();
    let matrix = Matrix::new(3_000, all).expect("columns fit");
    let params = RandomForestParams {
        n_estimators: 3,
        tree: DecisionTreeParams::default(),
        ..RandomForestParams::default()
    };
    let model = forest(&matrix, Target::Values(&target), None, &params);
    let some: Vec<Column<'_>> = columns
        .iter()
        .map(|column| Column::Numeric(&column[..50]))
        .collect();
    let matrix = Matrix::new(50, some).expect("columns fit");
    let shap = model.shap(&matrix, 1).expect("columns fit");
    let raw = model.predict_raw(&matrix, 1).expect("columns fit");
    for (values, raw) in shap.values.chunks_exact(9).zip(raw) {
        assert!((shap.expected[0] + values.iter().sum::<f64>() - raw).abs() < 1e-9);
    }
}

#[test]
fn a_model_without_trees_explains_nothing() {
    let column = [1.0; 50];
    let matrix = Matrix::new(50, vec![Column::Numeric(&column)]).expect("columns fit");
    let model = boost(
        &matrix,
        Target::Values(&[7.0; 50]),
        None,
        &GradientBoostingParams::default(),
    );
    assert!(model.trees.is_empty());
    let shap = model.shap(&matrix, 1).expect("columns fit");
    assert_eq!((shap.expected, shap.values), (vec![7.0], vec![0.0; 50]));
}
