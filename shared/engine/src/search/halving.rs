//! Rounds of trials: many configurations on few rows and folds, then the better ones on more.

use std::ops::ControlFlow;

use super::candidates::candidates;
use super::params::AutoParams;
use super::trial;
use super::types::{Search, Trial, TrialSpec, TrialState};
use super::work::fit_work;
use crate::protocol::{Observer, Progress, Source, Split, Stage, TrainError, folds, tell};
use crate::request::TrainSpec;

/// Work of all trials of a search.
const MAX_WORK: u64 = 1 << 36;

/// Rounds of a search.
const ROUNDS: u32 = 3;

/// With so many rows or fewer every round uses all of them.
const FEW_ROWS: usize = 1000;

/// Configurations that come to the last round, at least.
const FINALISTS: usize = 3;

/// What every trial of a search has in common.
struct Field<'s> {
    source: &'s Source<'s>,
    spec: &'s TrainSpec,
    training: &'s [u32],
    folds: Vec<Split>,
    width: usize,
}

/// Searches with the rows at `training`, which must not hold any that are held back for the test.
pub(crate) fn search(
    source: &Source<'_>,
    spec: &TrainSpec,
    params: &AutoParams,
    training: &[u32],
    observer: &mut Observer<'_>,
) -> Result<Search, TrainError> {
    // With fewer rows than folds, folds of one row each.
    let count = (spec.folds as usize).min(training.len()).max(2);
    let field = Field {
        source,
        spec,
        training,
        folds: folds(&source.target.truth.select(training), count, spec.seed),
        width: source.width(training)?,
    };
    let listed = candidates(spec.task, params.n_candidates, spec.seed);
    let mut trials: Vec<Trial> = (0..).zip(listed).map(entrant).collect();
    let mut running: Vec<usize> = (0..trials.len()).collect();
    for round in 0..ROUNDS {
        field.play(round, &mut trials, &running, observer)?;
        running.retain(|&index| trials[index].state == TrialState::Finalist);
        rank(&mut running, &trials, spec);
        if round + 1 < ROUNDS {
            let kept = running.len().div_ceil(params.factor as usize);
            for index in running.split_off(kept.max(FINALISTS).min(running.len())) {
                trials[index].state = TrialState::Dropped;
            }
        }
    }
    Ok(finish(trials, spec))
}

/// A configuration before its first round.
fn entrant((number, model): (u32, crate::request::ModelSpec)) -> Trial {
    Trial {
        number,
        model,
        round: 0,
        rows: 0,
        scores: Vec::new(),
        mean: None,
        std: None,
        work: 0,
        state: TrialState::Finalist,
    }
}

impl Field<'_> {
    /// Rows and folds of a round: all of them in the last.
    fn size(&self, round: u32) -> (usize, usize) {
        let left = 3_usize.pow(ROUNDS - 1 - round);
        let rows = self.training.len();
        let folds = match round {
            0 => 2,
            1 => 3,
            _ => self.folds.len(),
        };
        (
            (rows / left).max(FEW_ROWS).min(rows),
            folds.min(self.folds.len()),
        )
    }

    /// Scores the running trials on the folds of a round.
    fn play(
        &self,
        round: u32,
        trials: &mut [Trial],
        running: &[usize],
        observer: &mut Observer<'_>,
    ) -> Result<(), TrainError> {
        let (rows, folds) = self.size(round);
        let fits = (running.len() * folds).max(1) as u64;
        let allowed = MAX_WORK / u64::from(ROUNDS) / fits;
        for (done, &index) in (0_u64..).zip(running) {
            let trial = &mut trials[index];
            let name = trial.model.model_type().name();
            let message = format!(
                "searching, round {} of {ROUNDS}: {name}, configuration {} of {}",
                round + 1,
                done + 1,
                running.len()
            );
            let step = (done, running.len() as u64);
            tell(observer, Stage::Validating, step, message.as_str())?;
            let classes = self.source.target.labels.len();
            let work = fit_work(&trial.model, rows, self.width, classes);
            if work > allowed {
                trial.state = TrialState::TooMuchWork;
                continue;
            }
            // Scores on the same folds and rows need not be found again.
            if trial.rows != rows {
                trial.scores.clear();
            }
            (trial.rows, trial.round) = (rows, round);
            let mut watch = |_| -> ControlFlow<()> {
                observer(Progress {
                    stage: Stage::Validating,
                    done,
                    total: step.1,
                    message: message.clone(),
                })
            };
            for fold in trial.scores.len()..folds {
                let asked = TrialSpec {
                    model: trial.model.clone(),
                    fold: fold as u32,
                    rows,
                };
                trial.work += work;
                let parts = (self.training, self.folds.as_slice());
                match trial::score(self.source, self.spec, parts, &asked, &mut watch)? {
                    Some(score) => trial.scores.push(score),
                    None => {
                        trial.state = TrialState::Failed;
                        break;
                    }
                }
            }
            summarize(trial);
        }
        Ok(())
    }
}

fn summarize(trial: &mut Trial) {
    let count = trial.scores.len();
    (trial.mean, trial.std) = (None, None);
    if count > 0 {
        let mean = trial.scores.iter().sum::<f64>() / count as f64;
        let squares: f64 = trial.scores.iter().map(|s| (s - mean) * (s - mean)).sum();
        trial.mean = Some(mean);
        trial.std = (count > 1).then(|| (squares / (count - 1) as f64).sqrt());
    }
}

/// Best mean first; among equals the least work, then the first in the list.
fn rank(order: &mut [usize], trials: &[Trial], spec: &TrainSpec) {
    let sign = if spec.metric.higher_is_better() {
        -1.0
    } else {
        1.0
    };
    let key = |index: usize| sign * trials[index].mean.unwrap_or(f64::NAN);
    order.sort_by(|&a, &b| {
        let (first, second) = (&trials[a], &trials[b]);
        second
            .round
            .cmp(&first.round)
            .then_with(|| key(a).total_cmp(&key(b)))
            .then_with(|| first.work.cmp(&second.work))
            .then_with(|| first.number.cmp(&second.number))
    });
}

/// The winner, the runner-up and the leaderboard.
fn finish(mut trials: Vec<Trial>, spec: &TrainSpec) -> Search {
    let scored = |trial: &Trial| trial.mean.is_some() && trial.state != TrialState::Failed;
    let (mut order, mut rest): (Vec<usize>, Vec<usize>) =
        (0..trials.len()).partition(|&index| scored(&trials[index]));
    rank(&mut order, &trials, spec);
    // Without any score the first configuration, the default of the simplest family, has to do.
    let winner = order.first().copied().unwrap_or(0);
    if scored(&trials[winner]) {
        trials[winner].state = TrialState::Won;
    }
    let family = trials[winner].model.model_type();
    let runner_up = order
        .iter()
        .map(|&index| &trials[index].model)
        .find(|model| model.model_type() != family)
        .cloned();
    order.append(&mut rest);
    Search {
        metric: spec.metric,
        winner: trials[winner].model.clone(),
        runner_up,
        work: trials.iter().map(|trial| trial.work).sum(),
        leaderboard: order
            .into_iter()
            .map(|index| trials[index].clone())
            .collect(),
    }
}
