//! Against scikit-learn 1.9.1: `KNeighborsClassifier` and `KNeighborsRegressor` after `StandardScaler`,
//! fitted on the first rows and scored on the rest.

use ndarray::{Array2, s};

use super::{KnnParams, NeighborWeights};
use crate::fit::FitError;
use crate::metrics::{Predictions, Truth};
use crate::model::Estimator;
use crate::parity::{close, diabetes, digits, score};
use crate::request::Metric;

fn predicted(
    params: &KnnParams,
    records: &Array2<f64>,
    truth: &Truth,
    classes: usize,
    first: usize,
) -> (Predictions, Truth) {
    let at = |from: usize, to: usize| truth.select(&(from as u32..to as u32).collect::<Vec<_>>());
    let learnt = records.slice(s![..first, ..]).to_owned();
    let fit = params.fit(&learnt, at(0, first), classes).expect("fits");
    let rest = records.slice(s![first.., ..]).to_owned();
    (
        Estimator::Knn(fit).predict(&rest),
        at(first, records.nrows()),
    )
}

#[test]
fn digits_as_scikit_learn() {
    let (records, classes) = digits();
    for (weights, accuracy, log_loss, threes) in [
        (
            NeighborWeights::Uniform,
            0.946_398_659_966_499_2,
            0.642_091_589_763_217_6,
            61.6,
        ),
        (
            NeighborWeights::Distance,
            0.944_723_618_090_452_2,
            0.640_420_208_225_834_5,
            61.340_063_391_860_1,
        ),
    ] {
        let params = KnnParams {
            n_neighbors: 5,
            weights,
        };
        let truth = Truth::Classes(classes.clone());
        let (found, truth) = predicted(&params, &records, &truth, 10, 1200);
        close(score(Metric::Accuracy, &truth, &found), accuracy, 1e-12);
        close(score(Metric::LogLoss, &truth, &found), log_loss, 1e-9);
        let Predictions::Classes { probabilities, .. } = found else {
            panic!("classes");
        };
        close(
            probabilities.iter().skip(3).step_by(10).sum(),
            threes,
            1e-10,
        );
    }
}

#[test]
fn diabetes_as_scikit_learn() {
    let (records, values) = diabetes();
    let truth = Truth::Values(values.to_vec());
    for (weights, r2, first) in [
        (
            NeighborWeights::Uniform,
            0.457_962_044_370_158_86,
            183.285_714_285_714_28,
        ),
        (
            NeighborWeights::Distance,
            0.459_053_974_001_450_7,
            189.815_967_585_913_2,
        ),
    ] {
        let params = KnnParams {
            n_neighbors: 7,
            weights,
        };
        let (found, truth) = predicted(&params, &records, &truth, 0, 300);
        close(score(Metric::R2, &truth, &found), r2, 1e-12);
        let Predictions::Values(values) = found else {
            panic!("values");
        };
        close(values[0], first, 1e-12);
    }
}

#[test]
fn a_row_at_no_distance_decides_alone_and_more_neighbours_than_rows_are_refused() {
    let records = ndarray::arr2(&[[0.0], [0.5], [9.0]]);
    let params = |n_neighbors| KnnParams {
        n_neighbors,
        weights: NeighborWeights::Distance,
    };
    let values = Truth::Values(vec![7.0, 1.0, 2.0]);
    let fit = params(3).fit(&records, values.clone(), 0).expect("fits");
    let found = fit.predict([[0.0].as_slice()].into_iter());
    assert_eq!(found, Predictions::Values(vec![7.0]));
    let refused = params(4).fit(&records, values, 0);
    assert!(matches!(refused, Err(FitError::TooFewRows(_))));
}
