//! One trial: a configuration fitted on some folds and scored on another.

use std::ops::ControlFlow;

use ndarray::Array2;

use crate::ensembles::{MAX_STORED, stored_bytes};
use crate::metrics::{Scorer, Truth};
use crate::model::Estimator;
use crate::protocol::{Learnt, Source, Split, TrainError};
use crate::random::{Purpose, Random};
use crate::request::{ModelSpec, TrainSpec};

/// What all trials on a fold have in common.
pub(super) struct Ground {
    /// As many rows of the other folds as a trial may learn from.
    learnt: Learnt,
    /// The rows to score, encoded alike, and the truth about them.
    held_out: Array2<f64>,
    truth: Truth,
}

impl Ground {
    /// Prepares at most `most` rows of the training part for the fold `(number, fold)` of it; `None` when they do not
    /// allow it. It depends on nothing but the arguments.
    pub(super) fn prepare(
        source: &Source<'_>,
        training: &[u32],
        (number, fold): (usize, &Split),
        most: usize,
        natively: bool,
    ) -> Option<Self> {
        let at = |positions: &[u32]| -> Vec<u32> {
            positions
                .iter()
                .map(|&position| training[position as usize])
                .collect()
        };
        let rows = at(&sample(&fold.train, most, source.seed, number));
        let learnt = source.learn(&rows, natively).ok()?;
        // Scoring is as much of the work as fitting, so it is bounded alike.
        let mut held_out = at(&fold.test);
        held_out.truncate(most.max(1));
        Some(Self {
            held_out: source.encode(&learnt.preparation, &held_out),
            truth: source.target.truth.select(&held_out),
            learnt,
        })
    }

    /// The score of a model; `None` when it cannot be fitted or scored.
    pub(super) fn score(
        &self,
        source: &Source<'_>,
        spec: &TrainSpec,
        model: &ModelSpec,
        watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Option<f64>, TrainError> {
        let estimator = match source.fit_estimator(model, &self.learnt, watch) {
            Ok(estimator) => estimator,
            Err(TrainError::Cancelled) => return Err(TrainError::Cancelled),
            Err(TrainError::Rejected(_) | TrainError::FitFailed { .. }) => return Ok(None),
        };
        // The winner is fitted to more rows than its trials were, and has to fit into a file. Trees and forests are
        // grown no larger than that.
        if matches!(model, ModelSpec::GradientBoosting(_))
            && matches!(&estimator, Estimator::Trees(trees) if stored_bytes(trees) > MAX_STORED / 4 * 3)
        {
            return Ok(None);
        }
        let predictions = estimator.predict(&self.held_out);
        let scorer = Scorer::new(spec.metric, &self.truth, &predictions);
        Ok(scorer.and_then(|scorer| scorer.score()))
    }
}

/// At most so many rows, the same for every configuration.
fn sample(rows: &[u32], most: usize, seed: u64, fold: usize) -> Vec<u32> {
    let mut rows = rows.to_vec();
    if most < rows.len() {
        Random::new(seed, Purpose::TrialRows, fold as u64).shuffle(&mut rows);
        rows.truncate(most);
        rows.sort_unstable();
    }
    rows
}
