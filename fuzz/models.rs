//! A small model of every family, over columns of every kind; and files of models that need not be sound.
#![allow(dead_code, reason = "each program uses some of it")]

use std::ops::ControlFlow;

use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::json;
use sha2::{Digest, Sha256};
use stint_engine::{CsvRules, Model, ModelType, TrainRequest, profile_csv, train};

/// Numbers, words, a flag, dates, missing cells; two targets.
fn csv() -> String {
    let rows: String = (0..60)
        .map(|row| {
            let number = if row % 9 == 4 {
                String::new()
            } else {
                (row * 7 % 23).to_string()
            };
            let (word, flag) = (
                ["red", "green", "blue", ""][row % 4],
                ["yes", "no"][row % 2],
            );
            let (day, class) = (1 + row % 28, ["low", "middle", "high"][row * 5 % 3]);
            format!(
                "{number},{word},{flag},2024-01-{day:02} 10:30,{class},{}.5\n",
                row * 3 % 17
            )
        })
        .collect();
    format!("number,word,flag,when,class,amount\n{rows}")
}

/// The models.
pub fn trained() -> Vec<Model> {
    let (csv, rules) = (csv(), CsvRules::default());
    let profile = profile_csv(csv.as_bytes(), &rules).expect("sound");
    let mut models = Vec::new();
    for (target, other, task) in [
        ("class", "amount", "classification"),
        ("amount", "class", "regression"),
    ] {
        for family in ModelType::ALL {
            let hyperparameters = match family {
                ModelType::Auto => continue,
                ModelType::RandomForest => json!({"n_estimators": 3}),
                ModelType::GradientBoosting => json!({"max_iter": 3, "min_samples_leaf": 3}),
                _ => json!({}),
            };
            let request = json!({"target": target, "task": task, "model_type": family.name(),
                "features": {"exclude": [other]},
                "hyperparameters": hyperparameters});
            // Some families do not fit the task.
            let spec = TrainRequest::from_json(&request)
                .and_then(|request| request.resolve(&profile.schema(), profile.rows));
            let go = &mut |_| ControlFlow::Continue(());
            if let Some(outcome) = spec
                .ok()
                .and_then(|spec| train(csv.as_bytes(), &rules, &spec, go).ok())
            {
                models.push(outcome.model);
            }
        }
    }
    assert_eq!(models.len(), 15, "families changed");
    models
}

/// What every model file starts with: its magic and the version of its format.
pub fn head() -> Vec<u8> {
    trained()[0].to_bytes()[..10].to_vec()
}

/// A model file with this content and the checksum that fits it.
pub fn file(head: &[u8], content: &[u8]) -> Vec<u8> {
    let packed = compress_to_vec_zlib(content, 1);
    [head, &Sha256::digest(&packed), &packed].concat()
}
