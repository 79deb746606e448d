//! A ridge regression, by what can be seen of it from outside.

use std::error::Error;
use std::fmt::Write;
use std::ops::ControlFlow;

use serde_json::{Map, Value, json};
use stint_engine::{CsvRows, CsvRules, Metrics, Model, Outcome, TrainRequest, profile_csv, train};

use crate::trees_support::Uniform;

/// The columns, and the target.
const NAMES: [&str; 4] = ["a", "b", "c", "y"];

/// What can go wrong here.
pub(crate) type Fault = Box<dyn Error>;

/// A file of numbers of different sizes.
fn csv() -> Result<String, std::fmt::Error> {
    let mut random = Uniform(5);
    let mut text = NAMES.join(",") + "\n";
    for _ in 0..120 {
        let [a, b, c] = [random.next(), 100.0 * random.next(), random.next() - 40.0];
        writeln!(
            text,
            "{a},{b},{c},{}",
            3.0 * a - 0.2 * b + c + random.next()
        )?;
    }
    Ok(text)
}

/// The trained model, and the rows that it was trained on.
pub(crate) fn trained() -> Result<(Model, Vec<[f64; 4]>), Fault> {
    let (csv, rules) = (csv()?, CsvRules::default());
    let profile = profile_csv(csv.as_bytes(), &rules)?;
    let request = json!({"target": "y", "model_type": "ridge"});
    let spec = TrainRequest::from_json(&request)
        .and_then(|request| request.resolve(&profile.schema(), profile.rows))
        .map_err(|errors| format!("{errors:?}"))?;
    let go = &mut |_| ControlFlow::Continue(());
    let Outcome { model, report } = train(csv.as_bytes(), &rules, &spec, go)?;
    let Metrics::Regression(metrics) = report.metrics else {
        return Err("not a regression".into());
    };
    let mut training = Vec::new();
    for row in CsvRows::open(csv.as_bytes(), &rules)? {
        let cells = row?.cells;
        let mut numbers = [0.0; 4];
        for (number, cell) in numbers.iter_mut().zip(&cells) {
            *number = cell.parse()?;
        }
        // The report lists every held-out target, and no two rows have the same.
        if metrics
            .samples
            .iter()
            .all(|sample| sample.actual != numbers[3])
        {
            training.push(numbers);
        }
    }
    Ok((model, training))
}

/// A row as a request.
pub(crate) fn request(numbers: &[f64]) -> Map<String, Value> {
    NAMES
        .iter()
        .zip(numbers)
        .map(|(name, number)| ((*name).to_owned(), json!(number)))
        .collect()
}
