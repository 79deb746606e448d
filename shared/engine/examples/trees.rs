//! Fits trees to a numeric table and prints the time and the quality as one line of JSON, for comparing
//! with other libraries.
//!
//! `trees FILE FAMILY TASK THREADS [ROUNDS]`: the file is a CSV without quotes whose columns are numbers
//! or empty, or categories `c0`, `c1`, …; the last one is the target and the one before it says 1 for
//! rows to test on. The family is `boosting`, `forest` or `tree`, the task `regression` or a number of
//! classes.

use std::error::Error;
use std::io::Write;
use std::ops::ControlFlow;
use std::time::Instant;

use stint_engine::trees::{
    Column, DecisionTreeParams, GradientBoostingParams, MISSING_CODE, Matrix, MaxFeatures,
    RandomForestParams, Target, TreeEnsemble, TreeError, fit_decision_tree, fit_gradient_boosting,
    fit_random_forest,
};

/// One column as it is owned.
enum Data {
    Numbers(Vec<f64>),
    Codes(Vec<u32>, u32),
}

impl Data {
    fn parse(cells: &[&str]) -> Result<Self, Box<dyn Error>> {
        if cells.iter().any(|cell| cell.starts_with('c')) {
            let code = |cell: &&str| match cell.strip_prefix('c') {
                Some(code) => code.parse(),
                None => Ok(MISSING_CODE),
            };
            let codes: Vec<u32> = cells.iter().map(code).collect::<Result<_, _>>()?;
            let known = codes.iter().filter(|&&code| code != MISSING_CODE);
            let levels = known.max().map_or(0, |code| code + 1);
            return Ok(Self::Codes(codes, levels));
        }
        let number = |cell: &&str| match *cell {
            "" => Ok(f64::NAN),
            cell => cell.parse(),
        };
        Ok(Self::Numbers(
            cells.iter().map(number).collect::<Result<_, _>>()?,
        ))
    }

    fn pick(&self, rows: &[usize]) -> Self {
        match self {
            Self::Numbers(values) => Self::Numbers(rows.iter().map(|&row| values[row]).collect()),
            Self::Codes(codes, levels) => {
                Self::Codes(rows.iter().map(|&row| codes[row]).collect(), *levels)
            }
        }
    }

    fn column(&self) -> Column<'_> {
        match self {
            Self::Numbers(values) => Column::Numeric(values),
            Self::Codes(codes, levels) => Column::Categorical {
                codes,
                levels: *levels,
            },
        }
    }
}

fn matrix(data: &[Data], rows: usize) -> Result<Matrix<'_>, TreeError> {
    Matrix::new(rows, data.iter().map(Data::column).collect())
}

fn quality(prediction: &[f64], target: &[f64], classes: Option<usize>) -> (f64, f64) {
    let rows = target.len() as f64;
    let Some(classes) = classes else {
        let mean = target.iter().sum::<f64>() / rows;
        let spread: f64 = target.iter().map(|y| (y - mean) * (y - mean)).sum();
        let pairs = target.iter().zip(prediction);
        let error: f64 = pairs.map(|(y, p)| (y - p) * (y - p)).sum();
        return (1.0 - error / spread, error / rows);
    };
    let (mut loss, mut right) = (0.0, 0.0);
    for (row, &class) in prediction.chunks_exact(classes).zip(target) {
        loss -= row[class as usize].clamp(1e-15, 1.0).ln();
        let best = row.iter().copied().fold(0.0, f64::max);
        right += f64::from(u8::from(row[class as usize] == best));
    }
    (right / rows, loss / rows)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, family, task, threads, rest @ ..] = &arguments[..] else {
        return Err("usage: trees FILE FAMILY TASK THREADS [ROUNDS [SEED [REPEATS]]]".into());
    };
    let threads: usize = threads.parse()?;
    let number = |index: usize, default: usize| match rest.get(index) {
        Some(text) => text.parse(),
        None => Ok(default),
    };
    let (rounds, seed, repeats) = (number(0, 100)?, number(1, 0)? as u64, number(2, 3)?);
    let classes = match task.as_str() {
        "regression" => None,
        classes => Some(classes.parse::<usize>()?),
    };
    let text = std::fs::read_to_string(file)?;
    let lines: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let width = lines.first().ok_or("no rows")?.len();
    let cells = |index: usize| lines.iter().map(|line| line[index]).collect::<Vec<_>>();
    let columns: Vec<Data> = (0..width)
        .map(|index| Data::parse(&cells(index)))
        .collect::<Result<_, _>>()?;
    let (Data::Numbers(target), Data::Numbers(part)) = (&columns[width - 1], &columns[width - 2])
    else {
        return Err("the target and the part must be numbers".into());
    };
    let pick = |wanted: f64| {
        let rows: Vec<usize> = (0..part.len()).filter(|&row| part[row] == wanted).collect();
        let data: Vec<Data> = columns[..width - 2]
            .iter()
            .map(|data| data.pick(&rows))
            .collect();
        let target: Vec<f64> = rows.iter().map(|&row| target[row]).collect();
        (data, target)
    };
    let ((train, y), (test, y_test)) = (pick(0.0), pick(1.0));
    let train = matrix(&train, y.len())?;
    let test = matrix(&test, y_test.len())?;
    let codes: Vec<u32> = y.iter().map(|&y| y as u32).collect();
    let learned = match classes {
        None => Target::Values(&y),
        Some(classes) => Target::Classes {
            codes: &codes,
            classes,
        },
    };
    let tree = DecisionTreeParams {
        random_state: seed,
        ..DecisionTreeParams::default()
    };
    let fit = || -> Result<TreeEnsemble, Box<dyn Error>> {
        let mut observer = |_, _| ControlFlow::Continue(());
        Ok(match family.as_str() {
            "boosting" => {
                let params = GradientBoostingParams {
                    max_iter: rounds,
                    random_state: seed,
                    ..GradientBoostingParams::default()
                };
                fit_gradient_boosting(&train, learned, None, &params, threads, &mut observer)?
                    .ensemble
            }
            "forest" => {
                let max_features = match classes {
                    None => MaxFeatures::Fraction(1.0 / 3.0),
                    Some(_) => MaxFeatures::Sqrt,
                };
                let params = RandomForestParams {
                    n_estimators: rounds,
                    tree: DecisionTreeParams {
                        max_features,
                        ..tree.clone()
                    },
                    ..RandomForestParams::default()
                };
                fit_random_forest(&train, learned, None, &params, threads, &mut observer)?
            }
            "tree" => fit_decision_tree(&train, learned, None, &tree, threads)?,
            other => return Err(format!("unknown family {other}").into()),
        })
    };
    let mut best = f64::INFINITY;
    let mut model = None;
    for _ in 0..repeats {
        let start = Instant::now();
        model = Some(fit()?);
        best = best.min(start.elapsed().as_secs_f64());
    }
    let model = model.ok_or("nothing was fitted")?;
    let start = Instant::now();
    let prediction = model.predict_proba(&test, threads)?;
    let predict = start.elapsed().as_secs_f64();
    let (score, loss) = quality(&prediction, &y_test, classes);
    let nodes: usize = model.trees.iter().map(|tree| tree.nodes.len()).sum();
    writeln!(
        std::io::stdout(),
        "{{\"fit_ms\": {:.2}, \"predict_ms\": {:.2}, \"score\": {score:.5}, \"loss\": {loss:.5}, \"nodes\": {nodes}}}",
        best * 1e3,
        predict * 1e3,
    )?;
    Ok(())
}
