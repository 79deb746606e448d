//! Partial dependence: what a model says on average when one column is set to a value in every row
//! (Friedman 2001).

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::csv::{Column, Data, MISSING};
use crate::metrics::Predictions;
use crate::numeric::quantile;
use crate::prepare::{Cell, ColumnEncoder};
use crate::protocol::{Pipeline, Source, Split};
use crate::random::{Purpose, Random};
use crate::report::FeatureImportance;

/// Columns that are shown, the most important ones.
const COLUMNS: usize = 5;

/// Values of a column.
const POINTS: usize = 12;

/// Held-out rows that are averaged over.
const ROWS: usize = 100;

/// What a model says on average for values of one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartialDependence {
    /// The column.
    pub feature: String,
    /// Numbers in ascending order, or words with the most frequent first.
    pub points: Vec<DependencePoint>,
}

/// A value of a column and what the model says for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DependencePoint {
    /// The value.
    pub value: DependenceValue,
    /// The mean probability of each label, or the mean predicted number alone.
    pub predictions: Vec<f64>,
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum DependenceValue {
    /// A number.
    Number(f64),
    /// A word.
    Word(String),
}

/// The dependence on the columns that matter most. Columns that do not matter, and dates, are left out.
pub(crate) fn partial_dependence(
    source: &Source<'_>,
    parts: &Split,
    pipeline: &Pipeline,
    importance: &[FeatureImportance],
) -> Vec<PartialDependence> {
    let mut chosen = parts.test.clone();
    Random::new(source.seed, Purpose::DependenceRows, 0).shuffle(&mut chosen);
    chosen.truncate(ROWS);
    let rows = source.encode(&pipeline.preparation, &chosen);
    importance
        .iter()
        .filter(|importance| importance.mean > 0.0)
        .filter_map(|importance| {
            let column = source.table.column(&importance.feature)?;
            let values = values(column, &source.rows(&parts.train))?;
            Some(PartialDependence {
                feature: importance.feature.clone(),
                points: points(pipeline, &importance.feature, &rows, values)?,
            })
        })
        .take(COLUMNS)
        .collect()
}

/// Values of the training part that stand for the column.
fn values(column: &Column, training: &[u32]) -> Option<Vec<DependenceValue>> {
    match &column.data {
        Data::Numbers(numbers) => {
            let mut present: Vec<f64> = training
                .iter()
                .map(|&row| numbers[row as usize])
                .filter(|number| !number.is_nan())
                .collect();
            present.sort_unstable_by(f64::total_cmp);
            if present.is_empty() {
                return None;
            }
            let share = |point| point as f64 / (POINTS - 1) as f64;
            let mut grid: Vec<f64> = (0..POINTS)
                .map(|point| quantile(&present, share(point)))
                .collect();
            grid.dedup();
            Some(grid.into_iter().map(DependenceValue::Number).collect())
        }
        Data::Words { codes, levels, .. } => {
            let mut counts = vec![0_usize; levels.len()];
            for &row in training {
                match codes[row as usize] {
                    MISSING => {}
                    code => counts[code as usize] += 1,
                }
            }
            let mut order: Vec<usize> =
                (0..levels.len()).filter(|&code| counts[code] > 0).collect();
            order.sort_by(|&a, &b| {
                counts[b]
                    .cmp(&counts[a])
                    .then_with(|| levels[a].word.cmp(&levels[b].word))
            });
            order.truncate(POINTS);
            let word = |code: usize| DependenceValue::Word(levels[code].word.clone());
            Some(order.into_iter().map(word).collect())
        }
        Data::Empty | Data::Moments(_) | Data::Wide { .. } => None,
    }
}

fn points(
    pipeline: &Pipeline,
    feature: &str,
    rows: &Array2<f64>,
    values: Vec<DependenceValue>,
) -> Option<Vec<DependencePoint>> {
    let columns = &pipeline.preparation.columns;
    let place = columns.iter().position(|column| column.name == feature)?;
    let start: usize = columns[..place].iter().map(ColumnEncoder::width).sum();
    let encoder = &columns[place];
    let mut encoded = vec![0.0; encoder.width()];
    let mut changed = rows.clone();
    let point = |value: DependenceValue| {
        let cell = match &value {
            DependenceValue::Number(number) => Cell::Number(*number),
            DependenceValue::Word(word) => Cell::Word(word),
        };
        encoder.encode(cell, &mut encoded);
        for mut row in changed.rows_mut() {
            for (offset, number) in encoded.iter().enumerate() {
                row[start + offset] = *number;
            }
        }
        DependencePoint {
            predictions: means(&pipeline.estimator.predict(&changed)),
            value,
        }
    };
    Some(values.into_iter().map(point).collect())
}

/// The mean prediction.
fn means(predictions: &Predictions) -> Vec<f64> {
    let (values, width) = match predictions {
        Predictions::Values(values) => (values, 1),
        Predictions::Classes {
            probabilities,
            classes,
        } => (probabilities, *classes),
    };
    let rows = (values.len() / width).max(1) as f64;
    (0..width)
        .map(|output| values.iter().skip(output).step_by(width).sum::<f64>() / rows)
        .collect()
}
