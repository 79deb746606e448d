//! TRAIN: from a dataset to a run and its model.

use stint_platform::domain::{Job, JobResult, Owner, Training};
use stint_platform::store::Finish;

use crate::fit::fit;
use crate::hand_in::hand_in;
use crate::read_dataset::read_dataset;
use crate::retain_artifacts::retain_newest;
use crate::run_job::complete;
use crate::stopped::Stopped;
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
    match hand_in(app, host, job, training, &outcome).await? {
        Finish::Done => {
            tracing::info!(job_id = %job.id, run_id = %training.run_id, "completed");
            Ok(retain_newest(app, owner).await?)
        }
        Finish::Lost => Err(Stopped::Lost),
        Finish::AlreadyRun(earlier) => complete(app, host, job, JobResult::Train(earlier)).await,
    }
}
