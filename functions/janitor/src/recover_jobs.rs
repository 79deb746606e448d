//! Jobs that nobody picked up, and jobs whose worker is gone.

use stint_platform::domain::{
    Job, JobError, JobErrorCode, JobId, JobStatus, MAX_ATTEMPTS, Timestamp,
};
use stint_platform::store::{Ending, SweepKind};

use crate::{App, BATCH, RepairError, each};

/// Seconds that a job announced again has before it is looked at again.
const PATIENCE: i64 = 900;

/// Announces lost jobs again, and ends those that were lost too often.
pub(crate) async fn recover(app: &App) -> Result<usize, RepairError> {
    let now = (app.now)();
    let due = app.core.due(SweepKind::Job, now, BATCH).await?;
    let repaired = each(due, async |entry| {
        let Ok(id) = entry.key.parse::<JobId>() else {
            return Ok(false);
        };
        match app.core.job(entry.owner, id).await? {
            Some(job) => repair(app, &job, now).await,
            None => Ok(false),
        }
    });
    Ok(repaired.await)
}

async fn repair(app: &App, job: &Job, now: Timestamp) -> Result<bool, RepairError> {
    let lease_is_over = job.lease_until.is_none_or(|until| until < now);
    match job.status {
        JobStatus::Pending => again(app, job, now).await,
        JobStatus::Running if !lease_is_over => Ok(false),
        JobStatus::Running if job.cancel_requested => {
            end(app, job, JobStatus::Cancelled, None, now).await
        }
        JobStatus::Running if job.attempt >= MAX_ATTEMPTS => {
            let error = JobError {
                code: JobErrorCode::WorkerLost,
                detail: format!(
                    "the job was started {MAX_ATTEMPTS} times and did not come to an end; try less \
                     data, fewer columns or a simpler model"
                ),
            };
            end(app, job, JobStatus::Failed, Some(error), now).await
        }
        JobStatus::Running => again(app, job, now).await,
        _ => Ok(false),
    }
}

async fn again(app: &App, job: &Job, now: Timestamp) -> Result<bool, RepairError> {
    if !app
        .core
        .put_off_job(job, now.plus_seconds(PATIENCE))
        .await?
    {
        return Ok(false);
    }
    app.training.announce(job).await?;
    tracing::warn!(job_id = %job.id, attempt = job.attempt, "announced again");
    Ok(true)
}

/// Ends a job as it was read; somebody who moved it on meanwhile wins.
pub(crate) async fn end(
    app: &App,
    job: &Job,
    status: JobStatus,
    error: Option<JobError>,
    now: Timestamp,
) -> Result<bool, RepairError> {
    // What lost attempts cost is not known to the platform; it is not billed to a result.
    let ending = Ending {
        status,
        cost_usd: 0.0,
        result: None,
        error,
    };
    Ok(app.core.end_job(job, &ending, now).await?)
}
