//! Trees on numbers in memory, as other libraries take them.

use std::collections::HashMap;
use std::error::Error;
use std::ops::ControlFlow;
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Value, json};
use stint_engine::trees::{
    Column, DecisionTreeParams, GradientBoostingParams, Matrix, MaxFeatures, RandomForestParams,
    Target, TreeEnsemble, TreeError, fit_decision_tree, fit_gradient_boosting, fit_random_forest,
};

use crate::milliseconds;

/// Trees for a file of numbers without quotes, whose last column is the target.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trees {
    file: String,
    family: Family,
    /// Of the target; 0 for a regression.
    classes: usize,
    /// The first rows are learnt from, the others are predicted.
    learn: usize,
    seed: u64,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Family {
    Boosting,
    Forest,
    Tree,
}

/// Columns of the files that were read.
pub(crate) type Tables = HashMap<String, Vec<Vec<f64>>>;

/// Fits, predicts, and tells the times, the accuracy or R², and the log loss or mean squared error.
pub(crate) fn run(request: &Trees, tables: &mut Tables) -> Result<Value, Box<dyn Error>> {
    if !tables.contains_key(&request.file) {
        tables.insert(request.file.clone(), read(&request.file)?);
    }
    let table = &tables[&request.file];
    let (target, columns) = table.split_last().ok_or("no columns")?;
    let (learnt, tested) = target.split_at(request.learn);
    let part = |from: usize, to: usize| {
        let columns = columns
            .iter()
            .map(|column| Column::Numeric(&column[from..to]));
        Matrix::new(to - from, columns.collect())
    };
    let codes: Vec<u32> = learnt.iter().map(|&value| value as u32).collect();
    let known = match request.classes {
        0 => Target::Values(learnt),
        classes => Target::Classes {
            codes: &codes,
            classes,
        },
    };
    let train = part(0, request.learn)?;
    let started = Instant::now();
    let ensemble = fit(request, &train, known)?;
    let fitted = milliseconds(started);
    let test = part(request.learn, target.len())?;
    let started = Instant::now();
    let prediction = ensemble.predict_proba(&test, threads())?;
    let predicted = milliseconds(started);
    let (score, loss) = quality(&prediction, tested, request.classes);
    Ok(json!({"fit": fitted, "predict": predicted, "score": score, "loss": loss}))
}

fn read(path: &str) -> Result<Vec<Vec<f64>>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let mut lines = text.lines();
    let width = lines.next().ok_or("no header")?.split(',').count();
    let mut columns = vec![Vec::new(); width];
    for line in lines {
        for (column, cell) in columns.iter_mut().zip(line.split(',')) {
            column.push(cell.parse()?);
        }
    }
    Ok(columns)
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

/// A hundred trees, or one.
fn fit(
    request: &Trees,
    matrix: &Matrix<'_>,
    target: Target<'_>,
) -> Result<TreeEnsemble, TreeError> {
    let observer = &mut |_, _| ControlFlow::Continue(());
    let tree = DecisionTreeParams {
        random_state: request.seed,
        ..DecisionTreeParams::default()
    };
    match request.family {
        Family::Tree => fit_decision_tree(matrix, target, None, &tree, threads()),
        Family::Forest => {
            let max_features = match request.classes {
                0 => MaxFeatures::Fraction(1.0 / 3.0),
                _ => MaxFeatures::Sqrt,
            };
            let params = RandomForestParams {
                tree: DecisionTreeParams {
                    max_features,
                    ..tree
                },
                ..RandomForestParams::default()
            };
            fit_random_forest(matrix, target, None, &params, threads(), observer)
        }
        Family::Boosting => {
            let params = GradientBoostingParams {
                random_state: request.seed,
                ..GradientBoostingParams::default()
            };
            fit_gradient_boosting(matrix, target, None, &params, threads(), observer)
                .map(|fit| fit.ensemble)
        }
    }
}

fn quality(prediction: &[f64], target: &[f64], classes: usize) -> (f64, f64) {
    let rows = target.len() as f64;
    if classes == 0 {
        let mean = target.iter().sum::<f64>() / rows;
        let spread: f64 = target.iter().map(|y| (y - mean) * (y - mean)).sum();
        let pairs = target.iter().zip(prediction);
        let error: f64 = pairs.map(|(y, p)| (y - p) * (y - p)).sum();
        return (1.0 - error / spread, error / rows);
    }
    let (mut loss, mut right) = (0.0, 0.0);
    for (row, &class) in prediction.chunks_exact(classes).zip(target) {
        loss -= row[class as usize].clamp(1e-15, 1.0).ln();
        let best = row.iter().copied().fold(0.0, f64::max);
        right += f64::from(u8::from(row[class as usize] == best));
    }
    (right / rows, loss / rows)
}
