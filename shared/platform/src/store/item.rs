//! How entities become items of the `core` table and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{StoreError, SweepKind};
use crate::domain::{Artifact, Dataset, Job, JobStatus, Owner, Run, Timestamp, UserId};

/// A DynamoDB item.
pub(super) type Item = HashMap<String, AttributeValue>;

/// The version of the item layout that is written; readers accept this one and the one before.
const SCHEMA_VERSION: u32 = 1;

/// An entity of the `core` table.
pub(super) trait Entity: Serialize + DeserializeOwned {
    /// The word before `#` in its sort key, and its `entity` attribute.
    const KIND: &'static str;

    /// The owner.
    fn user_id(&self) -> UserId;

    /// What follows `#` in its sort key.
    fn key(&self) -> String;

    /// When the janitor should look at it, if it should.
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        None
    }
}

pub(super) fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

pub(super) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

/// Partition key of an owner's records.
pub(super) fn partition(owner: Owner) -> AttributeValue {
    text(format!("USER#{}", owner.user_id()))
}

/// Sort key of an entity.
pub(super) fn sort_key<T: Entity>(key: impl std::fmt::Display) -> String {
    format!("{}#{key}", T::KIND)
}

/// Key of one entity.
pub(super) fn key<T: Entity>(owner: Owner, key: impl std::fmt::Display) -> Item {
    Item::from([
        ("pk".to_owned(), partition(owner)),
        ("sk".to_owned(), text(sort_key::<T>(key))),
    ])
}

/// The whole item of an entity.
pub(super) fn encode<T: Entity>(entity: &T) -> Result<Item, StoreError> {
    let owner = Owner::vouched(entity.user_id());
    let mut item: Item = serde_dynamo::to_item(entity)?;
    // An absent value is no attribute: `if_not_exists` takes a stored NULL for a value.
    item.retain(|_, value| !matches!(value, AttributeValue::Null(_)));
    item.extend(key::<T>(owner, entity.key()));
    item.insert("entity".into(), text(T::KIND));
    item.insert("schema_version".into(), number(SCHEMA_VERSION));
    if let Some((kind, due)) = entity.sweep() {
        item.insert("sweep_pk".into(), text(kind.as_str()));
        item.insert(
            "sweep_sk".into(),
            text(sweep_sort_key(due, owner, &entity.key())),
        );
    }
    Ok(item)
}

/// Sort key in the sweep index: due time first, then the owner, so that no two items collide.
pub(super) fn sweep_sort_key(due: Timestamp, owner: Owner, key: &str) -> String {
    format!("{due}#{}#{key}", owner.user_id())
}

pub(super) fn decode<T: DeserializeOwned>(item: Item) -> Result<T, StoreError> {
    Ok(serde_dynamo::from_item(item)?)
}

impl Entity for Dataset {
    const KIND: &'static str = "DATASET";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        use crate::domain::DatasetStatus::{AwaitingUpload, Expired, Ready, Rejected};
        Some(match self.status {
            AwaitingUpload => (SweepKind::Upload, self.expected.expires_at),
            Ready | Rejected | Expired => (SweepKind::DatasetAge, self.created_at),
        })
    }
}

impl Entity for Job {
    const KIND: &'static str = "JOB";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        match self.status {
            JobStatus::Pending => Some((
                SweepKind::Job,
                self.created_at.plus_seconds(super::jobs::PICK_UP),
            )),
            JobStatus::Running => self.lease_until.map(|until| (SweepKind::Job, until)),
            _ => None,
        }
    }
}

impl Entity for Run {
    const KIND: &'static str = "RUN";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
}

impl Entity for Artifact {
    const KIND: &'static str = "ARTIFACT";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
}
