//! One job from claim to end.

use sha2::{Digest, Sha256};
use stint_engine::Outcome;
use stint_platform::disposal::DisposalError;
use stint_platform::domain::{
    Artifact, Job, JobError, JobErrorCode, JobId, JobResult, JobStatus, Owner, training_cost_usd,
};
use stint_platform::hex;
use stint_platform::objects::{ObjectError, keys};
use stint_platform::store::{Ending, Finish, StoreError};

use crate::fit::{Stopped, fit};
use crate::retain_artifacts::retain_newest;
use crate::save_model::save;
use crate::{App, Host};

/// A service did not answer: the message goes back, another attempt follows.
#[derive(Debug, thiserror::Error)]
pub enum Interrupted {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The object store.
    #[error(transparent)]
    Objects(#[from] ObjectError),
    /// Either, while deleting.
    #[error(transparent)]
    Disposal(#[from] DisposalError),
    /// The report could not be written as JSON.
    #[error("the report is not JSON: {0}")]
    Report(#[from] serde_json::Error),
    /// The fitting thread could not be joined.
    #[error("the training thread ended abnormally")]
    Thread,
}

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
    if let Some(earlier) = app.core.earlier_result(owner, &job.run_key).await? {
        return end(app, host, &job, JobStatus::Completed, Some(earlier), None).await;
    }
    let csv = match dataset(app, owner, &job).await? {
        Ok(csv) => csv,
        Err(error) => return end(app, host, &job, JobStatus::Failed, None, Some(error)).await,
    };
    match fit(app, host, &job, csv).await? {
        Ok(outcome) => hand_in(app, host, &job, &outcome).await,
        Err(Stopped::Lost) => {
            tracing::warn!(job_id = %id, attempt = job.attempt, "claim lost; another worker has it");
            Ok(())
        }
        Err(Stopped::Cancelled) => end(app, host, &job, JobStatus::Cancelled, None, None).await,
        Err(Stopped::Rejected(detail)) => {
            let error = JobError {
                code: JobErrorCode::Rejected,
                detail,
            };
            end(app, host, &job, JobStatus::Failed, None, Some(error)).await
        }
    }
}

/// The bytes that the job names, and no others.
async fn dataset(
    app: &App,
    owner: Owner,
    job: &Job,
) -> Result<Result<Vec<u8>, JobError>, Interrupted> {
    let key = keys::dataset_csv(owner, job.parameters.dataset_id);
    let Some(content) = app.objects.get(&key, app.config.max_csv_bytes).await? else {
        let detail = "the dataset was deleted before the job ran".to_owned();
        return Ok(Err(JobError {
            code: JobErrorCode::DatasetGone,
            detail,
        }));
    };
    if hex(&Sha256::digest(&content)) != job.parameters.dataset_sha256 {
        let detail = "the dataset's content is not the one the job was made for".to_owned();
        return Ok(Err(JobError {
            code: JobErrorCode::Rejected,
            detail,
        }));
    }
    Ok(Ok(content.into()))
}

async fn hand_in(app: &App, host: Host, job: &Job, outcome: &Outcome) -> Result<(), Interrupted> {
    let finished = save(app, host, job, outcome).await?;
    let owner = Owner::vouched(job.user_id);
    match app
        .core
        .finish_training(job, &finished, (app.now)())
        .await?
    {
        Finish::Done => {
            tracing::info!(job_id = %job.id, run_id = %finished.run.id, "completed");
            if job.attempt > 1 {
                discard_unused(app, job, &finished.artifact).await?;
            }
            retain_newest(app, owner).await
        }
        Finish::Lost => {
            tracing::warn!(job_id = %job.id, "claim lost after training; nothing recorded");
            discard_if_over(app, owner, job).await
        }
        Finish::AlreadyRun(earlier) => {
            end(app, host, job, JobStatus::Completed, Some(earlier), None).await
        }
    }
}

/// An earlier attempt may have written the objects of another mode before it died.
async fn discard_unused(app: &App, job: &Job, used: &Artifact) -> Result<(), Interrupted> {
    let owner = Owner::vouched(job.user_id);
    let mut used_keys = keys::of_artifact(used);
    used_keys.push(keys::report(owner, job.run_id, &used.mode_used));
    let unused = keys::of_training(job)
        .into_iter()
        .filter(|key| !used_keys.contains(key));
    app.objects.delete(&unused.collect::<Vec<_>>()).await?;
    Ok(())
}

/// A job that was ended while this worker trained has no use for what it wrote. One that another
/// worker holds or completed has: they write the same objects.
async fn discard_if_over(app: &App, owner: Owner, job: &Job) -> Result<(), Interrupted> {
    let current = app.core.job(owner, job.id).await?;
    let over =
        current.is_none_or(|job| matches!(job.status, JobStatus::Failed | JobStatus::Cancelled));
    if over {
        app.objects.delete(&keys::of_training(job)).await?;
    }
    Ok(())
}

async fn end(
    app: &App,
    host: Host,
    job: &Job,
    status: JobStatus,
    result: Option<JobResult>,
    error: Option<JobError>,
) -> Result<(), Interrupted> {
    let now = (app.now)();
    let cost_usd = training_cost_usd(
        now.millis_since(job.started_at.unwrap_or(now)),
        host.memory_mb,
    );
    let code = error.as_ref().map(|error| error.code);
    let ending = Ending {
        status,
        cost_usd,
        result,
        error,
    };
    if app.core.end_job(job, &ending, now).await? {
        tracing::info!(job_id = %job.id, status = status.as_str(), ?code, "ended");
    }
    Ok(())
}
