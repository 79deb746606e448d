//! A round of a search: every running trial on the folds of that round.

use std::collections::{BTreeMap, BTreeSet};

use super::trial::Ground;
use super::types::{Trial, TrialState};
use super::work::fit_work;
use crate::parallel;
use crate::protocol::{MAX_ENCODED, Observer, Source, Split, Stage, TrainError, Watched};
use crate::request::TrainSpec;

/// What every trial of a search has in common.
pub(super) struct Field<'s> {
    pub(super) source: &'s Source<'s>,
    pub(super) spec: &'s TrainSpec,
    /// Positions of the training part.
    pub(super) training: &'s [u32],
    pub(super) folds: Vec<Split>,
    /// Numbers that a row becomes.
    pub(super) width: usize,
}

/// A round.
pub(super) struct Round {
    /// How it is called in messages.
    pub(super) name: String,
    pub(super) number: u32,
    /// Most rows of each fit.
    pub(super) rows: usize,
    pub(super) folds: usize,
    /// Most work of one fit.
    pub(super) allowed: u64,
}

/// A fit that is to be done.
struct Fit {
    trial: usize,
    fold: usize,
    work: u64,
    message: String,
}

impl Field<'_> {
    /// Scores the running trials on the folds of a round.
    pub(super) fn play(
        &self,
        round: &Round,
        trials: &mut [Trial],
        running: &[usize],
        observer: &mut Observer<'_>,
    ) -> Result<(), TrainError> {
        let mut fits = Vec::new();
        for (place, &index) in running.iter().enumerate() {
            let message = format!(
                "{}: {}, configuration {} of {}",
                round.name,
                trials[index].model.model_type().name(),
                place + 1,
                running.len()
            );
            fits.extend(self.enter(round, (index, &mut trials[index]), &message));
        }
        let scores = self.fit_all(round, &fits, trials, observer)?;
        for (fit, score) in fits.iter().zip(scores) {
            let trial = &mut trials[fit.trial];
            // The first fold that a trial fails at ends it.
            if trial.state == TrialState::Failed {
                continue;
            }
            trial.work += fit.work;
            match score {
                Some(score) => trial.scores.push(score),
                None => trial.state = TrialState::Failed,
            }
        }
        for &index in running {
            summarize(&mut trials[index]);
        }
        Ok(())
    }

    /// The fits that a trial needs in a round.
    fn enter(&self, round: &Round, (index, trial): (usize, &mut Trial), message: &str) -> Vec<Fit> {
        let classes = self.source.target.labels.len();
        let work = fit_work(&trial.model, round.rows, self.width, classes);
        if work > round.allowed {
            trial.state = TrialState::TooMuchWork;
            return Vec::new();
        }
        // Scores on the same folds and rows need not be found again.
        if trial.rows != round.rows {
            trial.scores.clear();
        }
        (trial.rows, trial.round) = (round.rows, round.number);
        (trial.scores.len()..round.folds)
            .map(|fold| Fit {
                trial: index,
                fold,
                work,
                message: message.to_owned(),
            })
            .collect()
    }

    /// Does all fits, many at a time: for as many folds at once as fit into memory.
    fn fit_all(
        &self,
        round: &Round,
        fits: &[Fit],
        trials: &[Trial],
        observer: &mut Observer<'_>,
    ) -> Result<Vec<Option<f64>>, TrainError> {
        let watched = Watched::new(observer, Stage::Validating, fits.len() as u64);
        // A fold is encoded twice, for the families that read columns natively and for the others.
        let encoded = (2 * round.rows.min(self.training.len()) * self.width).max(1);
        let at_once = (MAX_ENCODED / encoded).max(1);
        let mut scores: Vec<Option<f64>> = vec![None; fits.len()];
        for first in (0..round.folds).step_by(at_once) {
            let chosen: Vec<usize> = (0..fits.len())
                .filter(|&index| (first..first + at_once).contains(&fits[index].fold))
                .collect();
            let ground = |index: usize| {
                let fit = &fits[index];
                let natively = trials[fit.trial].model.reads_columns_natively();
                (fit.fold, natively)
            };
            let grounds = self.grounds(round, chosen.iter().map(|&index| ground(index)), at_once);
            let work = |index: usize| {
                let fit = &fits[index];
                let ground = grounds.get(&ground(index)).and_then(Option::as_ref);
                self.fit(fit, ground, &trials[fit.trial], &watched)
            };
            let cost = |&index: &usize| fits[index].work;
            let found = parallel::map_at_most(at_once, chosen.clone(), cost, work);
            for (index, score) in chosen.into_iter().zip(found) {
                scores[index] = score?;
            }
        }
        Ok(scores)
    }

    /// What is wanted of folds and ways to read columns, each made once.
    fn grounds(
        &self,
        round: &Round,
        wanted: impl Iterator<Item = (usize, bool)>,
        at_once: usize,
    ) -> BTreeMap<(usize, bool), Option<Ground>> {
        let wanted: BTreeSet<(usize, bool)> = wanted.collect();
        let prepare = |(number, natively): (usize, bool)| {
            let fold = (number, &self.folds[number]);
            Ground::prepare(self.source, self.training, fold, round.rows, natively)
        };
        let jobs = wanted.iter().copied().collect();
        let made = parallel::map_at_most(at_once, jobs, |_| 0, prepare);
        wanted.into_iter().zip(made).collect()
    }

    fn fit(
        &self,
        fit: &Fit,
        ground: Option<&Ground>,
        trial: &Trial,
        watched: &Watched<'_, '_>,
    ) -> Result<Option<f64>, TrainError> {
        watched.tell(&fit.message)?;
        let Some(ground) = ground else {
            return Ok(None);
        };
        let watch = &mut |_| watched.report(&fit.message);
        let score = ground.score(self.source, self.spec, &trial.model, watch);
        watched.finish_one();
        score
    }
}

/// Mean and spread of the scores so far.
fn summarize(trial: &mut Trial) {
    if trial.state == TrialState::TooMuchWork {
        return;
    }
    let count = trial.scores.len();
    (trial.mean, trial.std) = (None, None);
    if count > 0 {
        let mean = trial.scores.iter().sum::<f64>() / count as f64;
        let squares: f64 = trial.scores.iter().map(|s| (s - mean) * (s - mean)).sum();
        trial.mean = Some(mean);
        trial.std = (count > 1).then(|| (squares / (count - 1) as f64).sqrt());
    }
}
