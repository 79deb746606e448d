//! Writing an output down: first its object, then the record that names it with the job's end.

use stint_platform::domain::{Job, JobResult, JobStatus, Output, OutputKind, Owner};
use stint_platform::objects::keys;
use stint_platform::store::Recorded;

use crate::run_job::{discard_unneeded, ending};
use crate::stopped::Stopped;
use crate::{App, Host};

/// Records what a job made of its dataset, and completes the job. The job determines the bytes, so
/// a second attempt that comes as far finds the same object there and goes on.
pub(crate) async fn save_output(
    app: &App,
    host: Host,
    job: &Job,
    kind: OutputKind,
    body: Vec<u8>,
    result: JobResult,
) -> Result<(), Stopped> {
    let owner = Owner::vouched(job.user_id);
    let now = (app.now)();
    let output = Output {
        user_id: job.user_id,
        dataset_id: job.work.dataset().dataset_id,
        job_id: job.id,
        kind,
        size_bytes: body.len() as u64,
        created_at: now,
    };
    let key = keys::output(owner, kind, job.id);
    app.objects
        .put_once(&key, kind.media_type(), body.into())
        .await?;
    let ended = ending(app, host, job, JobStatus::Completed, Some(result));
    match app.core.finish_output(job, &output, &ended, now).await? {
        Recorded::Done => {
            tracing::info!(job_id = %job.id, size_bytes = output.size_bytes, "completed");
            Ok(())
        }
        Recorded::DatasetGone => Err(Stopped::dataset_gone()),
        Recorded::Lost => {
            discard_unneeded(app, job).await?;
            Err(Stopped::Lost)
        }
    }
}
