//! One job from claim to end.

use stint_platform::domain::{
    Job, JobError, JobId, JobResult, JobStatus, Owner, Work, job_cost_usd,
};
use stint_platform::objects::keys;
use stint_platform::store::Ending;

use crate::analyze::analyze;
use crate::predict::predict;
use crate::stopped::{Interrupted, Stopped};
use crate::train::train;
use crate::{App, Host};

/// Claims a job and brings it to its end. Nothing happens if somebody else has it or it is over.
///
/// # Errors
/// When a service does not answer; the claim then lapses and the job is taken up again.
pub async fn run_job(app: &App, host: Host, owner: Owner, id: JobId) -> Result<(), Interrupted> {
    let Some(job) = app.core.claim_job(owner, id, (app.now)()).await? else {
        tracing::info!(job_id = %id, "nothing to do: the job is held or over");
        return Ok(());
    };
    tracing::info!(job_id = %id, attempt = job.attempt, "claimed");
    if job.cancel_requested {
        return end(app, host, &job, JobStatus::Cancelled, None, None).await;
    }
    let done = match &job.work {
        Work::Train(training) => train(app, host, &job, training).await,
        Work::Predict { parameters } => predict(app, host, &job, parameters).await,
        Work::Analyze { parameters } => analyze(app, host, &job, parameters).await,
    };
    match done {
        Ok(()) => Ok(()),
        Err(Stopped::Lost) => {
            tracing::warn!(job_id = %id, attempt = job.attempt, "claim lost; nothing recorded");
            Ok(())
        }
        Err(Stopped::Cancelled) => end(app, host, &job, JobStatus::Cancelled, None, None).await,
        Err(Stopped::Failed(error)) => {
            end(app, host, &job, JobStatus::Failed, None, Some(error)).await
        }
        Err(Stopped::Interrupted(error)) => Err(error),
    }
}

/// Ends a job with a result that is recorded already.
pub(crate) async fn complete(
    app: &App,
    host: Host,
    job: &Job,
    result: JobResult,
) -> Result<(), Stopped> {
    Ok(end(app, host, job, JobStatus::Completed, Some(result), None).await?)
}

/// How a job ends now, and what it cost until now.
pub(crate) fn ending(
    app: &App,
    host: Host,
    job: &Job,
    status: JobStatus,
    result: Option<JobResult>,
) -> Ending {
    let now = (app.now)();
    let duration_ms = now.millis_since(job.started_at.unwrap_or(now));
    Ending {
        status,
        cost_usd: job_cost_usd(duration_ms, host.memory_mb),
        result,
        error: None,
    }
}

async fn end(
    app: &App,
    host: Host,
    job: &Job,
    status: JobStatus,
    result: Option<JobResult>,
    error: Option<JobError>,
) -> Result<(), Interrupted> {
    let code = error.as_ref().map(|error| error.code);
    let ending = Ending {
        error,
        ..ending(app, host, job, status, result)
    };
    if app.core.end_job(job, &ending, (app.now)()).await? {
        tracing::info!(job_id = %job.id, status = status.as_str(), ?code, "ended");
    }
    Ok(())
}

/// What a worker wrote that lost its claim is needed if another worker holds the job, since that
/// writes the same objects, or has completed it and its output is still there.
pub(crate) async fn discard_unneeded(app: &App, job: &Job) -> Result<(), Interrupted> {
    let owner = Owner::vouched(job.user_id);
    let needed = match app.core.job(owner, job.id).await? {
        Some(now) if now.status == JobStatus::Completed => match &job.work {
            Work::Train(_) => true,
            Work::Predict { .. } | Work::Analyze { .. } => {
                let dataset = job.work.dataset().dataset_id;
                app.core.output(owner, dataset, job.id).await?.is_some()
            }
        },
        Some(now) => !now.status.is_final(),
        None => false,
    };
    if !needed {
        app.objects.delete(&keys::of_job(job)).await?;
    }
    Ok(())
}
