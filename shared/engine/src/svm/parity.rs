//! Against scikit-learn 1.9.1: `SVC` and `SVR` (which are LIBSVM) with `tol=1e-9` after `StandardScaler`, fitted on the
//! first rows; for a regression the target is in standard deviations of these rows.

use std::ops::ControlFlow;

use ndarray::{Array2, s};

use super::fit::{PairFit, Rows};
use super::{Gamma, GammaRule, SvmKernel, SvmParams};
use crate::fit::{ClassWeight, FitError, row_weights};
use crate::metrics::{Predictions, Truth};
use crate::model::Estimator;
use crate::numeric::{dot, sum};
use crate::parity::{breast_cancer, close, diabetes, digits, score};
use crate::request::Metric;

/// As near to the optimum as parity is about.
const TOL: f64 = 1e-9;

fn numbers(records: &Array2<f64>) -> &[f64] {
    records.as_slice().expect("standard layout is contiguous")
}

fn go(_: u32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// The decisions on `rest` of a machine for two classes that was fitted to `learnt`.
fn decisions(
    params: &SvmParams,
    (learnt, classes): (&Array2<f64>, &[usize]),
    rest: &Array2<f64>,
) -> Vec<f64> {
    let width = learnt.ncols();
    let kernel = params.kernel(numbers(learnt), width);
    let rows = Rows {
        records: numbers(learnt),
        width,
        kernel,
        tol: TOL,
    };
    let weights = row_weights(params.class_weight, classes, 2);
    let weights = weights.unwrap_or_else(|| vec![1.0; classes.len()]);
    let second: Vec<bool> = classes.iter().map(|class| *class == 1).collect();
    let solution = PairFit::new(&rows, &second, (params.c, &weights))
        .solve(None, &mut go)
        .expect("fits");
    assert_eq!(solution.left, None);
    numbers(rest)
        .chunks_exact(width)
        .map(|row| {
            let alike: Vec<f64> = (0..classes.len())
                .map(|learnt| kernel.of(rows.of(learnt), row))
                .collect();
            dot(&alike, &solution.coefficients) + solution.intercept
        })
        .collect()
}

#[test]
fn decisions_on_breast_cancer() {
    let (records, classes) = breast_cancer();
    let learnt = records.slice(s![..400, ..]).to_owned();
    let rest = records.slice(s![400.., ..]).to_owned();
    let number = Gamma::Number(0.03);
    let scale = Gamma::Rule(GammaRule::Scale);
    let (plain, balanced) = (None, Some(ClassWeight::Balanced));
    for (kernel, gamma, class_weight, accuracy, total, first) in [
        (
            SvmKernel::Rbf,
            number,
            plain,
            165,
            -101.714_988_035,
            1.615_429_693,
        ),
        (
            SvmKernel::Rbf,
            number,
            balanced,
            165,
            -95.844_081_387,
            1.567_772_016,
        ),
        (
            SvmKernel::Rbf,
            scale,
            plain,
            165,
            -101.827_033_283,
            1.574_607_949,
        ),
        (
            SvmKernel::Rbf,
            scale,
            balanced,
            165,
            -96.251_153_721,
            1.524_573_368,
        ),
        (
            SvmKernel::Linear,
            scale,
            plain,
            164,
            -129.419_709_299,
            7.983_021_285,
        ),
        (
            SvmKernel::Linear,
            scale,
            balanced,
            165,
            -107.497_253_109,
            7.986_101_553,
        ),
    ] {
        let params = SvmParams {
            kernel,
            gamma,
            class_weight,
            ..SvmParams::default()
        };
        let found = decisions(&params, (&learnt, &classes[..400]), &rest);
        let right = found
            .iter()
            .zip(&classes[400..])
            .filter(|(decision, class)| (**decision > 0.0) == (**class == 1));
        assert_eq!(right.count(), accuracy, "{params:?}");
        // LIBSVM keeps its kernel matrix in single precision.
        close(sum(&found), total, 1e-6);
        close(found[0], first, 1e-6);
    }
}

#[test]
fn numbers_of_diabetes() {
    let (records, values) = diabetes();
    let learnt = records.slice(s![..300, ..]).to_owned();
    let rest = records.slice(s![300.., ..]).to_owned();
    let values = values.to_vec();
    let truth = Truth::Values(values[300..].to_vec());
    for (kernel, c, epsilon, r2, first, total) in [
        (
            SvmKernel::Rbf,
            1.0,
            0.1,
            0.515_584_518,
            216.686_000,
            22_217.894_170,
        ),
        (
            SvmKernel::Rbf,
            10.0,
            0.3,
            0.463_084_240,
            216.705_246,
            22_065.868_108,
        ),
        (
            SvmKernel::Linear,
            1.0,
            0.1,
            0.477_119_127,
            218.681_326,
            22_710.328_668,
        ),
        (
            SvmKernel::Linear,
            10.0,
            0.3,
            0.480_351_697,
            225.491_919,
            22_531.948_561,
        ),
    ] {
        let params = SvmParams {
            kernel,
            c,
            epsilon,
            gamma: Gamma::Number(0.03),
            tol: TOL,
            ..SvmParams::default()
        };
        let known = Truth::Values(values[..300].to_vec());
        let (estimator, note) = params.fit(&learnt, &known, 0, &mut go).expect("fits");
        assert_eq!(note, None);
        assert_eq!(
            matches!(estimator, Estimator::Linear { .. }),
            kernel == SvmKernel::Linear
        );
        let found = estimator.predict(&rest);
        // LIBSVM keeps its kernel matrix in single precision.
        close(score(Metric::R2, &truth, &found), r2, 1e-5);
        let Predictions::Values(found) = found else {
            panic!("values");
        };
        close(found[0], first, 1e-5);
        close(sum(&found), total, 1e-5);
    }
}

/// Machines for 45 pairs. What is compared is scikit-learn's decisions and its logistic functions of them, coupled as here
/// by the closed form: its folds are random and give 0.930 to 0.931 and 0.938.
#[test]
fn digits_are_told_apart_as_well() {
    let (records, classes) = digits();
    let learnt = records.slice(s![..1200, ..]).to_owned();
    let rest = records.slice(s![1200.., ..]).to_owned();
    let truth = Truth::Classes(classes[1200..].to_vec());
    for (kernel, accuracy, log_loss, vectors) in [
        (SvmKernel::Rbf, 0.931, 0.249, Some(653)),
        (SvmKernel::Linear, 0.938, 0.219, None),
    ] {
        let params = SvmParams {
            kernel,
            gamma: Gamma::Number(1.0 / 64.0),
            ..SvmParams::default()
        };
        let known = Truth::Classes(classes[..1200].to_vec());
        let (estimator, _) = params.fit(&learnt, &known, 10, &mut go).expect("fits");
        let found = estimator.predict(&rest);
        let reached = score(Metric::Accuracy, &truth, &found);
        assert!(reached > accuracy - 0.005, "{kernel:?}: {reached}");
        close(score(Metric::LogLoss, &truth, &found), log_loss, 0.02);
        let Estimator::Svm(machines) = estimator else {
            panic!("machines");
        };
        assert_eq!(machines.machines.len(), 45);
        if let Some(expected) = vectors {
            let kept = machines.vectors.len() / learnt.ncols();
            assert!(kept.abs_diff(expected) < 10, "{kept} support vectors");
        }
    }
}

#[test]
fn classes_without_rows_are_never_predicted_and_too_many_rows_are_refused() {
    let records = Array2::from_shape_fn((40, 2), |(row, column)| {
        f64::from((row * (7 + 4 * column) % 19) as u8) / 9.0 + f64::from(u8::from(row >= 20))
    });
    let known = |class: fn(usize) -> usize| Truth::Classes((0..40).map(class).collect());
    for kernel in [SvmKernel::Linear, SvmKernel::Rbf] {
        let params = SvmParams {
            kernel,
            ..SvmParams::default()
        };
        // Two of four classes, one of two, and a class with a single row.
        for (truth, classes, absent) in [
            (known(|row| 1 + 2 * usize::from(row >= 20)), 4, vec![0, 2]),
            (known(|_| 1), 2, vec![0]),
            (known(|row| usize::from(row == 0)), 2, vec![]),
        ] {
            let (estimator, _) = params
                .fit(&records, &truth, classes, &mut go)
                .expect("fits");
            assert!(estimator.is_sound(2, classes));
            let Predictions::Classes { probabilities, .. } = estimator.predict(&records) else {
                panic!("classes");
            };
            for row in probabilities.chunks_exact(classes) {
                close(sum(row), 1.0, 1e-12);
                assert!(absent.iter().all(|&class| row[class] == 0.0));
            }
        }
    }
    let many = Array2::zeros((super::MAX_ROWS + 1, 1));
    let truth = Truth::Values(vec![0.0; super::MAX_ROWS + 1]);
    let refused = SvmParams::default().fit(&many, &truth, 0, &mut go);
    assert!(matches!(refused, Err(FitError::TooLarge(_))));
}
