//! The column to predict, as classes or numbers.

use super::error::{Rejection, RejectionKind};
use crate::csv::{Column, Data, MISSING};
use crate::metrics::Truth;
use crate::request::{MAX_CLASSES, Task};

/// What is to be predicted, for the rows that have it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// The column's name.
    pub(crate) name: String,
    /// Rows of the table that have a target, ascending.
    pub(crate) rows: Vec<u32>,
    /// The truth of each of them.
    pub(crate) truth: Truth,
    /// Classes, sorted; empty for regression.
    pub(crate) labels: Vec<String>,
}

/// Fewest rows with a target: two to learn from, one to test on.
const MIN_ROWS: usize = 3;

impl Target {
    pub(crate) fn read(column: &Column, task: Task) -> Result<Self, Rejection> {
        let reject = |kind, detail| Rejection {
            kind,
            detail,
            column: Some(column.name.clone()),
            line: None,
        };
        let name = &column.name;
        let (rows, truth, labels) = match (task, &column.data) {
            (Task::Regression, Data::Numbers(values)) => {
                let (rows, values) = present(values);
                (rows, Truth::Values(values), Vec::new())
            }
            (Task::Regression, _) => {
                let detail =
                    format!("{name:?} is not numeric, so it cannot be the target of a regression");
                return Err(reject(RejectionKind::TargetNotNumeric, detail));
            }
            (Task::Classification, Data::Numbers(values)) => {
                let (rows, values) = present(values);
                let (classes, labels) = number_classes(&values);
                (rows, Truth::Classes(classes), labels)
            }
            (Task::Classification, Data::Words { codes, levels, .. }) => {
                let words: Vec<&str> = levels.iter().map(|level| level.word.as_str()).collect();
                let (rows, classes, labels) = word_classes(codes, &words);
                (rows, Truth::Classes(classes), labels)
            }
            (Task::Classification, Data::Moments(_)) => {
                let detail = format!("{name:?} holds dates, which cannot be predicted");
                return Err(reject(RejectionKind::TargetNotSupported, detail));
            }
            (Task::Classification, Data::Wide { unique, .. }) => {
                return Err(reject(
                    RejectionKind::TooManyClasses,
                    too_many(name, *unique),
                ));
            }
            (Task::Classification, Data::Empty) => {
                (Vec::new(), Truth::Classes(Vec::new()), Vec::new())
            }
        };
        if rows.len() < MIN_ROWS {
            let detail = format!(
                "{} rows have a value in {name:?}; at least {MIN_ROWS} are needed",
                rows.len()
            );
            return Err(reject(RejectionKind::TooFewRows, detail));
        }
        match &truth {
            Truth::Classes(_) if labels.len() == 1 => {
                let detail = format!(
                    "every row has the value {:?} in {name:?}; a classifier needs at least two \
                     classes to learn from",
                    labels[0]
                );
                Err(reject(RejectionKind::OneClass, detail))
            }
            Truth::Classes(_) if labels.len() == rows.len() => {
                let detail = format!(
                    "all {} values of {name:?} are different, so there are no classes to learn",
                    rows.len()
                );
                Err(reject(RejectionKind::AllUniqueTarget, detail))
            }
            Truth::Classes(_) if labels.len() > MAX_CLASSES => Err(reject(
                RejectionKind::TooManyClasses,
                too_many(name, labels.len()),
            )),
            Truth::Values(values) if values.iter().all(|value| *value == values[0]) => {
                let detail = format!(
                    "every row has the value {} in {name:?}; there is nothing to predict",
                    values[0]
                );
                Err(reject(RejectionKind::ConstantTarget, detail))
            }
            _ => Ok(Self {
                name: name.clone(),
                rows,
                truth,
                labels,
            }),
        }
    }
}

fn too_many(name: &str, classes: usize) -> String {
    format!("{name:?} has {classes} classes; at most {MAX_CLASSES} are offered")
}

/// Rows and values that are not missing.
fn present(values: &[f64]) -> (Vec<u32>, Vec<f64>) {
    let kept = values
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_nan());
    kept.map(|(row, value)| (row as u32, *value)).unzip()
}

/// Numbers as classes, in ascending order.
fn number_classes(values: &[f64]) -> (Vec<usize>, Vec<String>) {
    let mut distinct = values.to_vec();
    distinct.sort_unstable_by(f64::total_cmp);
    distinct.dedup();
    let class = |value: &f64| distinct.partition_point(|other| other < value);
    let classes = values.iter().map(class).collect();
    (classes, distinct.iter().map(f64::to_string).collect())
}

/// Words as classes, in alphabetical order.
fn word_classes(codes: &[u32], words: &[&str]) -> (Vec<u32>, Vec<usize>, Vec<String>) {
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_unstable_by_key(|&code| words[code]);
    let mut class_of_code = vec![0; words.len()];
    for (class, &code) in order.iter().enumerate() {
        class_of_code[code] = class;
    }
    let kept = codes
        .iter()
        .enumerate()
        .filter(|(_, code)| **code != MISSING);
    let (rows, classes) = kept
        .map(|(row, code)| (row as u32, class_of_code[*code as usize]))
        .unzip();
    (
        rows,
        classes,
        order
            .into_iter()
            .map(|code| words[code].to_owned())
            .collect(),
    )
}
