//! The linear models against scikit-learn 1.9.1, fitted on whole data sets. The numbers come from
//! `StandardScaler` followed by the model; for logistic regression with `solver="newton-cholesky"` and
//! `tol=1e-12`, which is nearer to the optimum than scikit-learn's own L-BFGS.

use std::ops::ControlFlow;

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use ndarray::{Array1, Array2};

use super::{ElasticNetParams, LinearFit, LinearParams, LogisticParams, RidgeParams};
use crate::csv::{CsvRules, Data, Table};
use crate::fit::{ClassWeight, FitError};
use crate::metrics::{Predictions, Scorer, Truth};
use crate::model::Estimator;
use crate::numeric::dot;
use crate::parity::{breast_cancer, close, diabetes, digits, numbers};
use crate::request::Metric;

const PENGUINS: &[u8] = include_bytes!("../../../../examples/penguins.csv");

fn norm(weights: &[f64]) -> f64 {
    dot(weights, weights).sqrt()
}

/// Fits and scores on the same rows: the fit, its log loss and its accuracy.
fn logistic(
    params: LogisticParams,
    records: Array2<f64>,
    classes: Vec<usize>,
    count: usize,
) -> (super::logistic::LogisticFit, f64, f64) {
    let params = params.tol(1e-10).check().expect("in range");
    let dataset = DatasetBase::new(records, Array1::from(classes.clone()));
    let fit = params
        .fit_watched(&dataset.view(), count, |_| ControlFlow::Continue(()))
        .expect("fits");
    let estimator = Estimator::Logistic {
        weights: fit.weights.iter().copied().collect(),
        intercepts: fit.intercepts.clone(),
    };
    let predictions: Predictions = estimator.predict(&dataset.records);
    let score = |metric| {
        Scorer::new(metric, &Truth::Classes(classes.clone()), &predictions)
            .and_then(|scorer| scorer.score())
            .expect("defined")
    };
    (fit, score(Metric::LogLoss), score(Metric::Accuracy))
}

#[test]
fn multinomial_logistic_on_digits() {
    let (records, classes) = digits();
    let (fit, log_loss, accuracy) = logistic(LogisticParams::default(), records, classes, 10);
    assert!(
        fit.converged,
        "{} iterations, {}",
        fit.iterations, fit.gradient
    );
    close(log_loss, 0.029_063_790_361_339_89, 1e-9);
    close(accuracy, 0.998_887_033_945_464_6, 1e-12);
    close(
        norm(fit.weights.as_slice().expect("contiguous")),
        11.068_181_738_750_63,
        1e-7,
    );
    close(fit.intercepts[8], 2.349_195_32, 1e-6);
}

#[test]
fn binary_logistic_on_breast_cancer() {
    let (records, classes) = breast_cancer();
    let (fit, log_loss, accuracy) = logistic(LogisticParams::default(), records, classes, 2);
    assert!(
        fit.converged,
        "{} iterations, {}",
        fit.iterations, fit.gradient
    );
    close(log_loss, 0.053_391_857_502_225_7, 1e-9);
    close(accuracy, 0.987_697_715_289_982_4, 1e-12);
    close(
        norm(fit.weights.as_slice().expect("contiguous")),
        3.841_608_788_804_384,
        1e-7,
    );
    close(fit.intercepts[0], -0.214_502_72, 1e-6);
}

/// The share of variance explained on the rows that were fitted.
fn explained(fit: &LinearFit, dataset: &DatasetBase<Array2<f64>, Array1<f64>>) -> f64 {
    let estimator = Estimator::Linear {
        weights: fit.weights.clone(),
        intercept: fit.intercept,
    };
    Scorer::new(
        Metric::R2,
        &Truth::Values(dataset.targets.to_vec()),
        &estimator.predict(&dataset.records),
    )
    .and_then(|scorer| scorer.score())
    .expect("defined")
}

#[test]
fn ridge_and_least_squares_on_diabetes() {
    let (records, targets) = diabetes();
    let dataset = DatasetBase::new(records, targets);
    let ridge = |alpha: f64| -> Result<LinearFit, FitError> {
        RidgeParams::default().alpha(alpha).fit(&dataset.view())
    };
    for (fit, r2, length) in [
        (ridge(1.0), 0.517_582_163_406_303_8, 57.526_699_637_119_73),
        (ridge(10.0), 0.515_639_372_450_324_8, 42.568_601_968_901_36),
        (
            LinearParams::default().fit(&dataset.view()),
            0.517_748_422_220_349_8,
            65.537_214_894_096_86,
        ),
        // Without a penalty ridge is least squares.
        (ridge(0.0), 0.517_748_422_220_349_8, 65.537_214_894_096_86),
    ] {
        let fit = fit.expect("fits");
        close(explained(&fit, &dataset), r2, 1e-12);
        close(norm(&fit.weights), length, 1e-10);
        close(fit.intercept, 152.133_484_162_895_94, 1e-12);
    }
}

/// One-hot columns that add up to 1 have many solutions; the one of smallest norm is expected, as
/// scikit-learn gives it.
#[test]
fn least_squares_on_collinear_columns() {
    let table = Table::read(PENGUINS, &CsvRules::default()).expect("sound");
    let one_hot = |name: &str| -> Vec<Vec<f64>> {
        let Data::Words { codes, levels, .. } = &table.column(name).expect("exists").data else {
            panic!("words");
        };
        let mut words: Vec<&str> = levels.iter().map(|level| level.word.as_str()).collect();
        words.sort_unstable();
        let is = |word: &str, code: u32| {
            f64::from(u8::from(
                levels
                    .get(code as usize)
                    .is_some_and(|level| level.word == word),
            ))
        };
        words
            .iter()
            .map(|word| codes.iter().map(|&code| is(word, code)).collect())
            .collect()
    };
    let columns: Vec<Vec<f64>> = [one_hot("island"), one_hot("sex")].concat();
    let records = Array2::from_shape_fn((table.rows(), 5), |(row, column)| columns[column][row]);
    let mut mass = numbers(&table, "body_mass_g");
    mass.mapv_inplace(|value| if value.is_nan() { 4000.0 } else { value });
    let dataset = DatasetBase::new(records, mass);
    let fit: LinearFit = LinearParams::default().fit(&dataset.view()).expect("fits");
    close(explained(&fit, &dataset), 0.565_043_163_531_908, 1e-12);
    let expected = [
        658.365_832_402_391,
        -340.914_685_463_836_9,
        -317.451_146_938_554_13,
        -165.301_588_633_586_6,
        509.118_300_492_481_9,
    ];
    for (weight, expected) in fit.weights.iter().zip(expected) {
        close(*weight, expected, 1e-8);
    }
    close(fit.intercept, 3_880.576_478_013_15, 1e-10);
}

#[test]
fn more_columns_than_rows_are_fitted_exactly() {
    let records = Array2::from_shape_fn((3, 7), |(row, column)| {
        ((row * 7 + column) as f64 * 1.7).rem_euclid(5.0)
    });
    let dataset = DatasetBase::new(records, Array1::from(vec![1.0, -2.0, 4.0]));
    let fit: LinearFit = LinearParams {
        fit_intercept: false,
    }
    .fit(&dataset.view())
    .expect("fits");
    close(explained(&fit, &dataset), 1.0, 1e-12);
}

#[test]
fn without_an_intercept_the_function_goes_through_zero() {
    let dataset = DatasetBase::new(
        Array2::from_shape_vec((3, 1), vec![1.0, 2.0, 3.0]).expect("three rows"),
        Array1::from(vec![2.0, 4.0, 6.5]),
    );
    let fit: LinearFit = RidgeParams::default()
        .alpha(0.5)
        .fit_intercept(false)
        .fit(&dataset.view())
        .expect("fits");
    assert_eq!(fit.intercept, 0.0);
    close(fit.weights[0], 29.5 / 14.5, 1e-14);
    let bad: Result<LinearFit, FitError> = RidgeParams::default().alpha(-1.0).fit(&dataset.view());
    assert!(matches!(bad, Err(FitError::Parameters(_))));
}

/// `ElasticNet(alpha, l1_ratio, tol=1e-14)`: share explained, length of the weights, weights that are not 0.
#[test]
fn elastic_net_on_diabetes() {
    let (records, targets) = diabetes();
    let dataset = DatasetBase::new(records, targets);
    for (alpha, l1_ratio, r2, length, used) in [
        (1.0, 0.5, 0.484_261_025_334_900_1, 29.256_626_279_153_76, 10),
        (0.1, 0.9, 0.516_035_091_897_904_9, 44.009_483_683_478_62, 10),
        (1.0, 1.0, 0.513_284_182_791_568_8, 40.511_190_295_094_15, 7),
        (
            2.0,
            0.0001,
            0.390_474_056_201_769_45,
            18.394_643_424_462_32,
            10,
        ),
    ] {
        let params = ElasticNetParams {
            alpha,
            l1_ratio,
            tol: 1e-12,
            max_iter: 100_000,
            ..ElasticNetParams::default()
        };
        let (fit, early) = params.fit(&dataset.view()).expect("fits");
        assert_eq!(early, None);
        close(explained(&fit, &dataset), r2, 1e-10);
        close(norm(&fit.weights), length, 1e-9);
        close(fit.intercept, 152.133_484_162_895_94, 1e-12);
        let not_zero = fit.weights.iter().filter(|weight| **weight != 0.0).count();
        assert_eq!(not_zero, used);
    }
}

/// `LogisticRegression(class_weight="balanced")`.
#[test]
fn balanced_logistic_on_breast_cancer() {
    let (records, classes) = breast_cancer();
    let params = LogisticParams::default().class_weight(ClassWeight::Balanced);
    let (fit, log_loss, _) = logistic(params, records, classes, 2);
    assert!(fit.converged);
    close(log_loss, 0.055_261_970_958_703_874, 1e-9);
    close(
        norm(fit.weights.as_slice().expect("contiguous")),
        3.884_874_774_036_959,
        1e-7,
    );
    close(fit.intercepts[0], 0.227_712_406_486_504_1, 1e-6);
}
