//! Deleting all that an owner has, after the account is gone.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{DeleteRequest, Put, TransactWriteItem, WriteRequest};
use serde::{Deserialize, Serialize};

use super::item::{Entity, Item, encode, key, partition};
use super::{Core, StoreError, SweepKind};
use crate::domain::{Owner, Timestamp, UserId};

/// The most that one batch write takes.
const BATCH: usize = 25;

#[derive(Serialize, Deserialize)]
struct Purge {
    user_id: UserId,
    requested_at: Timestamp,
}

impl Entity for Purge {
    const KIND: &'static str = "PURGE";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        "ACCOUNT".to_owned()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        Some((SweepKind::Purge, self.requested_at))
    }
}

impl Core {
    /// Asks the janitor to delete everything of an owner, as a part of deleting the account
    /// (access pattern U8).
    pub(super) fn purging(
        &self,
        owner: Owner,
        now: Timestamp,
    ) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(purge(owner, now)?))
            .build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// When an owner's purge was asked for, if it was (access pattern C32).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn purge_requested(&self, owner: Owner) -> Result<Option<Timestamp>, StoreError> {
        let found = self.get::<Purge>(owner, "ACCOUNT").await?;
        Ok(found.map(|purge| purge.requested_at))
    }

    /// Deletes a batch of an owner's records, the request itself excepted: true if there may be
    /// more (access pattern C33).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn purge_batch(&self, owner: Owner) -> Result<bool, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", partition(owner))
            .projection_expression("pk, sk")
            .consistent_read(true)
            .limit(i32::try_from(BATCH + 1).unwrap_or(i32::MAX))
            .send()
            .await?;
        let marker = key::<Purge>(owner, "ACCOUNT");
        let more = answer.last_evaluated_key.is_some();
        let found: Vec<Item> = answer
            .items
            .unwrap_or_default()
            .into_iter()
            .filter(|key| *key != marker)
            .take(BATCH)
            .collect();
        if found.is_empty() {
            return Ok(false);
        }
        let requests: Vec<WriteRequest> = found
            .into_iter()
            .map(|key| {
                let delete = DeleteRequest::builder().set_key(Some(key)).build()?;
                Ok(WriteRequest::builder().delete_request(delete).build())
            })
            .collect::<Result<_, StoreError>>()?;
        let written = self
            .client
            .batch_write_item()
            .set_request_items(Some(HashMap::from([(self.table.clone(), requests)])))
            .send()
            .await?;
        Ok(more
            || written
                .unprocessed_items
                .is_some_and(|left| !left.is_empty()))
    }

    /// Forgets that a purge was asked for (access pattern C34).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn finish_purge(&self, owner: Owner) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(key::<Purge>(owner, "ACCOUNT")))
            .send()
            .await?;
        Ok(())
    }
}

fn purge(owner: Owner, now: Timestamp) -> Result<Item, StoreError> {
    encode(&Purge {
        user_id: owner.user_id(),
        requested_at: now,
    })
}
