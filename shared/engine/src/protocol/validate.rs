//! Cross-validation inside the training part: how much the score varies with the rows trained on.

use std::ops::ControlFlow;

use super::error::TrainError;
use super::pipeline::{Pipeline, Source};
use super::progress::{Observer, Progress, Stage, tell};
use super::split::folds;
use crate::metrics::Scorer;
use crate::report::CrossValidation;
use crate::request::{ModelSpec, TrainSpec};
use crate::search::fit_work;

/// Work of one fit. Beyond it, as with many rows times many classes, the model is fitted once only: the
/// folds would take several times as long as the fit itself.
const MAX_WORK: u64 = 1 << 33;

/// The primary score on each fold, the whole pipeline being fitted anew on the others. `None` when there
/// are fewer rows than folds, the work is too much, or a fold cannot be fitted or scored.
pub(super) fn cross_validate(
    source: &Source<'_>,
    (spec, model): (&TrainSpec, &ModelSpec),
    training: &[u32],
    fitted: &Pipeline,
    observer: &mut Observer<'_>,
) -> Result<Option<CrossValidation>, TrainError> {
    let count = spec.folds as usize;
    let work = fit_work(
        model,
        training.len(),
        fitted.preparation.width(),
        source.target.labels.len(),
    );
    if training.len() < count || work > MAX_WORK {
        return Ok(None);
    }
    let at = |positions: &[u32]| -> Vec<u32> {
        positions
            .iter()
            .map(|&position| training[position as usize])
            .collect()
    };
    let total = u64::from(spec.folds);
    let mut scores = Vec::with_capacity(count);
    let parts = folds(&source.target.truth.select(training), count, spec.seed);
    for (done, fold) in (0_u64..).zip(parts) {
        let message = format!("cross-validating, fold {} of {total}", done + 1);
        tell(observer, Stage::Validating, (done, total), message.as_str())?;
        let mut watch = |_| -> ControlFlow<()> {
            observer(Progress {
                stage: Stage::Validating,
                done,
                total,
                message: message.clone(),
            })
        };
        let pipeline = match source.fit(model, &at(&fold.train), &mut watch) {
            Ok(pipeline) => pipeline,
            Err(TrainError::Cancelled) => return Err(TrainError::Cancelled),
            // Fewer rows can be too few for what all of them allow.
            Err(TrainError::Rejected(_) | TrainError::FitFailed { .. }) => return Ok(None),
        };
        let held_out = at(&fold.test);
        let truth = source.target.truth.select(&held_out);
        let predictions = source.predict(&pipeline, &held_out);
        match Scorer::new(spec.metric, &truth, &predictions).and_then(|scorer| scorer.score()) {
            Some(score) => scores.push(score),
            None => return Ok(None),
        }
    }
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let squares: f64 = scores
        .iter()
        .map(|score| (score - mean) * (score - mean))
        .sum();
    let std = (squares / (scores.len() - 1) as f64).sqrt();
    Ok(Some(CrossValidation {
        metric: spec.metric,
        scores,
        mean,
        std,
    }))
}
