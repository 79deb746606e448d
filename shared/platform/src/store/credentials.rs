//! What sessions and tokens have in common as rows of the `sessions` table.

use aws_sdk_dynamodb::types::{Delete, Put, TransactWriteItem};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::core::{conditional, string_of};
use super::item::{Item, decode, number, partition, text};
use super::{Page, PageRequest, Sessions, StoreError};
use crate::domain::{Owner, Session, Timestamp, Token};

/// A row that lets somebody in as long as it exists and its end has not come.
pub(super) trait Credential: Serialize + DeserializeOwned {
    /// The word before `#` in its sort key, and its `entity` attribute.
    const KIND: &'static str;

    /// Whom it lets in.
    fn owner(&self) -> Owner;

    /// What follows `#` in its sort key.
    fn key(&self) -> String;

    /// When it ends.
    fn ends_at(&self) -> Timestamp;
}

impl Credential for Session {
    const KIND: &'static str = "SESSION";
    fn owner(&self) -> Owner {
        Owner::vouched(self.user_id)
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn ends_at(&self) -> Timestamp {
        self.ends_at
    }
}

impl Credential for Token {
    const KIND: &'static str = "TOKEN";
    fn owner(&self) -> Owner {
        Owner::vouched(self.user_id)
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn ends_at(&self) -> Timestamp {
        self.ends_at
    }
}

fn sort_key<T: Credential>(key: impl std::fmt::Display) -> String {
    format!("{}#{key}", T::KIND)
}

fn row_key<T: Credential>(owner: Owner, key: impl std::fmt::Display) -> Item {
    Item::from([
        ("pk".to_owned(), partition(owner)),
        ("sk".to_owned(), text(sort_key::<T>(key))),
    ])
}

/// The whole row; DynamoDB removes it some time after its end.
fn encode<T: Credential>(credential: &T) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(credential)?;
    item.extend(row_key::<T>(credential.owner(), credential.key()));
    item.insert("entity".into(), text(T::KIND));
    item.insert("schema_version".into(), number(1));
    item.insert(
        "expires_at".into(),
        number(credential.ends_at().unix_seconds()),
    );
    Ok(item)
}

impl Sessions {
    pub(super) async fn find<T: Credential>(
        &self,
        owner: Owner,
        key: impl std::fmt::Display,
        now: Timestamp,
    ) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(row_key::<T>(owner, key)))
            .consistent_read(true)
            .send()
            .await?;
        let found: Option<T> = answer.item.map(decode).transpose()?;
        Ok(found.filter(|credential| now < credential.ends_at()))
    }

    /// An owner's credentials of one kind that have not ended, newest first.
    pub(super) async fn list<T: Credential>(
        &self,
        owner: Owner,
        page: &PageRequest,
        now: Timestamp,
    ) -> Result<Page<T>, StoreError> {
        let mut items: Vec<T> = Vec::new();
        let mut start = page.after.as_ref().map(|key| row_key::<T>(owner, key));
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
                .filter_expression("ends_at > :now")
                .expression_attribute_values(":pk", partition(owner))
                .expression_attribute_values(":prefix", text(sort_key::<T>("")))
                .expression_attribute_values(":now", text(now.to_string()))
                .consistent_read(true)
                .scan_index_forward(false)
                .limit(i32::try_from(page.limit + 1 - items.len()).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start.take())
                .send()
                .await?;
            for item in answer.items.unwrap_or_default() {
                items.push(decode(item)?);
            }
            start = answer.last_evaluated_key;
            if items.len() > page.limit || start.is_none() {
                break;
            }
        }
        let more = items.len() > page.limit;
        items.truncate(page.limit);
        let next = items.last().filter(|_| more).map(Credential::key);
        Ok(Page { items, next })
    }

    /// Ends one credential; false if there is none with this key.
    pub(super) async fn remove<T: Credential>(
        &self,
        owner: Owner,
        key: impl std::fmt::Display,
    ) -> Result<bool, StoreError> {
        let answer = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(row_key::<T>(owner, key)))
            .condition_expression("attribute_exists(pk)")
            .send()
            .await;
        Ok(conditional(answer)?.is_some())
    }

    /// Ends all credentials of one kind but the one with the key `except`; how many these were.
    pub(super) async fn remove_all<T: Credential>(
        &self,
        owner: Owner,
        except: Option<String>,
    ) -> Result<usize, StoreError> {
        let kept = except.map(sort_key::<T>);
        let mut removed = 0;
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
                .expression_attribute_values(":pk", partition(owner))
                .expression_attribute_values(":prefix", text(sort_key::<T>("")))
                .projection_expression("sk")
                .consistent_read(true)
                .set_exclusive_start_key(start.take())
                .send()
                .await?;
            for row in answer.items.unwrap_or_default() {
                let Some(sk) = string_of(&row, "sk").filter(|sk| Some(sk) != kept.as_ref()) else {
                    continue;
                };
                self.client
                    .delete_item()
                    .table_name(&self.table)
                    .key("pk", partition(owner))
                    .key("sk", text(sk))
                    .send()
                    .await?;
                removed += 1;
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(removed);
            }
        }
    }

    pub(super) fn opening<T: Credential>(
        &self,
        credential: &T,
    ) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(encode(credential)?))
            .condition_expression("attribute_not_exists(pk)")
            .build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    pub(super) fn ending<T: Credential>(
        &self,
        owner: Owner,
        key: impl std::fmt::Display,
    ) -> Result<TransactWriteItem, StoreError> {
        let delete = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(row_key::<T>(owner, key)))
            .build()?;
        Ok(TransactWriteItem::builder().delete(delete).build())
    }
}
