//! Datasets, their compact schemas, and the version counter of each name.

use aws_sdk_dynamodb::types::{Delete, Put, TransactWriteItem, Update};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::core::{conditional, transaction};
use super::item::{Entity, Item, decode, encode, key, number, partition, sort_key, text};
use super::{Core, Page, PageRequest, StoreError, Trash};
use crate::domain::{Dataset, DatasetId, DatasetName, DatasetStatus, Owner, Timestamp, UserId};
use crate::hex;

/// A dataset may change state only while its upload is awaited.
const STILL_AWAITED: &str = "#status = :awaiting";

/// What a training request is resolved against, without reading the CSV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// Whose it is.
    pub user_id: UserId,
    /// The dataset described.
    pub dataset_id: DatasetId,
    /// Data rows.
    pub rows: u64,
    /// Its columns in file order.
    pub columns: Vec<stint_engine::ColumnSchema>,
}

impl Entity for Schema {
    const KIND: &'static str = "SCHEMA";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.dataset_id.to_string()
    }
}

/// How a promotion ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Promotion {
    /// The dataset is as given, with its final version.
    Done(Box<Dataset>),
    /// Somebody else decided on it, or it was deleted: read it again.
    Superseded,
}

impl Core {
    /// One dataset (access pattern C2).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn dataset(
        &self,
        owner: Owner,
        id: DatasetId,
    ) -> Result<Option<Dataset>, StoreError> {
        self.get(owner, id).await
    }

    /// An owner's datasets, newest first (access pattern C3).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn datasets(
        &self,
        owner: Owner,
        page: &PageRequest,
    ) -> Result<Page<Dataset>, StoreError> {
        self.list(owner, page, None).await
    }

    /// An owner's datasets that were made before `cutoff`, oldest first, at most `limit`
    /// (access pattern C31). Ids sort by time, so the key alone says it.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn datasets_before(
        &self,
        owner: Owner,
        cutoff: Timestamp,
        limit: usize,
    ) -> Result<Vec<Dataset>, StoreError> {
        let bound = time_prefix(cutoff);
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :first AND :bound")
            .expression_attribute_values(":pk", partition(owner))
            .expression_attribute_values(":first", text(sort_key::<Dataset>("")))
            .expression_attribute_values(":bound", text(sort_key::<Dataset>(bound)))
            .consistent_read(true)
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .send()
            .await?;
        answer
            .items
            .unwrap_or_default()
            .into_iter()
            .map(decode)
            .collect()
    }

    /// The schema of a ready dataset (access pattern C4).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn schema(&self, owner: Owner, id: DatasetId) -> Result<Option<Schema>, StoreError> {
        self.get(owner, id).await
    }

    /// The version that the next ready dataset of this name gets (access pattern C5).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn next_version(&self, owner: Owner, name: &DatasetName) -> Result<u32, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(name_key(owner, name)))
            .consistent_read(true)
            .send()
            .await?;
        let latest = answer
            .item
            .and_then(|item| item.get("latest")?.as_n().ok()?.parse::<u32>().ok())
            .unwrap_or(0);
        Ok(latest + 1)
    }

    /// Makes an awaited dataset ready: status, schema and version counter in one transaction
    /// (access pattern C6). Only the validator calls this.
    ///
    /// # Errors
    /// When the table does not answer, or other versions of the name keep winning.
    pub async fn promote_dataset(
        &self,
        mut dataset: Dataset,
        schema: &Schema,
    ) -> Result<Promotion, StoreError> {
        let owner = Owner::vouched(dataset.user_id);
        dataset.status = DatasetStatus::Ready;
        for _ in 0..8 {
            dataset.version = self.next_version(owner, &dataset.name).await?;
            let outcome = self
                .client
                .transact_write_items()
                .transact_items(self.decided(&dataset)?)
                .transact_items(self.counted(&dataset)?)
                .transact_items(
                    TransactWriteItem::builder()
                        .put(self.creation(schema)?)
                        .build(),
                )
                .send()
                .await;
            match transaction(outcome) {
                Ok(failed) if failed.is_empty() => return Ok(Promotion::Done(Box::new(dataset))),
                Ok(failed) if failed[0] => return Ok(Promotion::Superseded),
                Ok(_) | Err(StoreError::Contended) => {}
                Err(error) => return Err(error),
            }
        }
        Err(StoreError::Contended)
    }

    /// Marks an awaited dataset as rejected or expired (access pattern C7). False if somebody else
    /// decided on it first.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn refuse_dataset(&self, dataset: &Dataset) -> Result<bool, StoreError> {
        let item = encode(dataset)?;
        let answer = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression(STILL_AWAITED)
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":awaiting", text("AWAITING_UPLOAD"))
            .send()
            .await;
        Ok(conditional(answer)?.is_some())
    }

    /// Replaces a dataset and its schema by a trash entry (access pattern C8). False if it is gone.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn delete_dataset(
        &self,
        owner: Owner,
        id: DatasetId,
        trash: &Trash,
    ) -> Result<bool, StoreError> {
        let record = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Dataset>(owner, id)))
            .condition_expression("attribute_exists(pk)")
            .build()?;
        let schema = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(key::<Schema>(owner, id)))
            .build()?;
        let outcome = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().delete(record).build())
            .transact_items(TransactWriteItem::builder().delete(schema).build())
            .transact_items(self.discard(trash)?)
            .send()
            .await;
        Ok(transaction(outcome)?.is_empty())
    }

    fn decided(&self, dataset: &Dataset) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(encode(dataset)?))
            .condition_expression(STILL_AWAITED)
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":awaiting", text("AWAITING_UPLOAD"))
            .build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    fn counted(&self, dataset: &Dataset) -> Result<TransactWriteItem, StoreError> {
        let owner = Owner::vouched(dataset.user_id);
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(name_key(owner, &dataset.name)))
            .update_expression("SET latest = :version, entity = :entity, schema_version = :one")
            .condition_expression("attribute_not_exists(latest) OR latest < :version")
            .expression_attribute_values(":version", number(dataset.version))
            .expression_attribute_values(":entity", text("NAME"))
            .expression_attribute_values(":one", number(1))
            .build()?;
        Ok(TransactWriteItem::builder().update(update).build())
    }
}

/// How the ids start that were made at a moment.
pub(super) fn time_prefix(moment: Timestamp) -> String {
    let millis = moment.unix_millis();
    format!("{:08x}-{:04x}-", millis >> 16, millis & 0xffff)
}

/// Key of a name's version counter. Hashed: nothing that a user typed is part of a key.
fn name_key(owner: Owner, name: &DatasetName) -> Item {
    let digest = hex(&Sha256::digest(name.as_str().as_bytes()));
    Item::from([
        ("pk".to_owned(), partition(owner)),
        ("sk".to_owned(), text(format!("NAME#{digest}"))),
    ])
}
