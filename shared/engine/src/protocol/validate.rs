//! Cross-validation inside the training part: how much the score varies with the rows trained on.

use std::ops::ControlFlow;

use super::error::TrainError;
use super::pipeline::{MAX_ENCODED, Pipeline, Source};
use super::progress::{Observer, Stage, Watched};
use super::split::{Split, folds};
use crate::metrics::Scorer;
use crate::parallel;
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
    let parts = folds(&source.target.truth.select(training), count, spec.seed);
    let watched = Watched::new(observer, Stage::Validating, count as u64);
    let jobs: Vec<(usize, Split)> = parts.into_iter().enumerate().collect();
    // So many that what they encode takes no more memory than one fit may.
    let at_once = (MAX_ENCODED / (training.len() * fitted.preparation.width()).max(1)).max(1);
    let score = |(number, fold): (usize, Split)| {
        let message = format!("cross-validating, fold {} of {count}", number + 1);
        watched.tell(&message)?;
        let parts = (at(&fold.train), at(&fold.test));
        let watch = &mut |_| watched.report(&message);
        let score = score(source, (spec, model), (&parts.0, &parts.1), watch);
        watched.finish_one();
        score
    };
    let scores = parallel::map_at_most(at_once, jobs, |_| 0, score);
    let scores: Vec<Option<f64>> = scores.into_iter().collect::<Result<_, TrainError>>()?;
    let Some(scores) = scores.into_iter().collect::<Option<Vec<f64>>>() else {
        return Ok(None);
    };
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

/// The score on some rows of a model fitted on others; `None` when it cannot be fitted or scored.
fn score(
    source: &Source<'_>,
    (spec, model): (&TrainSpec, &ModelSpec),
    (learnt_from, held_out): (&[u32], &[u32]),
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<Option<f64>, TrainError> {
    let pipeline = match source.fit(model, learnt_from, watch) {
        Ok(pipeline) => pipeline,
        Err(TrainError::Cancelled) => return Err(TrainError::Cancelled),
        // Fewer rows can be too few for what all of them allow.
        Err(TrainError::Rejected(_) | TrainError::FitFailed { .. }) => return Ok(None),
    };
    let truth = source.target.truth.select(held_out);
    let predictions = source.predict(&pipeline, held_out);
    Ok(Scorer::new(spec.metric, &truth, &predictions).and_then(|scorer| scorer.score()))
}
