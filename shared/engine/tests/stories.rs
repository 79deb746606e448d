//! What people do with the engine, on real data.

use std::ops::ControlFlow;

use serde_json::{Map, Value, json};
use stint_engine::{
    ClassificationMetrics, CsvRules, Metrics, Mode, Model, ModelType, Outcome, Prediction,
    Progress, RejectionKind, Stage, Task, TrainError, TrainRequest, TrainSpec, WarningKind,
    profile_csv, train, train_with_fallback,
};

const PENGUINS: &[u8] = include_bytes!("../../../examples/penguins.csv");
const IRIS: &[u8] = include_bytes!("../../../examples/iris.csv");
const WINE: &[u8] = include_bytes!("../../../examples/wine.csv");
const DIABETES: &[u8] = include_bytes!("../../../examples/diabetes.csv");
const DIGITS: &[u8] = include_bytes!("data/digits.csv");

fn resolve(csv: &[u8], parameters: Value) -> TrainSpec {
    let profile = profile_csv(csv, &CsvRules::default()).expect("sound");
    TrainRequest::from_json(&parameters)
        .and_then(|request| request.resolve(&profile.schema(), profile.rows))
        .expect("sound")
}

fn ignore(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn run(csv: &[u8], parameters: Value) -> Result<Outcome, TrainError> {
    train_with_fallback(
        csv,
        &CsvRules::default(),
        &resolve(csv, parameters),
        &mut ignore,
    )
}

fn trained(csv: &[u8], parameters: Value) -> Outcome {
    run(csv, parameters).expect("trains")
}

fn classification(metrics: &Metrics) -> &ClassificationMetrics {
    match metrics {
        Metrics::Classification(scores) => scores,
        Metrics::Regression(_) => panic!("a classifier was expected"),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is not an object"),
    }
}

#[test]
fn penguins_from_csv_to_a_prediction() {
    let profile = profile_csv(PENGUINS, &CsvRules::default()).expect("sound");
    assert_eq!((profile.rows, profile.delimiter), (344, ','));
    let suggestion = profile.target_suggestion.as_ref().expect("there is one");
    assert_eq!(
        (suggestion.column.as_str(), suggestion.task),
        ("target", Task::Classification)
    );
    let sex = &profile.columns[5];
    assert_eq!((sex.name.as_str(), sex.missing, sex.unique), ("sex", 11, 2));

    let outcome = trained(PENGUINS, json!({}));
    let report = &outcome.report;
    assert_eq!(report.model_type, ModelType::Logistic);
    assert_eq!(
        (report.n_samples, report.n_train, report.n_test),
        (344, 258, 86)
    );
    assert_eq!(report.labels, ["Adelie", "Chinstrap", "Gentoo"]);
    let (model, baseline) = (
        classification(&report.metrics),
        classification(&report.baseline),
    );
    assert!(model.accuracy > 0.97, "{}", model.accuracy);
    assert!(
        (0.4..0.5).contains(&baseline.accuracy),
        "{}",
        baseline.accuracy
    );
    assert!(model.log_loss < 0.1 && baseline.log_loss > 1.0);
    assert_eq!(report.importance[0].feature, "bill_length_mm");
    let counted: u64 = model.confusion_matrix.counts.iter().flatten().sum();
    assert_eq!(counted, 86);
    assert_eq!(model.roc_curve.len(), 3);

    let stored = Model::from_bytes(&outcome.model.to_bytes()).expect("reads back");
    assert_eq!(stored, outcome.model);
    let gentoo = object(
        json!({"island": "Biscoe", "bill_length_mm": 47.5, "bill_depth_mm": 14.5,
        "flipper_length_mm": 217, "body_mass_g": 5100, "sex": null, "year": 2008}),
    );
    let unknown = object(json!({"island": "Atlantis"}));
    let answers = stored.predict(&[gentoo, unknown]).expect("accepted");
    let Prediction::Class {
        label,
        probabilities,
    } = &answers[0]
    else {
        panic!("a class")
    };
    assert_eq!(label, "Gentoo");
    assert!(probabilities[2] > 0.99);
    assert!(matches!(&answers[1], Prediction::Class { .. }));
}

#[test]
fn digits_are_told_apart() {
    let report = trained(DIGITS, json!({})).report;
    let scores = classification(&report.metrics);
    assert!(scores.accuracy >= 0.96, "{}", scores.accuracy);
    assert!(scores.roc_auc.expect("defined") > 0.99);
    assert!(classification(&report.baseline).accuracy < 0.15);
    // Corners of the image are always blank.
    assert!(
        report
            .dropped_columns
            .iter()
            .any(|dropped| dropped.column == "pixel_0_0")
    );
    let folds = report.cross_validation.expect("enough rows");
    assert_eq!(folds.scores.len(), 5);
    assert!(folds.mean > 0.95, "{folds:?}");
}

#[test]
fn classifiers_beat_their_baseline_on_every_example() {
    for (csv, least) in [(IRIS, 0.85), (WINE, 0.93), (PENGUINS, 0.95)] {
        let report = trained(csv, json!({})).report;
        let model = classification(&report.metrics).accuracy;
        let baseline = classification(&report.baseline).accuracy;
        assert!(
            model >= least && model > baseline + 0.1,
            "{model} against {baseline}"
        );
        let interval = report.interval.expect("defined");
        assert!(
            interval.low < model && model <= interval.high,
            "{interval:?}"
        );
    }
}

#[test]
fn regressions_beat_their_baseline() {
    for model_type in ["linear", "ridge"] {
        let report = trained(DIABETES, json!({"model_type": model_type})).report;
        let (Metrics::Regression(model), Metrics::Regression(baseline)) =
            (&report.metrics, &report.baseline)
        else {
            panic!("regressions were expected");
        };
        assert!(model.r2.expect("defined") > 0.3, "{model:?}");
        assert!(baseline.r2.expect("defined") < 0.01);
        assert!(model.mae < baseline.mae && model.rmse < baseline.rmse);
        assert_eq!(model.samples.len(), report.n_test);
        let scalars = report.scalar_metrics();
        assert_eq!(
            scalars.keys().collect::<Vec<_>>(),
            ["mae", "mse", "r2", "rmse"]
        );
    }
}

#[test]
fn another_target_another_metric_and_fewer_columns() {
    let parameters = json!({"target": "body_mass_g", "metric": "mae",
        "features": {"include": ["sex", "flipper_length_mm", "target"]}, "test_fraction": 0.4});
    let outcome = trained(PENGUINS, parameters);
    let report = outcome.report;
    assert_eq!((report.task, report.n_features), (Task::Regression, 3));
    assert_eq!(report.n_samples, 342);
    assert!(
        report
            .warnings
            .iter()
            .any(|warning| warning.kind == WarningKind::TargetMissing)
    );
    assert_eq!(
        outcome.model.features().collect::<Vec<_>>(),
        ["flipper_length_mm", "sex", "target"]
    );
    let interval = report.interval.expect("defined");
    assert_eq!(interval.metric, stint_engine::Metric::Mae);
    assert!(interval.low < interval.value && interval.value < interval.high);
}

#[test]
fn light_mode_gives_the_baseline() {
    let report = trained(PENGUINS, json!({"mode": "light"})).report;
    assert_eq!(
        (report.mode_used, report.fallback_reason),
        (Mode::Light, None)
    );
    assert_eq!(report.model_type, ModelType::Baseline);
    assert_eq!(report.metrics, report.baseline);
}

#[test]
fn numbers_too_large_to_fit_fall_back_to_the_baseline_and_say_so() {
    let rows: String = (0..40)
        .map(|i| format!("{i}e306,{}\n", ["a", "b"][i % 2]))
        .collect();
    let csv = format!("huge,kind\n{rows}");
    let report = trained(csv.as_bytes(), json!({})).report;
    assert_eq!(
        (report.mode_requested, report.mode_used),
        (Mode::Heavy, Mode::Light)
    );
    let reason = report.fallback_reason.as_deref().expect("says why");
    assert!(
        reason.contains("\"huge\"") && reason.contains("too large"),
        "{reason}"
    );
    assert!(report.card_markdown().contains("**Fallback.**"));
    // Whoever asks for this model and no other is told the truth as well.
    let spec = resolve(csv.as_bytes(), json!({}));
    let strict = train(csv.as_bytes(), &CsvRules::default(), &spec, &mut ignore);
    assert!(matches!(strict, Err(TrainError::FitFailed { .. })));
}

#[test]
fn the_same_request_gives_the_same_bytes_on_any_thread() {
    let once = || {
        let outcome = trained(PENGUINS, json!({"seed": 7}));
        let report = serde_json::to_string(&outcome.report).expect("serialises");
        (outcome.model.to_bytes(), report)
    };
    let expected = once();
    let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(once)).collect();
    for thread in threads {
        assert_eq!(thread.join().expect("no panic"), expected);
    }
    let other = trained(PENGUINS, json!({"seed": 8}));
    assert_ne!(other.model.to_bytes(), expected.0);
}

#[test]
fn a_report_survives_json_and_its_card_holds_the_numbers() {
    for (csv, parameters) in [
        (PENGUINS, json!({})),
        (DIABETES, json!({"model_type": "linear"})),
        (WINE, json!({"mode": "light"})),
    ] {
        let report = trained(csv, parameters).report;
        let text = serde_json::to_string(&report).expect("serialises");
        let read: stint_engine::Report = serde_json::from_str(&text).expect("reads back");
        assert_eq!(read, report);
        let card = report.card_markdown();
        for (name, value) in report.scalar_metrics() {
            assert!(card.contains(&format!("| {name} | {value:.4} |")), "{card}");
        }
        assert!(card.contains(&report.dataset_sha256));
    }
}

#[test]
fn progress_is_told_in_order_and_any_step_can_cancel() {
    let spec = resolve(IRIS, json!({}));
    let mut stages = Vec::new();
    let outcome = train(IRIS, &CsvRules::default(), &spec, &mut |progress| {
        if stages.last() != Some(&progress.stage) {
            stages.push(progress.stage);
        }
        assert!(!progress.message.is_empty());
        ControlFlow::Continue(())
    });
    assert!(outcome.is_ok());
    let all = [
        Stage::Reading,
        Stage::Preparing,
        Stage::Fitting,
        Stage::Validating,
        Stage::Evaluating,
        Stage::Explaining,
    ];
    assert_eq!(stages, all);
    for stage in all {
        let result = train(IRIS, &CsvRules::default(), &spec, &mut |progress| {
            if progress.stage == stage {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert_eq!(result.expect_err("cancelled"), TrainError::Cancelled);
    }
}

#[test]
fn a_search_on_many_threads_says_how_far_it_is_and_stops_when_told() {
    let spec = resolve(
        IRIS,
        json!({"model_type": "auto", "hyperparameters": {"n_candidates": 8}}),
    );
    let mut steps: Vec<(u64, u64)> = Vec::new();
    let outcome = train(IRIS, &CsvRules::default(), &spec, &mut |progress| {
        if progress.stage == Stage::Validating {
            steps.push((progress.done, progress.total));
        }
        ControlFlow::Continue(())
    });
    assert!(outcome.is_ok());
    assert!(steps.iter().all(|(done, total)| done < total), "{steps:?}");
    let goes_on = |pair: &[(u64, u64)]| pair[0].0 <= pair[1].0 || pair[1].0 == 0;
    assert!(steps.windows(2).all(goes_on), "{steps:?}");
    // Eight configurations on two folds, then at least three on one more, then on two more.
    let rounds: Vec<u64> = steps
        .iter()
        .filter(|step| step.0 == 0)
        .map(|step| step.1)
        .collect();
    assert!(rounds.contains(&16) && rounds.iter().all(|total| [16, 3, 6].contains(total)));

    for last in [1, 2, 9, steps.len() / 2] {
        let mut told = 0;
        let result = train(IRIS, &CsvRules::default(), &spec, &mut |progress| {
            told += usize::from(progress.stage == Stage::Validating);
            match told {
                told if told == last => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        assert_eq!(result.expect_err("cancelled"), TrainError::Cancelled);
        assert_eq!(told, last, "nothing is told after the end");
    }
}

/// A rejection and the column it names.
fn rejected(csv: &str, parameters: Value) -> (RejectionKind, Option<String>, String) {
    match run(csv.as_bytes(), parameters) {
        Err(TrainError::Rejected(rejection)) => {
            (rejection.kind, rejection.column, rejection.detail)
        }
        other => panic!("expected a rejection, not {other:?}"),
    }
}

#[test]
fn data_that_cannot_be_trained_on_is_rejected_with_the_column() {
    let (kind, column, detail) = rejected("x,y\n1,only\n2,only\n3,only\n4,\n", json!({}));
    assert_eq!(
        (kind, column.as_deref()),
        (RejectionKind::OneClass, Some("y"))
    );
    assert!(
        detail.contains("\"only\"") && detail.contains("\"y\""),
        "{detail}"
    );

    let (kind, column, _) = rejected("x,y\n1,5\n2,5\n3,5\n", json!({"task": "regression"}));
    assert_eq!(
        (kind, column.as_deref()),
        (RejectionKind::ConstantTarget, Some("y"))
    );

    let (kind, _, _) = rejected("x,y\n1,a\n2,a\n3,\n4,\n", json!({}));
    assert_eq!(kind, RejectionKind::TooFewRows);

    let (kind, _, detail) = rejected("x,y\n1,a\n1,b\n1,a\n1,b\n", json!({}));
    assert_eq!(kind, RejectionKind::NoFeatures);
    assert!(detail.contains("\"x\""), "{detail}");
}

#[test]
fn a_specification_out_of_range_is_rejected() {
    let sound = resolve(IRIS, json!({}));
    for spec in [
        TrainSpec {
            test_fraction: f64::NAN,
            ..sound.clone()
        },
        TrainSpec {
            folds: 0,
            ..sound.clone()
        },
        TrainSpec {
            task: Task::Regression,
            ..sound.clone()
        },
        TrainSpec {
            metric: stint_engine::Metric::R2,
            ..sound
        },
    ] {
        let result = train(IRIS, &CsvRules::default(), &spec, &mut ignore);
        let Err(TrainError::Rejected(rejection)) = result else {
            panic!("{result:?}")
        };
        assert_eq!(rejection.kind, RejectionKind::InvalidSpecification);
    }
}

#[test]
fn a_specification_for_another_file_is_rejected() {
    let spec = resolve(PENGUINS, json!({}));
    let result = train(
        b"a,b\n1,x\n2,y\n3,x\n",
        &CsvRules::default(),
        &spec,
        &mut ignore,
    );
    let Err(TrainError::Rejected(rejection)) = result else {
        panic!("{result:?}")
    };
    assert_eq!(rejection.kind, RejectionKind::UnknownColumn);
    assert_eq!(rejection.column.as_deref(), Some("target"));
    let result = train(b"a,b\n1\n", &CsvRules::default(), &spec, &mut ignore);
    let Err(TrainError::Rejected(rejection)) = result else {
        panic!("{result:?}")
    };
    assert_eq!(
        (rejection.kind, rejection.line),
        (RejectionKind::InvalidCsv, Some(2))
    );
}

#[test]
fn an_odd_but_honest_csv_trains() {
    let rows: String = (0..60)
        .map(|i| {
            let amount = match i % 10 {
                0 => String::new(),
                1 => "1e400".to_owned(),
                2 => "-0".to_owned(),
                _ => format!("{},{}", i % 7, i % 10),
            };
            format!(
                "{i};\"a \"\"{}\"\"\r\nb\";{amount};2024-{:02}-15 08:30;{}\r",
                i % 3,
                1 + i % 12,
                ["no", "yes"][usize::from(i % 7 > 3)]
            )
        })
        .collect();
    let csv = format!("\u{feff}id;text, with comma;amount;when;bought\r\n{rows}");
    let profile = profile_csv(csv.as_bytes(), &CsvRules::default()).expect("sound");
    assert_eq!((profile.rows, profile.delimiter), (60, ';'));
    let outcome = trained(csv.as_bytes(), json!({}));
    let report = outcome.report;
    assert!(
        classification(&report.metrics).accuracy > 0.9,
        "{:?}",
        report.metrics
    );
    let kinds: Vec<WarningKind> = report.warnings.iter().map(|warning| warning.kind).collect();
    assert!(kinds.contains(&WarningKind::OutOfRange) && kinds.contains(&WarningKind::DecimalComma));
    assert_eq!(report.dropped_columns.len(), 1);
    assert_eq!(report.dropped_columns[0].column, "id");
    let whole_row = object(
        json!({"id": 99, "text, with comma": "a \"1\"\r\nb", "amount": "6,5",
        "when": "2024-03-15 08:30", "bought": "no"}),
    );
    assert!(outcome.model.predict(&[whole_row]).is_ok());
}
