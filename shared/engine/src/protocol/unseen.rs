//! Proof that held-out rows stay unseen: whatever they hold, every family learns the same to the last bit.

use std::ops::ControlFlow;

use serde_json::json;

use super::split::split;
use super::{Outcome, Source, train};
use crate::csv::{CsvRules, Table};
use crate::prepare::Encoding;
use crate::profile_csv;
use crate::request::{ModelType, Task, TrainRequest, TrainSpec};

const ROWS: usize = 240;

/// The cells of a row: a number, a word, a date, a flag, one of many words, the target.
type Row = [String; 6];

/// Place of the target.
const TARGET: usize = 5;

fn csv(rows: &[Row]) -> String {
    let lines: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    format!("amount,city,when,member,shop,target\n{lines}")
}

/// A table to learn from, with holes.
fn honest(task: Task) -> Vec<Row> {
    (0..ROWS)
        .map(|row| {
            let amount = row * row % 31;
            let target = match task {
                Task::Classification => ["red", "blue"][usize::from(amount + row % 4 > 16)].into(),
                Task::Regression => format!("{}.{}", 3 * amount + row % 4, row % 10),
            };
            let hole = |every: usize, cell: String| match row % every {
                0 => String::new(),
                _ => cell,
            };
            [
                hole(9, amount.to_string()),
                hole(11, format!("c{}", row % 4)),
                hole(13, format!("2024-01-{:02}", 1 + row % 28)),
                ["yes", "no"][row % 2].to_owned(),
                hole(17, format!("shop {}", row * 7 % 61)),
                target,
            ]
        })
        .collect()
}

/// The same with everything else in the held-out rows, as far as the split and the kinds of columns allow: classes
/// decide which rows are held out, so they stay.
fn disguised(rows: &[Row], held_out: &[u32], task: Task) -> Vec<Row> {
    let mut rows = rows.to_vec();
    for &row in held_out {
        let target = match task {
            Task::Classification => rows[row as usize][TARGET].clone(),
            Task::Regression => format!("-{}e6", row + 1),
        };
        rows[row as usize] = [
            format!("{}e9", row + 1),
            format!("elsewhere{row}"),
            "1950-12-31 23:15".to_owned(),
            "yes".to_owned(),
            format!("elsewhere {}", row % 3),
            target,
        ];
    }
    rows
}

fn specification(csv: &str, task: Task, family: ModelType) -> Option<TrainSpec> {
    let hyperparameters = match family {
        ModelType::Auto => json!({"n_candidates": 8}),
        ModelType::RandomForest => json!({"n_estimators": 10}),
        ModelType::GradientBoosting => {
            json!({"max_iter": 10, "min_samples_leaf": 5, "early_stopping": true})
        }
        _ => json!({}),
    };
    let request =
        json!({"task": task, "model_type": family.name(), "hyperparameters": hyperparameters});
    let profile = profile_csv(csv.as_bytes(), &CsvRules::default()).expect("sound");
    let request = TrainRequest::from_json(&request).expect("sound");
    family.fits(task).then(|| {
        request
            .resolve(&profile.schema(), profile.rows)
            .expect("sound")
    })
}

/// Positions of the training part and of the held-out part.
fn parts(csv: &str, spec: &TrainSpec) -> (Vec<u32>, Vec<u32>) {
    let table = Table::read(csv.as_bytes(), &CsvRules::default()).expect("sound");
    let source = Source::new(&table, spec).expect("sound");
    let parts = split(&source.target.truth, spec.test_fraction, spec.seed);
    (parts.train, parts.test)
}

/// A run; its model forgets which file it is from, which differs by design.
fn run(rows: &[Row], spec: &TrainSpec) -> Outcome {
    let go = &mut |_| ControlFlow::Continue(());
    let mut outcome = train(csv(rows).as_bytes(), &CsvRules::default(), spec, go).expect("trains");
    outcome.model.content.dataset_sha256.clear();
    outcome
}

#[test]
fn nothing_of_the_held_out_rows_is_learnt() {
    for task in [Task::Classification, Task::Regression] {
        let rows = honest(task);
        for family in ModelType::ALL {
            let Some(spec) = specification(&csv(&rows), task, family) else {
                continue;
            };
            let (learnt_from, held_out) = parts(&csv(&rows), &spec);
            let expected = run(&rows, &spec);
            let found = run(&disguised(&rows, &held_out, task), &spec);
            let name = family.name();
            assert_eq!(found.model, expected.model, "{name}");
            let encoders = &found.model.content.preparation.columns;
            let by_target = encoders
                .iter()
                .any(|encoder| matches!(encoder.encoding, Encoding::Target { .. }));
            assert_eq!(by_target, family != ModelType::Baseline, "{name}");
            assert_eq!(found.model.to_bytes(), expected.model.to_bytes(), "{name}");
            // What was chosen on the way is chosen without them, too.
            assert_eq!(found.report.search, expected.report.search, "{name}");
            assert_eq!(
                found.report.cross_validation, expected.report.cross_validation,
                "{name}"
            );
            assert_eq!(
                found.report.dropped_columns, expected.report.dropped_columns,
                "{name}"
            );
            // Shares of classes are the same in both parts, so the baseline cannot show what follows.
            if family == ModelType::Baseline && task == Task::Classification {
                continue;
            }
            // Held-out rows are looked at once, to measure.
            let measured = (&found.report.metrics, &expected.report.metrics);
            assert_ne!(measured.0, measured.1, "{name}");

            // And what is done to the training part does change what is learnt.
            let mut other = rows.clone();
            for &row in learnt_from.iter().step_by(2) {
                match task {
                    Task::Classification => other[row as usize][0] = (row % 23).to_string(),
                    Task::Regression => other[row as usize][TARGET] = "99".to_owned(),
                }
            }
            assert_ne!(run(&other, &spec).model, expected.model, "{name}");
        }
    }
}
