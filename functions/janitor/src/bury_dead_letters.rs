//! Messages that the queue gave up on: their jobs fail, so that no job waits for ever.

use aws_lambda_events::event::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use stint_platform::domain::{JobError, JobErrorCode, JobStatus, Owner};
use stint_platform::queue::TrainingMessage;

use crate::recover_jobs::end;
use crate::{App, RepairError};

/// Marks the jobs of dead letters failed.
pub async fn bury(app: &App, letters: SqsEvent) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for letter in letters.records {
        if let Err(error) = fail(app, letter.body.as_deref().unwrap_or_default()).await {
            tracing::error!(%error, message_id = letter.message_id, "dead letter goes back");
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = letter.message_id.unwrap_or_default();
            response.batch_item_failures.push(failure);
        }
    }
    response
}

async fn fail(app: &App, body: &str) -> Result<(), RepairError> {
    let Ok(message) = serde_json::from_str::<TrainingMessage>(body) else {
        tracing::error!(bytes = body.len(), "dead letter names no job; dropped");
        return Ok(());
    };
    let owner = Owner::vouched(message.user_id);
    let now = (app.now)();
    let Some(job) = app.core.job(owner, message.job_id).await? else {
        return Ok(());
    };
    let held = job.lease_until.is_some_and(|until| now <= until);
    if job.status.is_final() || (job.status == JobStatus::Running && held) {
        return Ok(());
    }
    let error = JobError {
        code: JobErrorCode::Undeliverable,
        detail:
            "the job could not be worked on although it was tried several times; try again later"
                .to_owned(),
    };
    if end(app, &job, JobStatus::Failed, Some(error), now).await? {
        tracing::warn!(job_id = %job.id, "failed: its message ended among the dead letters");
    }
    Ok(())
}
