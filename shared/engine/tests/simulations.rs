//! What the numbers of a report promise, held against truths that are known because the data are made up.

mod trees_support;

use std::ops::ControlFlow;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use stint_engine::{
    CsvRules, Model, Outcome, Prediction, TrainRequest, WarningKind, profile_csv, train,
};

use trees_support::Uniform;

const PENGUINS: &[u8] = include_bytes!("../../../examples/penguins.csv");
const DIABETES: &[u8] = include_bytes!("../../../examples/diabetes.csv");

fn trained(csv: &[u8], parameters: &Value) -> Outcome {
    let rules = CsvRules::default();
    let profile = profile_csv(csv, &rules).expect("sound");
    let spec = TrainRequest::from_json(parameters)
        .and_then(|request| request.resolve(&profile.schema(), profile.rows))
        .expect("sound");
    train(csv, &rules, &spec, &mut |_| ControlFlow::Continue(())).expect("trains")
}

/// A stream for each seed.
fn stream(seed: u64) -> Uniform {
    Uniform(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xABCD)
}

/// Normally distributed (Box and Muller 1958).
fn normal(random: &mut Uniform) -> f64 {
    let (radius, angle) = (1.0 - random.next(), random.next());
    (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
}

/// How many of the seeds `0..count` hold; on two threads.
fn count(count: u64, holds: impl Fn(u64) -> bool + Sync) -> usize {
    let half = |from: u64, to: u64| (from..to).filter(|&seed| holds(seed)).count();
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(count / 2, count));
        half(0, count / 2) + other.join().expect("no panic")
    })
}

/// A world in which the truth is known: a number or a class follows from two numbers and chance.
#[derive(Clone, Copy)]
enum World {
    /// `y` is `yes` with a probability that follows from the numbers.
    Classes,
    /// `y` is a number: a linear part and normal noise of this size.
    Numbers,
}

const NOISE: f64 = 1.5;

impl World {
    /// The chance of `yes`, or the mean of `y`.
    fn expected(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Classes => 1.0 / (1.0 + (-(1.2 * a - 0.8 * b + 0.3)).exp()),
            Self::Numbers => 2.0 * a - b + 1.0,
        }
    }

    fn csv(self, rows: usize, random: &mut Uniform) -> String {
        let lines = (0..rows).map(|_| {
            let (a, b) = (normal(random), normal(random));
            let mean = self.expected(a, b);
            match self {
                Self::Classes => format!(
                    "{a},{b},{}\n",
                    ["no", "yes"][usize::from(random.next() < mean)]
                ),
                Self::Numbers => format!("{a},{b},{}\n", mean + NOISE * normal(random)),
            }
        });
        format!("a,b,y\n{}", lines.collect::<String>())
    }
}

/// Rows in numbers and as a request.
type Fresh = (Vec<[f64; 2]>, Vec<Map<String, Value>>);

/// Rows that no model has seen.
static FRESH: LazyLock<Fresh> = LazyLock::new(|| {
    let random = &mut stream(u64::MAX);
    let rows: Vec<[f64; 2]> = (0..2_000)
        .map(|_| [normal(random), normal(random)])
        .collect();
    let object = |[a, b]: &[f64; 2]| {
        json!({"a": a, "b": b})
            .as_object()
            .expect("an object")
            .clone()
    };
    let requests = rows.iter().map(object).collect();
    (rows, requests)
});

/// The score of a model on all the rows that the world could send it.
fn true_score(world: World, model: &Model, metric: &str) -> f64 {
    let answers = model.predict(&FRESH.1).expect("accepted");
    let pairs: Vec<(f64, f64)> = FRESH
        .0
        .iter()
        .zip(answers)
        .map(|([a, b], answer)| {
            let expected = world.expected(*a, *b);
            match answer {
                Prediction::Class { probabilities, .. } => (expected, probabilities[1]),
                Prediction::Value { value } => (expected, value),
            }
        })
        .collect();
    let mean = |of: &dyn Fn(f64, f64) -> f64| {
        pairs
            .iter()
            .map(|&(expected, answer)| of(expected, answer))
            .sum::<f64>()
            / pairs.len() as f64
    };
    let mse = || mean(&|expected, answer| (expected - answer).powi(2)) + NOISE * NOISE;
    match metric {
        "accuracy" => mean(&|chance, p| if p > 0.5 { chance } else { 1.0 - chance }),
        "log_loss" => mean(&|chance, p| -(chance * p.ln() + (1.0 - chance) * (1.0 - p).ln())),
        "f1" => {
            let tp = mean(&|c, p| if p > 0.5 { c } else { 0.0 });
            let fp = mean(&|c, p| if p > 0.5 { 1.0 - c } else { 0.0 });
            let fne = mean(&|c, p| if p > 0.5 { 0.0 } else { c });
            let tn = mean(&|c, p| if p > 0.5 { 0.0 } else { 1.0 - c });
            (2.0 * tp / (2.0 * tp + fp + fne) + 2.0 * tn / (2.0 * tn + fp + fne)) / 2.0
        }
        "roc_auc" => {
            let mut sorted = pairs.clone();
            sorted.sort_by(|x, y| x.1.total_cmp(&y.1));
            let (mut below, mut area, mut yes, mut no) = (0.0, 0.0, 0.0, 0.0);
            for (chance, _) in sorted {
                area += chance * (below + (1.0 - chance) / 2.0);
                below += 1.0 - chance;
                yes += chance;
                no += 1.0 - chance;
            }
            area / (yes * no)
        }
        "rmse" => mse().sqrt(),
        "mae" => {
            // E|d + noise| for normal noise.
            mean(&|expected, answer| {
                let d = (expected - answer) / NOISE;
                let phi = (-d * d / 2.0).exp() / (std::f64::consts::TAU).sqrt();
                NOISE * (2.0 * phi + d * libm::erf(d / 2.0_f64.sqrt()))
            })
        }
        "r2" => 1.0 - mse() / (5.0 + NOISE * NOISE),
        other => panic!("{other}"),
    }
}

#[test]
fn intervals_cover_the_truth_as_often_as_they_say() {
    const RUNS: u64 = 500;
    for (rows, world, model, metrics) in [
        (
            400,
            World::Classes,
            "logistic",
            &["accuracy", "log_loss", "f1", "roc_auc"][..],
        ),
        (400, World::Numbers, "ridge", &["r2", "rmse", "mae"]),
        // 25 rows are held out: few enough to be hard. (Accuracy can then take 26 values only, too few for any interval
        // to cover a given share of the time: Wilson's covers more.)
        (100, World::Classes, "logistic", &["log_loss"]),
        (100, World::Numbers, "ridge", &["r2", "mae"]),
    ] {
        for metric in metrics {
            let covered = count(RUNS, |seed| {
                let csv = world.csv(rows, &mut stream(seed));
                let parameters = json!({"target": "y", "model_type": model, "metric": metric,
                    "seed": seed, "folds": 2});
                let Outcome { model, report } = trained(csv.as_bytes(), &parameters);
                let interval = report.interval.expect("defined");
                let truth = true_score(world, &model, metric);
                interval.low <= truth && truth <= interval.high
            });
            let share = covered as f64 / RUNS as f64;
            assert!(
                (0.93..=0.97).contains(&share),
                "{metric} of {model} on {rows} rows: {share}"
            );
        }
    }
}

/// A small table of noise: nothing can be learnt from it.
fn noise(seed: u64) -> String {
    let mut random = stream(seed);
    let mut csv = String::from("a,b,c,y\n");
    for _ in 0..60 {
        let (a, b) = (random.next(), random.next());
        let (word, y) = ((4.0 * random.next()) as u8, random.next());
        csv += &match seed % 2 {
            0 => format!("{a},{b},w{word},{}\n", ["no", "yes"][usize::from(y >= 0.5)]),
            _ => format!("{a},{b},w{word},{y}\n"),
        };
    }
    csv
}

#[test]
fn on_noise_a_search_hardly_ever_claims_a_winner() {
    let claims = count(200, |seed| {
        let parameters = json!({"model_type": "auto", "seed": seed, "folds": 3,
            "hyperparameters": {"n_candidates": 6}});
        let verdict = trained(noise(seed).as_bytes(), &parameters).report.verdict;
        // Already to beat the baseline would be a claim.
        verdict.is_some_and(|verdict| verdict.baseline.better)
    });
    assert!(claims < 10, "{claims} of 200");
}

/// How the target gets into another column.
const LEAKS: [&str; 6] = ["copy", "scaled", "nearly", "curved", "recoded", "present"];

/// A table in which `leak` gives the target away, in one of the ways of [`LEAKS`].
fn leaking(world: World, way: &str, random: &mut Uniform) -> String {
    let lines = (0..200).map(|row| {
        let (a, b, c) = (normal(random), normal(random), row % 5);
        let mean = world.expected(a, b);
        let (text, number) = match world {
            World::Classes => {
                let class = usize::from(random.next() < mean);
                (["no", "yes"][class].to_owned(), class as f64)
            }
            World::Numbers => {
                let number = mean + NOISE * normal(random);
                (number.to_string(), number)
            }
        };
        let leak = match way {
            "copy" => text.clone(),
            "scaled" => (100.0 - 7.0 * number).to_string(),
            "recoded" => format!("grade {number}"),
            "nearly" => (number + 0.02 * normal(random)).to_string(),
            "curved" => (number / 4.0).exp().to_string(),
            _ if number > 0.5 => (row % 9).to_string(),
            _ => String::new(),
        };
        format!("{a},{leak},{b},c{c},{text}\n")
    });
    format!("a,leak,b,c,y\n{}", lines.collect::<String>())
}

fn suspected(csv: &[u8], parameters: &Value) -> Vec<String> {
    let report = trained(csv, parameters).report;
    let leaks = report
        .warnings
        .into_iter()
        .filter(|warning| warning.kind == WarningKind::Leakage);
    leaks.filter_map(|warning| warning.column).collect()
}

#[test]
fn planted_leaks_are_all_found_and_honest_columns_are_not_suspected() {
    for world in [World::Classes, World::Numbers] {
        // A word, or that a cell is present, tells a class; of a number both tell only roughly what it is.
        let ways = match world {
            World::Classes => &LEAKS[..],
            World::Numbers => &LEAKS[..4],
        };
        for way in ways {
            let found = count(20, |seed| {
                let csv = leaking(world, way, &mut stream(seed));
                let parameters = json!({"target": "y", "seed": seed, "folds": 2});
                suspected(csv.as_bytes(), &parameters) == ["leak"]
            });
            assert_eq!(found, 20, "{way}");
        }
    }
    for csv in [PENGUINS, DIABETES] {
        assert_eq!(suspected(csv, &json!({})), Vec::<String>::new());
    }
}
