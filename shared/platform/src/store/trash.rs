//! Objects that nobody refers to any more, remembered until they are really gone.
//!
//! A delete first replaces the record by a trash entry in one transaction, then deletes the
//! objects, then the entry. Whatever is interrupted, the janitor finds the entry and goes on.

use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use serde::{Deserialize, Serialize};

use super::item::{Entity, encode, key};
use super::{Core, StoreError, SweepKind};
use crate::domain::{Dataset, DatasetId, Owner, Timestamp, UserId};
use crate::objects::keys;

/// Object keys to delete.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trash {
    /// Whose objects they are.
    pub user_id: UserId,
    /// What they belonged to, such as `ARTIFACT#<id>`.
    pub origin: String,
    /// The keys of the objects.
    pub object_keys: Vec<String>,
    /// A deleted dataset whose outputs go as well.
    #[serde(default)]
    pub outputs_of: Option<DatasetId>,
    /// From when the janitor may take over.
    pub due: Timestamp,
}

impl Trash {
    /// Seconds that whoever made the entry has for deleting the objects itself.
    const HEAD_START: i64 = 60;

    /// A fresh entry.
    pub fn new(owner: Owner, origin: String, object_keys: Vec<String>, now: Timestamp) -> Self {
        Self {
            user_id: owner.user_id(),
            origin,
            object_keys,
            outputs_of: None,
            due: now.plus_seconds(Self::HEAD_START),
        }
    }

    /// What is left of a dataset: its objects, and what jobs made of it.
    pub fn of_dataset(dataset: &Dataset, now: Timestamp) -> Self {
        let owner = Owner::vouched(dataset.user_id);
        let origin = format!("DATASET#{}", dataset.id);
        Self {
            outputs_of: Some(dataset.id),
            ..Self::new(owner, origin, keys::of_dataset(dataset), now)
        }
    }
}

impl Entity for Trash {
    const KIND: &'static str = "TRASH";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.origin.clone()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        Some((SweepKind::Trash, self.due))
    }
}

impl Core {
    /// A trash entry by its origin (access pattern C17).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn trash(&self, owner: Owner, origin: &str) -> Result<Option<Trash>, StoreError> {
        self.get(owner, origin).await
    }

    /// Forgets a trash entry whose objects are gone (access pattern C18).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn forget_trash(&self, trash: &Trash) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(key::<Trash>(
                Owner::vouched(trash.user_id),
                &trash.origin,
            )))
            .send()
            .await?;
        Ok(())
    }

    pub(super) fn discard(&self, trash: &Trash) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(encode(trash)?))
            .build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}
