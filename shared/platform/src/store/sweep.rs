//! The sparse index by which the janitor finds what is due, without ever scanning.

use super::core::string_of;
use super::item::text;
use super::{Core, StoreError};
use crate::domain::{Owner, Timestamp, UserId};

/// What kind of attention an item needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SweepKind {
    /// An announced upload whose URL has expired.
    Upload,
    /// A job that nobody picked up, or whose worker stopped renewing its lease.
    Job,
    /// Objects to delete.
    Trash,
    /// A dataset by age; due is when it was created.
    DatasetAge,
    /// An account whose data is to be deleted.
    Purge,
}

impl SweepKind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Upload => "UPLOAD",
            Self::Job => "JOB",
            Self::Trash => "TRASH",
            Self::DatasetAge => "DATASET_AGE",
            Self::Purge => "PURGE",
        }
    }
}

/// An item that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepEntry {
    /// Whose it is.
    pub owner: Owner,
    /// What follows the entity kind in its sort key.
    pub key: String,
}

impl Core {
    /// Items of a kind that were due before `before`, oldest first, at most `limit`
    /// (access pattern C20). The index lags: whoever acts must read the item and act conditionally.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn due(
        &self,
        kind: SweepKind,
        before: Timestamp,
        limit: usize,
    ) -> Result<Vec<SweepEntry>, StoreError> {
        let mut entries = Vec::new();
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .index_name("sweep")
                .key_condition_expression("sweep_pk = :kind AND sweep_sk < :before")
                .expression_attribute_values(":kind", text(kind.as_str()))
                .expression_attribute_values(":before", text(before.to_string()))
                .limit(i32::try_from(limit - entries.len()).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start.take())
                .send()
                .await?;
            let items = answer.items.unwrap_or_default();
            entries.extend(items.iter().filter_map(|item| {
                let user: UserId = string_of(item, "pk")?.strip_prefix("USER#")?.parse().ok()?;
                let key = string_of(item, "sk")?.split_once('#')?.1.to_owned();
                Some(SweepEntry {
                    owner: Owner::vouched(user),
                    key,
                })
            }));
            start = answer.last_evaluated_key;
            if start.is_none() || entries.len() >= limit {
                return Ok(entries);
            }
        }
    }
}
