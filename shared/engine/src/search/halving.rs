//! Rounds of trials: many configurations on few rows and folds, then the better ones on more.

use super::candidates::candidates;
use super::params::AutoParams;
use super::play::{Field, Round};
use super::types::{Search, Trial, TrialState};
use crate::protocol::{Observer, Source, TrainError, folds};
use crate::request::TrainSpec;

/// Work of all trials of a search.
const MAX_WORK: u64 = 1 << 36;

/// Rounds of a search.
const ROUNDS: u32 = 3;

/// With so many rows or fewer every round uses all of them.
const FEW_ROWS: usize = 1000;

/// Configurations that come to the last round, at least.
const FINALISTS: usize = 3;

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
    for number in 0..ROUNDS {
        let round = round(number, &field, running.len());
        field.play(&round, &mut trials, &running, observer)?;
        running.retain(|&index| trials[index].state == TrialState::Finalist);
        rank(&mut running, &trials, spec);
        if number + 1 < ROUNDS {
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

/// Rows and folds of a round, all of them in the last, and the work that is allowed for each of its fits.
fn round(number: u32, field: &Field<'_>, running: usize) -> Round {
    let all = field.training.len();
    let folds = match number {
        0 => 2,
        1 => 3,
        _ => field.folds.len(),
    };
    let folds = folds.min(field.folds.len());
    let fits = (running * folds).max(1) as u64;
    Round {
        name: format!("searching, round {} of {ROUNDS}", number + 1),
        number,
        rows: (all / 3_usize.pow(ROUNDS - 1 - number))
            .max(FEW_ROWS)
            .min(all),
        folds,
        allowed: MAX_WORK / u64::from(ROUNDS) / fits,
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
