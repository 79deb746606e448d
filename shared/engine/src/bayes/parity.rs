//! Against scikit-learn 1.9.1: `GaussianNB` after `StandardScaler`, fitted and scored on the same rows.

use super::NaiveBayesParams;
use crate::fit::ClassWeight;
use crate::metrics::{Predictions, Truth};
use crate::model::Estimator;
use crate::parity::{breast_cancer, close, digits, score};
use crate::request::Metric;

fn scores(
    data: (ndarray::Array2<f64>, Vec<usize>),
    classes: usize,
    var_smoothing: f64,
) -> (f64, f64, Vec<f64>) {
    let (records, truth) = data;
    let fit = NaiveBayesParams {
        var_smoothing,
        ..NaiveBayesParams::default()
    }
    .fit(&records, &truth, classes)
    .expect("fits");
    let predictions = Estimator::NaiveBayes(fit).predict(&records);
    let truth = Truth::Classes(truth);
    let scores = (
        score(Metric::Accuracy, &truth, &predictions),
        score(Metric::LogLoss, &truth, &predictions),
    );
    match predictions {
        Predictions::Classes { probabilities, .. } => (scores.0, scores.1, probabilities),
        Predictions::Values(_) => panic!("classes"),
    }
}

#[test]
fn digits_as_scikit_learn() {
    let (accuracy, log_loss, _) = scores(digits(), 10, 1e-9);
    close(accuracy, 0.799_666_110_183_639_4, 1e-12);
    // Some variances are nothing but the smoothing, which takes digits from the logarithm.
    close(log_loss, 3.272_940_968_094_290_7, 1e-3);
    let (accuracy, log_loss, probabilities) = scores(digits(), 10, 1e-2);
    close(accuracy, 0.915_971_062_882_582_1, 1e-12);
    close(log_loss, 1.223_851_906_737_399_4, 1e-9);
    close(probabilities[59], 0.999_997_581_379_585_9, 1e-10);
}

#[test]
fn breast_cancer_as_scikit_learn() {
    let (accuracy, log_loss, _) = scores(breast_cancer(), 2, 1e-9);
    close(accuracy, 0.940_246_045_694_200_3, 1e-12);
    close(log_loss, 0.537_046_570_468_408_5, 1e-9);
}

/// With `sample_weight=compute_sample_weight("balanced", classes)`.
#[test]
fn balanced_classes_as_scikit_learn() {
    let (records, classes) = breast_cancer();
    let params = NaiveBayesParams {
        class_weight: Some(ClassWeight::Balanced),
        ..NaiveBayesParams::default()
    };
    let fit = params.fit(&records, &classes, 2).expect("fits");
    assert_eq!(fit.priors, [0.5, 0.5]);
    let predictions = Estimator::NaiveBayes(fit).predict(&records);
    let truth = Truth::Classes(classes);
    close(
        score(Metric::Accuracy, &truth, &predictions),
        0.938_488_576_449_912_1,
        1e-12,
    );
    close(
        score(Metric::LogLoss, &truth, &predictions),
        0.530_691_887_445_179_3,
        1e-9,
    );
}

#[test]
fn a_class_without_rows_is_never_predicted() {
    let records = ndarray::arr2(&[[0.0], [1.0], [5.0], [6.0]]);
    let params = NaiveBayesParams {
        var_smoothing: 0.0,
        class_weight: Some(ClassWeight::Balanced),
    };
    let fit = params.fit(&records, &[0, 0, 2, 2], 3).expect("fits");
    let probabilities = fit.predict([[5.5].as_slice()].into_iter());
    assert_eq!(probabilities[1], 0.0);
    assert!(probabilities[2] > 0.99);
    assert_eq!(fit.priors, [0.5, 0.0, 0.5]);
}
