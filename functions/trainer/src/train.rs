//! TRAIN: from a dataset to a run and its model.

use stint_platform::domain::{Artifact, Job, JobResult, Owner, Training};
use stint_platform::objects::keys;
use stint_platform::store::Finish;

use crate::fit::fit;
use crate::read_dataset::read_dataset;
use crate::retain_artifacts::retain_newest;
use crate::run_job::{complete, discard_unneeded};
use crate::save_model::save;
use crate::stopped::{Interrupted, Stopped};
use crate::{App, Host};

pub(crate) async fn train(
    app: &App,
    host: Host,
    job: &Job,
    training: &Training,
) -> Result<(), Stopped> {
    let owner = Owner::vouched(job.user_id);
    if let Some(earlier) = app.core.earlier_result(owner, &training.run_key).await? {
        return complete(app, host, job, JobResult::Train(earlier)).await;
    }
    let csv = read_dataset(app, owner, &training.parameters.dataset).await?;
    let outcome = fit(app, host, job, &training.parameters.spec, csv).await?;
    let finished = save(app, host, job, training, &outcome).await?;
    match app
        .core
        .finish_training(job, &finished, (app.now)())
        .await?
    {
        Finish::Done => {
            tracing::info!(job_id = %job.id, run_id = %finished.run.id, "completed");
            if job.attempt > 1 {
                discard_unused(app, owner, training, &finished.artifact).await?;
            }
            Ok(retain_newest(app, owner).await?)
        }
        Finish::Lost => {
            discard_unneeded(app, job).await?;
            Err(Stopped::Lost)
        }
        Finish::AlreadyRun(earlier) => complete(app, host, job, JobResult::Train(earlier)).await,
    }
}

/// An earlier attempt may have written the objects of another mode before it died.
async fn discard_unused(
    app: &App,
    owner: Owner,
    training: &Training,
    used: &Artifact,
) -> Result<(), Interrupted> {
    let mut used_keys = keys::of_artifact(used);
    used_keys.push(keys::report(owner, training.run_id, &used.mode_used));
    let unused = keys::of_training(owner, training)
        .into_iter()
        .filter(|key| !used_keys.contains(key));
    app.objects.delete(&unused.collect::<Vec<_>>()).await?;
    Ok(())
}
