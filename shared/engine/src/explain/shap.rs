//! Shapley values: what each column contributes to one prediction (Lundberg and Lee 2017).
//!
//! For linear models they have a closed form: weight times the distance from the mean of the training
//! part. For trees they are computed exactly. Both add up to what the model says.

use ndarray::Array2;
use serde::Serialize;

use crate::ensembles::with_matrix;
use crate::model::{Content, Estimator};
use crate::numeric::dot;
use crate::parallel::threads;
use crate::trees::{Link, TreeEnsemble};

/// What an explained output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OutputUnit {
    /// The predicted number, in units of the target.
    Value,
    /// The probability of the label.
    Probability,
    /// The logarithm of the odds of the label.
    LogOdds,
    /// A score whose softmax over the labels is the probability.
    Score,
}

/// What one column contributes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// The column.
    pub feature: String,
    /// How far it moves the output, in its unit.
    pub value: f64,
}

/// Why an output of a prediction is what it is: `base + Σ contributions = output`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The label that the output is about; `None` for a regression.
    pub label: Option<String>,
    /// What the output is.
    pub unit: OutputUnit,
    /// The mean output over the training part.
    pub base: f64,
    /// What each column adds, in the order of the file.
    pub contributions: Vec<Contribution>,
    /// What the model says.
    pub output: f64,
}

/// For each row and each output: base, one contribution per encoded number, output.
struct Raw {
    unit: OutputUnit,
    outputs: Vec<(f64, Vec<f64>, f64)>,
    /// Outputs of a row.
    count: usize,
}

/// Explains encoded rows, each by one explanation per output; `None` for families without exact values.
pub(crate) fn explain(content: &Content, rows: &Array2<f64>) -> Option<Vec<Vec<Explanation>>> {
    let raw = match &content.estimator {
        Estimator::Linear { weights, intercept } => {
            linear(content, rows, weights, &[*intercept], OutputUnit::Value)
        }
        Estimator::Logistic {
            weights,
            intercepts,
        } => {
            let unit = match intercepts.len() {
                1 => OutputUnit::LogOdds,
                _ => OutputUnit::Score,
            };
            linear(content, rows, weights, intercepts, unit)
        }
        Estimator::Trees(ensemble) => trees(ensemble, rows)?,
        Estimator::Frequencies(_) | Estimator::Mean(_) => return None,
        Estimator::NaiveBayes(_) | Estimator::Knn(_) | Estimator::Svm(_) => return None,
    };
    let explained = raw
        .outputs
        .chunks_exact(raw.count)
        .map(|row| {
            let one =
                |(output, (base, values, total)): (usize, &(f64, Vec<f64>, f64))| Explanation {
                    label: label(&content.labels, output, raw.count),
                    unit: raw.unit,
                    base: *base,
                    contributions: by_column(content, values),
                    output: *total,
                };
            row.iter().enumerate().map(one).collect()
        })
        .collect();
    Some(explained)
}

/// A single output is about the second of two labels.
fn label(labels: &[String], output: usize, outputs: usize) -> Option<String> {
    labels.get(output + usize::from(outputs == 1)).cloned()
}

/// The contributions of all numbers that a column became, added up.
fn by_column(content: &Content, values: &[f64]) -> Vec<Contribution> {
    let mut rest = values;
    let mut all = Vec::with_capacity(content.preparation.columns.len());
    for column in &content.preparation.columns {
        let (own, others) = rest.split_at(column.width().min(rest.len()));
        rest = others;
        all.push(Contribution {
            feature: column.name.clone(),
            value: own.iter().sum(),
        });
    }
    all
}

fn linear(
    content: &Content,
    rows: &Array2<f64>,
    weights: &[f64],
    intercepts: &[f64],
    unit: OutputUnit,
) -> Raw {
    let width = rows.ncols();
    let zeros = vec![0.0; width];
    let means = match content.background.len() == width {
        true => &content.background,
        false => &zeros,
    };
    let mut outputs = Vec::with_capacity(rows.nrows() * intercepts.len());
    for row in rows.rows() {
        let row = row.to_slice().expect("encoded rows are contiguous");
        for (vector, intercept) in intercepts.iter().enumerate() {
            let weights = &weights[vector * width..][..width];
            let distances = row.iter().zip(means).zip(weights);
            outputs.push((
                dot(weights, means) + intercept,
                distances
                    .map(|((x, mean), weight)| weight * (x - mean))
                    .collect(),
                dot(weights, row) + intercept,
            ));
        }
    }
    Raw {
        unit,
        outputs,
        count: intercepts.len(),
    }
}

fn trees(ensemble: &TreeEnsemble, rows: &Array2<f64>) -> Option<Raw> {
    let (count, width) = (ensemble.outputs as usize, rows.ncols());
    let (shap, totals) = with_matrix(rows, &ensemble.features, |matrix| {
        let shap = ensemble.shap(matrix, threads())?;
        Ok((shap, ensemble.predict_raw(matrix, threads())?))
    })
    .ok()?;
    let unit = match ensemble.link {
        Link::Identity => OutputUnit::Value,
        Link::Logistic => OutputUnit::LogOdds,
        Link::Softmax => OutputUnit::Score,
        Link::Probability => OutputUnit::Probability,
    };
    let outputs = shap
        .values
        .chunks_exact(width)
        .zip(totals)
        .enumerate()
        .map(|(index, (values, total))| (shap.expected[index % count], values.to_vec(), total))
        .collect();
    Some(Raw {
        unit,
        outputs,
        count,
    })
}
