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

/// Deletes what the attempts at a job wrote and nobody needs. While another worker holds the job it is needed,
/// since that writes the same objects; once the job is completed, what is still recorded is.
pub(crate) async fn discard_unneeded(app: &App, job: &Job) -> Result<(), Interrupted> {
    let owner = Owner::vouched(job.user_id);
    let needed = match app.core.job(owner, job.id).await? {
        Some(now) if now.status == JobStatus::Completed => recorded(app, owner, job).await?,
        Some(now) if !now.status.is_final() => return Ok(()),
        Some(_) | None => Vec::new(),
    };
    let mut written = keys::of_job(job);
    written.retain(|key| !needed.contains(key));
    Ok(app.objects.delete(&written).await?)
}

/// The objects of what is recorded of a job.
async fn recorded(app: &App, owner: Owner, job: &Job) -> Result<Vec<String>, Interrupted> {
    let mut objects = Vec::new();
    match &job.work {
        Work::Train(training) => {
            if let Some(run) = app.core.run(owner, training.run_id).await? {
                objects.push(keys::report(owner, run.id, &run.mode_used));
            }
            if let Some(artifact) = app.core.artifact(owner, training.artifact_id).await? {
                objects.extend(keys::of_artifact(&artifact));
            }
        }
        Work::Predict { .. } | Work::Analyze { .. } => {
            let dataset = job.work.dataset().dataset_id;
            let output = app.core.output(owner, dataset, job.id).await?;
            objects.extend(output.as_ref().map(keys::of_output));
        }
    }
    Ok(objects)
}
