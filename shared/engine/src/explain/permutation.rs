//! Permutation importance: what the score loses when a column is shuffled (Breiman, *Random Forests*,
//! 2001; on held-out rows as in Fisher, Rudin and Dominici 2019).

use std::ops::Range;

use ndarray::Array2;

use crate::metrics::{Scorer, Truth};
use crate::model::Estimator;
use crate::parallel;
use crate::prepare::Preparation;
use crate::protocol::{MAX_ENCODED, Observer, Stage, TrainError, Watched};
use crate::random::{Purpose, Random};
use crate::report::FeatureImportance;
use crate::request::Metric;

/// Shuffles per column.
const REPEATS: u64 = 5;

/// Numbers that are read in all. Beyond it importances are measured on a sample of the rows, so that wide
/// tables take seconds and not hours.
const MAX_WORK: usize = 1 << 31;

/// Fewest rows of such a sample.
const MIN_ROWS: usize = 50;

/// The importance of each column of the CSV, most important first. All numbers that a column became are
/// shuffled together. Empty when the score is not defined on the rows.
pub(crate) fn permutation_importance(
    preparation: &Preparation,
    estimator: &Estimator,
    held_out: (&Array2<f64>, &Truth),
    metric: Metric,
    seed: u64,
    observer: &mut Observer<'_>,
) -> Result<Vec<FeatureImportance>, TrainError> {
    let (rows, truth) = sample(preparation, estimator, held_out, seed);
    let score = |predictions| Scorer::new(metric, &truth, &predictions)?.score();
    let Some(intact) = score(estimator.predict(&rows)) else {
        return Ok(Vec::new());
    };
    let sign = if metric.higher_is_better() { 1.0 } else { -1.0 };
    let watched = Watched::new(
        observer,
        Stage::Explaining,
        preparation.columns.len() as u64,
    );
    let jobs: Vec<(usize, (&str, Range<usize>))> = blocks(preparation).enumerate().collect();
    // So many that their copies of the rows take no more memory than one table may.
    let at_once = (MAX_ENCODED / rows.len().max(1)).max(1);
    let measure = |(index, (name, block)): (usize, (&str, Range<usize>))| {
        watched.tell(&format!("measuring what {name:?} contributes"))?;
        let first = index as u64 * REPEATS;
        let predict = estimator.when_changed(&rows, &block);
        let mut shuffled = rows.clone();
        let loss = |stream| {
            let random = Random::new(seed, Purpose::Importance, stream);
            shuffle_block(&mut shuffled, &rows, &block, random);
            score(predict(&shuffled)).map(|score| sign * (intact - score))
        };
        let losses: Vec<f64> = (first..first + REPEATS).filter_map(loss).collect();
        watched.finish_one();
        Ok(summarize(name, &losses))
    };
    let found = parallel::map_at_most(at_once, jobs, |_| 0, measure);
    let mut importances = found.into_iter().collect::<Result<Vec<_>, TrainError>>()?;
    // A stable sort: equally important columns stay in the order of the file.
    importances.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    Ok(importances)
}

/// Gives each row the numbers that another has in these columns.
fn shuffle_block(
    shuffled: &mut Array2<f64>,
    rows: &Array2<f64>,
    block: &Range<usize>,
    mut random: Random,
) {
    let mut order: Vec<usize> = (0..rows.nrows()).collect();
    random.shuffle(&mut order);
    for (from, to) in order.into_iter().zip(shuffled.rows_mut()) {
        let (from, to) = (rows.row(from), to.into_slice());
        let (Some(from), Some(to)) = (from.to_slice(), to) else {
            continue;
        };
        to[block.clone()].copy_from_slice(&from[block.clone()]);
    }
}

/// The columns and the numbers each became.
fn blocks(preparation: &Preparation) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    preparation.columns.iter().map(move |column| {
        let block = start..start + column.width();
        start = block.end;
        (column.name.as_str(), block)
    })
}

/// All held-out rows, or as many as the work allows, chosen at random.
fn sample(
    preparation: &Preparation,
    estimator: &Estimator,
    (rows, truth): (&Array2<f64>, &Truth),
    seed: u64,
) -> (Array2<f64>, Truth) {
    let per_row =
        estimator.work(rows.ncols()) * preparation.columns.len().max(1) * REPEATS as usize;
    let most = (MAX_WORK / per_row).max(MIN_ROWS);
    if rows.nrows() <= most {
        return (rows.clone(), truth.clone());
    }
    let mut order: Vec<u32> = (0..rows.nrows() as u32).collect();
    Random::new(seed, Purpose::ImportanceRows, 0).shuffle(&mut order);
    order.truncate(most);
    order.sort_unstable();
    let indices: Vec<usize> = order.iter().map(|&row| row as usize).collect();
    (
        rows.select(ndarray::Axis(0), &indices),
        truth.select(&order),
    )
}

/// Mean and standard deviation over the repeats.
fn summarize(name: &str, losses: &[f64]) -> FeatureImportance {
    let count = losses.len().max(1) as f64;
    let mean = losses.iter().sum::<f64>() / count;
    let variance = losses
        .iter()
        .map(|loss| (loss - mean) * (loss - mean))
        .sum::<f64>()
        / count;
    FeatureImportance {
        feature: name.to_owned(),
        mean,
        std: variance.sqrt(),
    }
}
