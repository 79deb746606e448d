//! Messages from the training queue.

use aws_lambda_events::event::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use stint_platform::domain::Owner;
use stint_platform::queue::TrainingMessage;

use crate::{App, Host, run_job};

/// Runs the jobs that the messages name; messages that were interrupted, or that nobody can read,
/// come back until the queue moves them to its dead letters.
pub async fn receive(app: &App, host: Host, event: SqsEvent) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for message in event.records {
        let body = message.body.as_deref().unwrap_or_default();
        let done = match serde_json::from_str::<TrainingMessage>(body) {
            Ok(named) => {
                let owner = Owner::vouched(named.user_id);
                run_job(app, host, owner, named.job_id)
                    .await
                    .map_err(|error| error.to_string())
            }
            Err(error) => Err(format!("message does not name a job: {error}")),
        };
        if let Err(error) = done {
            tracing::error!(error, message_id = message.message_id, "message goes back");
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = message.message_id.unwrap_or_default();
            response.batch_item_failures.push(failure);
        }
    }
    response
}
