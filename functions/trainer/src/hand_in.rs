//! The end of a training: the model is written down, then recorded.

use stint_engine::Outcome;
use stint_platform::domain::{Job, Training};
use stint_platform::store::Finish;

use crate::run_job::discard_unneeded;
use crate::save_model::save;
use crate::stopped::Interrupted;
use crate::{App, Host};

/// Writes a model down and records it with the end of its job, if this worker still holds that. What turns out
/// not to be needed is deleted again: all of it if the claim is lost and nobody recorded the same, and what an
/// earlier attempt wrote of another mode before it died.
///
/// # Errors
/// When a service does not answer.
pub async fn hand_in(
    app: &App,
    host: Host,
    job: &Job,
    training: &Training,
    outcome: &Outcome,
) -> Result<Finish, Interrupted> {
    let finished = save(app, host, job, training, outcome).await?;
    let now = (app.now)();
    let finish = app.core.finish_training(job, &finished, now).await?;
    match &finish {
        Finish::Done if job.attempt > 1 => discard_unneeded(app, job).await?,
        Finish::Lost => discard_unneeded(app, job).await?,
        // Of what another job recorded first, nothing is needed: the end of this job makes it trash.
        Finish::Done | Finish::AlreadyRun(_) => {}
    }
    Ok(finish)
}
