//! Limits that hold although many requests come at once: whoever adds something has counted what is
//! there, and writes only if nobody has added anything since.

use std::time::Duration;

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use serde::{Deserialize, Serialize};

use super::core::transaction;
use super::datasets::time_prefix;
use super::item::{Entity, decode, key, number, partition, sort_key, text};
use super::{Core, PageRequest, StoreError};
use crate::domain::{
    Dataset, DatasetQuota, Job, JobQuota, Owner, QuotaExceeded, Timestamp, UserId,
};

/// How often is counted again because somebody else was faster.
const TRIES: u32 = 8;

/// How often an owner has added something of a kind.
#[derive(Serialize, Deserialize)]
struct Tally {
    user_id: UserId,
    counted: String,
    added: u64,
}

impl Entity for Tally {
    const KIND: &'static str = "TALLY";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.counted.clone()
    }
}

impl Core {
    /// Records a job if its owner may have one more (access pattern C9).
    ///
    /// # Errors
    /// When the table does not answer, or others keep being faster.
    pub async fn create_job(
        &self,
        job: &Job,
        quota: &JobQuota,
    ) -> Result<Result<(), QuotaExceeded>, StoreError> {
        let owner = Owner::vouched(job.user_id);
        let since = job.created_at.plus_seconds(-JobQuota::PERIOD);
        for attempt in 0..TRIES {
            let added = self.added::<Job>(owner).await?;
            if let Err(exceeded) = quota.check(&self.jobs_since(owner, since).await?) {
                return Ok(Err(exceeded));
            }
            if self.admit(job, added, attempt).await? {
                return Ok(Ok(()));
            }
        }
        Err(StoreError::Contended)
    }

    /// Registers an announced dataset if its owner may have it (access pattern C1).
    ///
    /// # Errors
    /// When the table does not answer, or others keep being faster.
    pub async fn create_dataset(
        &self,
        dataset: &Dataset,
        quota: &DatasetQuota,
    ) -> Result<Result<(), QuotaExceeded>, StoreError> {
        let owner = Owner::vouched(dataset.user_id);
        let all = PageRequest {
            limit: quota.datasets,
            after: None,
        };
        for attempt in 0..TRIES {
            let added = self.added::<Dataset>(owner).await?;
            let present = self.datasets(owner, &all).await?.items;
            if let Err(exceeded) = quota.check(&present, dataset.size_bytes) {
                return Ok(Err(exceeded));
            }
            if self.admit(dataset, added, attempt).await? {
                return Ok(Ok(()));
            }
        }
        Err(StoreError::Contended)
    }

    /// How often an owner has added something of a kind.
    async fn added<T: Entity>(&self, owner: Owner) -> Result<u64, StoreError> {
        let tally = self.get::<Tally>(owner, T::KIND).await?;
        Ok(tally.map_or(0, |tally| tally.added))
    }

    /// Creates an entity if nothing of its kind was added since `added` was read. If something was,
    /// it waits a moment, the longer the more attempts there were, and the answer is false.
    async fn admit<T: Entity>(
        &self,
        entity: &T,
        added: u64,
        attempt: u32,
    ) -> Result<bool, StoreError> {
        let owner = Owner::vouched(entity.user_id());
        let creation = TransactWriteItem::builder().put(self.creation(entity)?);
        let outcome = self
            .client
            .transact_write_items()
            .transact_items(creation.build())
            .transact_items(self.counting::<T>(owner, added)?)
            .send()
            .await;
        match transaction(outcome) {
            // Keys hold a fresh id: if it is there, this very call wrote it and lost the answer.
            Ok(failed) if failed.first().is_none_or(|&there| there) => return Ok(true),
            Ok(_) | Err(StoreError::Contended) => {}
            Err(error) => return Err(error),
        }
        tokio::time::sleep(Duration::from_millis(10 << attempt)).await;
        Ok(false)
    }

    /// Counts an addition, if none was counted since `added` was read.
    fn counting<T: Entity>(
        &self,
        owner: Owner,
        added: u64,
    ) -> Result<TransactWriteItem, StoreError> {
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Tally>(owner, T::KIND)))
            .update_expression(
                "SET added = :next, counted = :kind, user_id = :owner, entity = :entity, \
                 schema_version = :one",
            )
            .condition_expression(
                "added = :added OR (attribute_not_exists(added) AND :added = :none)",
            )
            .expression_attribute_values(":added", number(added))
            .expression_attribute_values(":none", number(0))
            .expression_attribute_values(":next", number(added + 1))
            .expression_attribute_values(":kind", text(T::KIND))
            .expression_attribute_values(":owner", text(owner.user_id().to_string()))
            .expression_attribute_values(":entity", text(Tally::KIND))
            .expression_attribute_values(":one", number(1))
            .build()?;
        Ok(TransactWriteItem::builder().update(update).build())
    }

    /// An owner's jobs made since a moment. Ids sort by time, so the key alone says it.
    async fn jobs_since(&self, owner: Owner, since: Timestamp) -> Result<Vec<Job>, StoreError> {
        let mut jobs = Vec::new();
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk BETWEEN :first AND :last")
                .expression_attribute_values(":pk", partition(owner))
                .expression_attribute_values(":first", text(sort_key::<Job>(time_prefix(since))))
                .expression_attribute_values(":last", text(sort_key::<Job>("~")))
                .consistent_read(true)
                .set_exclusive_start_key(start.take())
                .send()
                .await?;
            for item in answer.items.unwrap_or_default() {
                jobs.push(decode(item)?);
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(jobs);
            }
        }
    }
}
