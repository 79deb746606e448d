//! A small model of every family, over columns of every kind.

use std::ops::ControlFlow;

use serde_json::json;
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
