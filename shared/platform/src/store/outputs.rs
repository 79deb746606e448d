//! Outputs of jobs: recorded with the end of their job, found by their dataset, which they go with.

use aws_sdk_dynamodb::types::{ConditionCheck, TransactWriteItem};

use super::core::transaction;
use super::item::{Entity, decode, key, partition, sort_key, text};
use super::{Core, Ending, StoreError};
use crate::domain::{Dataset, DatasetId, Job, JobId, Output, Owner, Timestamp, UserId};

/// Outputs that one query reads.
const BATCH: i32 = 100;

impl Entity for Output {
    const KIND: &'static str = "OUTPUT";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        output_key(self.dataset_id, self.job_id)
    }
}

/// The dataset first, so that what goes with it is found by a query.
fn output_key(dataset: DatasetId, job: JobId) -> String {
    format!("{dataset}#{job}")
}

/// How recording an output ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// Output and job are recorded, both at once.
    Done,
    /// Another worker holds the job, or it was ended: nothing was written.
    Lost,
    /// The dataset was deleted meanwhile: nothing was written.
    DatasetGone,
}

impl Core {
    /// Records an output and completes its job in one transaction, if the dataset is still there
    /// (access pattern C35). So no output is recorded after its dataset went.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn finish_output(
        &self,
        job: &Job,
        output: &Output,
        ended: &Ending,
        now: Timestamp,
    ) -> Result<Recorded, StoreError> {
        let owner = Owner::vouched(job.user_id);
        let dataset_is_there = ConditionCheck::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Dataset>(owner, output.dataset_id)))
            .condition_expression("attribute_exists(pk)")
            .build()?;
        let update = self.ending(job, ended, now)?;
        let outcome = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().update(update).build())
            .transact_items(
                TransactWriteItem::builder()
                    .put(self.creation(output)?)
                    .build(),
            )
            .transact_items(
                TransactWriteItem::builder()
                    .condition_check(dataset_is_there)
                    .build(),
            )
            .send()
            .await;
        Ok(match transaction(outcome)?[..] {
            [] => Recorded::Done,
            [false, false, true] => Recorded::DatasetGone,
            _ => Recorded::Lost,
        })
    }

    /// One output (access pattern C36).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn output(
        &self,
        owner: Owner,
        dataset: DatasetId,
        job: JobId,
    ) -> Result<Option<Output>, StoreError> {
        self.get(owner, output_key(dataset, job)).await
    }

    /// Some of the outputs made of a dataset; empty if there is none (access pattern C37).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn outputs_of(
        &self,
        owner: Owner,
        dataset: DatasetId,
    ) -> Result<Vec<Output>, StoreError> {
        let prefix = sort_key::<Output>(format!("{dataset}#"));
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
            .expression_attribute_values(":pk", partition(owner))
            .expression_attribute_values(":prefix", text(prefix))
            .consistent_read(true)
            .limit(BATCH)
            .send()
            .await?;
        let items = answer.items.unwrap_or_default();
        items.into_iter().map(decode).collect()
    }

    /// Forgets an output whose object is gone (access pattern C38).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn forget_output(&self, output: &Output) -> Result<(), StoreError> {
        let owner = Owner::vouched(output.user_id);
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(key::<Output>(owner, output.key())))
            .send()
            .await?;
        Ok(())
    }
}
