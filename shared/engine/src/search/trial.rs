//! One trial: a configuration fitted on some folds and scored on another.

use std::ops::ControlFlow;

use super::types::TrialSpec;
use crate::ensembles::{MAX_STORED, stored_bytes};
use crate::metrics::Scorer;
use crate::model::Estimator;
use crate::protocol::{Source, Split, TrainError};
use crate::random::{Purpose, Random};
use crate::request::TrainSpec;

/// The score of a trial on its fold of the training part; `None` when it cannot be fitted or scored.
/// It depends on nothing but the arguments.
pub(super) fn score(
    source: &Source<'_>,
    spec: &TrainSpec,
    (training, folds): (&[u32], &[Split]),
    trial: &TrialSpec,
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Option<f64>, TrainError> {
    let Some(fold) = folds.get(trial.fold as usize) else {
        return Ok(None);
    };
    let at = |positions: &[u32]| -> Vec<u32> {
        positions
            .iter()
            .map(|&position| training[position as usize])
            .collect()
    };
    let learnt = at(&sample(&fold.train, trial, spec.seed));
    let pipeline = match source.fit(&trial.model, &learnt, watch) {
        Ok(pipeline) => pipeline,
        Err(TrainError::Cancelled) => return Err(TrainError::Cancelled),
        Err(TrainError::Rejected(_) | TrainError::FitFailed { .. }) => return Ok(None),
    };
    // The winner is fitted to more rows than its trials were, and has to fit into a file.
    if matches!(&pipeline.estimator, Estimator::Trees(trees) if stored_bytes(trees) > MAX_STORED / 4 * 3)
    {
        return Ok(None);
    }
    // Scoring is as much of the work as fitting, so it is bounded alike.
    let mut held_out = at(&fold.test);
    held_out.truncate(trial.rows.max(1));
    let truth = source.target.truth.select(&held_out);
    let predictions = source.predict(&pipeline, &held_out);
    Ok(Scorer::new(spec.metric, &truth, &predictions).and_then(|scorer| scorer.score()))
}

/// As many rows as the trial may learn from, the same for every configuration.
fn sample(rows: &[u32], trial: &TrialSpec, seed: u64) -> Vec<u32> {
    let mut rows = rows.to_vec();
    if trial.rows < rows.len() {
        Random::new(seed, Purpose::TrialRows, trial.fold.into()).shuffle(&mut rows);
        rows.truncate(trial.rows);
        rows.sort_unstable();
    }
    rows
}
