//! Encoded rows as the columns that trees read.

use std::ops::Range;

use ndarray::Array2;

use crate::metrics::Predictions;
use crate::parallel::threads;
use crate::prepare::{Encoding, Preparation};
use crate::trees::{Column, FeatureKind, MISSING_CODE, Matrix, TreeEnsemble, TreeError};

/// What each number of an encoded row is.
pub(crate) fn feature_kinds(preparation: &Preparation) -> Vec<FeatureKind> {
    let kind = |encoding: &Encoding| match encoding {
        Encoding::Code { .. } => FeatureKind::Categorical,
        _ => FeatureKind::Numeric,
    };
    preparation
        .columns
        .iter()
        .flat_map(|column| vec![kind(&column.encoding); column.width()])
        .collect()
}

/// A column that is owned.
enum Owned {
    Numbers(Vec<f64>),
    Codes(Vec<u32>, u32),
}

/// Does something with the rows as the matrix that trees read.
pub(crate) fn with_matrix<T>(
    rows: &Array2<f64>,
    kinds: &[FeatureKind],
    work: impl FnOnce(&Matrix<'_>) -> Result<T, TreeError>,
) -> Result<T, TreeError> {
    let owned: Vec<Owned> = rows
        .columns()
        .into_iter()
        .zip(kinds)
        .map(|(column, kind)| match kind {
            FeatureKind::Numeric => Owned::Numbers(column.to_vec()),
            FeatureKind::Categorical => {
                let code = |value: &f64| {
                    if value.is_nan() {
                        MISSING_CODE
                    } else {
                        *value as u32
                    }
                };
                let codes: Vec<u32> = column.iter().map(code).collect();
                let present = codes.iter().filter(|code| **code != MISSING_CODE);
                let levels = present.max().map_or(1, |largest| largest + 1);
                Owned::Codes(codes, levels)
            }
        })
        .collect();
    let columns = owned
        .iter()
        .map(|column| match column {
            Owned::Numbers(values) => Column::Numeric(values),
            Owned::Codes(codes, levels) => Column::Categorical {
                codes,
                levels: *levels,
            },
        })
        .collect();
    work(&Matrix::new(rows.nrows(), columns)?)
}

/// Probabilities of each class, or numbers for a regression.
pub(crate) fn predict(ensemble: &TreeEnsemble, rows: &Array2<f64>) -> Predictions {
    let values = with_matrix(rows, &ensemble.features, |matrix| {
        ensemble.predict_proba(matrix, threads())
    });
    as_predictions(ensemble, values.expect(SAME_COLUMNS))
}

/// The same for as many rows that differ from these in some columns only, without walking trees again that do not read
/// them.
pub(crate) fn predict_when_changed<'e>(
    ensemble: &'e TreeEnsemble,
    rows: &Array2<f64>,
    columns: &Range<usize>,
) -> impl Fn(&Array2<f64>) -> Predictions + 'e {
    let prepared = with_matrix(rows, &ensemble.features, |matrix| {
        ensemble.when_changed(columns, matrix, threads())
    })
    .expect(SAME_COLUMNS);
    move |changed| {
        let values = with_matrix(changed, &ensemble.features, |matrix| {
            prepared.predict_proba(matrix, threads())
        });
        as_predictions(ensemble, values.expect(SAME_COLUMNS))
    }
}

/// Something about what each of these numbers of trees alone would predict.
pub(super) fn predict_in_stages<T>(
    ensemble: &TreeEnsemble,
    rows: &Array2<f64>,
    trees: &[usize],
    mut each: impl FnMut(Predictions) -> T,
) -> Vec<T> {
    let mut found = Vec::with_capacity(trees.len());
    let walked = with_matrix(rows, &ensemble.features, |matrix| {
        ensemble.staged_predict_proba(matrix, trees, threads(), |values| {
            found.push(each(as_predictions(ensemble, values)));
        })
    });
    walked.expect(SAME_COLUMNS);
    found
}

const SAME_COLUMNS: &str = "encoded rows have the columns that the trees were grown on";

fn as_predictions(ensemble: &TreeEnsemble, values: Vec<f64>) -> Predictions {
    match classes(ensemble) {
        0 => Predictions::Values(values),
        classes => Predictions::Classes {
            probabilities: values,
            classes,
        },
    }
}

/// Classes that are told apart; 0 for a regression.
fn classes(ensemble: &TreeEnsemble) -> usize {
    use crate::trees::Link;
    match ensemble.link {
        Link::Identity => 0,
        Link::Logistic => 2,
        Link::Softmax | Link::Probability => (ensemble.outputs as usize).max(2),
    }
}

/// Whether the trees are sound and made for rows of `width` numbers and as many labels.
pub(crate) fn is_sound(ensemble: &TreeEnsemble, width: usize, labels: usize) -> bool {
    ensemble.is_sound() && ensemble.features.len() == width && classes(ensemble) == labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trees::{GradientBoostingParams, Target, fit_gradient_boosting};
    use std::ops::ControlFlow;

    #[test]
    fn rows_that_change_in_some_columns_are_predicted_as_any_others() {
        // Of the columns the last says nothing, so that some trees read the first two only.
        let cell = |row: usize, column: usize| ((row * (7 + 4 * column)) % 53) as f64;
        let rows = Array2::from_shape_fn((400, 3), |(row, column)| cell(row, column));
        let kinds = [FeatureKind::Numeric; 3];
        let values: Vec<f64> = (0..400)
            .map(|row| cell(row, 0) - 2.0 * cell(row, 1))
            .collect();
        let params = GradientBoostingParams {
            max_leaf_nodes: Some(3),
            ..GradientBoostingParams::default()
        };
        let go = &mut |_, _| ControlFlow::Continue(());
        let fit = with_matrix(&rows, &kinds, |matrix| {
            fit_gradient_boosting(matrix, Target::Values(&values), None, &params, 1, go)
        });
        let ensemble = fit.expect("grows").ensemble;
        for columns in [0..1, 1..3, 2..3] {
            let predict = predict_when_changed(&ensemble, &rows, &columns);
            let mut changed = rows.clone();
            for mut row in changed.rows_mut() {
                row.iter_mut()
                    .skip(columns.start)
                    .take(columns.len())
                    .for_each(|cell| *cell = 52.0 - *cell);
            }
            let (Predictions::Values(found), Predictions::Values(expected)) =
                (predict(&changed), super::predict(&ensemble, &changed))
            else {
                panic!("numbers are predicted");
            };
            for (found, expected) in found.iter().zip(&expected) {
                assert!((found - expected).abs() < 1e-9, "{found} {expected}");
            }
        }
    }
}
