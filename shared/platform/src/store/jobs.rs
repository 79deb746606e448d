//! Jobs: made once, claimed by one worker at a time, ended once.

use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};

use super::core::{changed, conditional, transaction};
use super::item::{key, number, sweep_sort_key, text};
use super::page::Filter;
use super::{Core, Page, PageRequest, StoreError, Trash};
use crate::domain::{
    Job, JobError, JobId, JobProgress, JobResult, JobStatus, LEASE, Owner, Timestamp, Work,
};

/// Seconds after which a job that no worker claimed is announced again.
pub(super) const PICK_UP: i64 = 120;

/// A job may be claimed if nobody has started it, or if the worker that did stopped renewing.
const CLAIMABLE: &str = "#status = :pending OR (#status = :running AND lease_until < :now)";
/// A worker may write only while its own claim is the current one.
const STILL_MINE: &str = "#status = :running AND attempt = :attempt";

impl Core {
    /// One job (access pattern C10).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn job(&self, owner: Owner, id: JobId) -> Result<Option<Job>, StoreError> {
        self.get(owner, id).await
    }

    /// An owner's jobs, newest first, of one status if one is given (access pattern C11).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn jobs(
        &self,
        owner: Owner,
        status: Option<JobStatus>,
        page: &PageRequest,
    ) -> Result<Page<Job>, StoreError> {
        let filter = status.map(|status| Filter {
            attribute: "status",
            value: text(status.as_str()),
        });
        self.list(owner, page, filter).await
    }

    /// Claims a job for a worker: `Some` with the new attempt, or `None` if somebody else has it
    /// or it is over (access pattern C13).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn claim_job(
        &self,
        owner: Owner,
        id: JobId,
        now: Timestamp,
    ) -> Result<Option<Job>, StoreError> {
        let lease_until = now.plus_seconds(LEASE);
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, id)))
            .update_expression(
                "SET #status = :running, lease_until = :lease, sweep_sk = :due, \
                 started_at = if_not_exists(started_at, :now) ADD attempt :one",
            )
            .condition_expression(CLAIMABLE)
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":pending", text("PENDING"))
            .expression_attribute_values(":running", text("RUNNING"))
            .expression_attribute_values(":now", text(now.to_string()))
            .expression_attribute_values(":lease", text(lease_until.to_string()))
            .expression_attribute_values(":due", job_due(owner, id, lease_until))
            .expression_attribute_values(":one", number(1))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew)
            .send()
            .await;
        changed(answer)
    }

    /// Renews a worker's lease and reports progress: the job as it now is, or `None` if the claim
    /// is no longer the current one (access pattern C14).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn renew_job(
        &self,
        job: &Job,
        progress: &JobProgress,
        now: Timestamp,
    ) -> Result<Option<Job>, StoreError> {
        let owner = Owner::vouched(job.user_id);
        let lease_until = now.plus_seconds(LEASE);
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, job.id)))
            .update_expression("SET progress = :progress, lease_until = :lease, sweep_sk = :due")
            .condition_expression(STILL_MINE)
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":running", text("RUNNING"))
            .expression_attribute_values(":attempt", number(job.attempt))
            .expression_attribute_values(":progress", serde_dynamo::to_attribute_value(progress)?)
            .expression_attribute_values(":lease", text(lease_until.to_string()))
            .expression_attribute_values(":due", job_due(owner, job.id, lease_until))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew)
            .send()
            .await;
        changed(answer)
    }

    /// Ends a job that a worker holds, or that the janitor found lost: false if its claim is no
    /// longer the current one (access pattern C15).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn end_job(
        &self,
        job: &Job,
        ended: &Ending,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let update = self.ending(job, ended, now)?;
        let mut request = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().update(update).build());
        if let Some(trash) = &ended_trash(job, ended, now) {
            request = request.transact_items(self.discard(trash)?);
        }
        Ok(transaction(request.send().await)?.is_empty())
    }

    /// Cancels a job: at once while it waits, at the worker's next report while it runs. `None` if
    /// it is over already or does not exist (access pattern C19).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn cancel_job(
        &self,
        owner: Owner,
        id: JobId,
        now: Timestamp,
    ) -> Result<Option<Job>, StoreError> {
        let waiting = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, id)))
            .update_expression(
                "SET #status = :cancelled, completed_at = :now, cancel_requested = :true, \
                 cost_usd = :zero REMOVE sweep_pk, sweep_sk",
            )
            .condition_expression("#status = :pending")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":pending", text("PENDING"))
            .expression_attribute_values(":cancelled", text("CANCELLED"))
            .expression_attribute_values(":now", text(now.to_string()))
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            .expression_attribute_values(":zero", number(0))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew)
            .send()
            .await;
        if let Some(job) = changed(waiting)? {
            return Ok(Some(job));
        }
        let running = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, id)))
            .update_expression("SET cancel_requested = :true")
            .condition_expression("#status = :running")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":running", text("RUNNING"))
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew)
            .send()
            .await;
        changed(running)
    }

    /// Puts off the janitor's next look at a job that it announced again: false if the job moved
    /// on (access pattern C21).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put_off_job(&self, job: &Job, due: Timestamp) -> Result<bool, StoreError> {
        let owner = Owner::vouched(job.user_id);
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, job.id)))
            .update_expression("SET sweep_sk = :due")
            .condition_expression("#status = :status AND attempt = :attempt")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":status", text(job.status.as_str()))
            .expression_attribute_values(":attempt", number(job.attempt))
            .expression_attribute_values(":due", job_due(owner, job.id, due))
            .send()
            .await;
        Ok(conditional(answer)?.is_some())
    }

    /// The update that ends a job whose current state the caller has seen.
    pub(super) fn ending(
        &self,
        job: &Job,
        ended: &Ending,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        let owner = Owner::vouched(job.user_id);
        let progress = JobProgress {
            stage: ended.status.as_str().to_lowercase(),
            done: 1,
            total: 1,
            message: ended
                .error
                .as_ref()
                .map(|error| error.detail.clone())
                .unwrap_or_default(),
        };
        Ok(Update::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Job>(owner, job.id)))
            .update_expression(
                "SET #status = :ended, completed_at = :now, cost_usd = :cost, #result = :result, \
                 #error = :error, progress = :progress REMOVE sweep_pk, sweep_sk, lease_until",
            )
            .condition_expression("#status = :status AND attempt = :attempt")
            .expression_attribute_names("#status", "status")
            .expression_attribute_names("#result", "result")
            .expression_attribute_names("#error", "error")
            .expression_attribute_values(":status", text(job.status.as_str()))
            .expression_attribute_values(":attempt", number(job.attempt))
            .expression_attribute_values(":ended", text(ended.status.as_str()))
            .expression_attribute_values(":now", text(now.to_string()))
            .expression_attribute_values(":cost", number(ended.cost_usd))
            .expression_attribute_values(
                ":result",
                serde_dynamo::to_attribute_value(&ended.result)?,
            )
            .expression_attribute_values(":error", serde_dynamo::to_attribute_value(&ended.error)?)
            .expression_attribute_values(":progress", serde_dynamo::to_attribute_value(progress)?)
            .build()?)
    }
}

/// How a job ends.
#[derive(Clone, Debug)]
pub struct Ending {
    /// A final status.
    pub status: JobStatus,
    /// Dollars spent.
    pub cost_usd: f64,
    /// What it made.
    pub result: Option<JobResult>,
    /// Why it failed.
    pub error: Option<JobError>,
}

/// Objects that an unfinished attempt may have written go with the job's end.
fn ended_trash(job: &Job, ended: &Ending, now: Timestamp) -> Option<Trash> {
    let unused = match (&ended.result, &job.work) {
        (None, _) => true,
        (Some(JobResult::Train(result)), Work::Train(training)) => {
            result.artifact_id != training.artifact_id
        }
        (Some(_), _) => false,
    };
    (unused && job.attempt > 0).then(|| {
        Trash::new(
            Owner::vouched(job.user_id),
            format!("JOB#{}", job.id),
            crate::objects::keys::of_job(job),
            now,
        )
    })
}

fn job_due(owner: Owner, id: JobId, due: Timestamp) -> AttributeValue {
    text(sweep_sort_key(due, owner, &id.to_string()))
}
