//! The `core` table: everything that belongs to an owner, except who they are.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::update_item::UpdateItemOutput;
use aws_sdk_dynamodb::types::{AttributeValue, Put};

use serde::de::DeserializeOwned;

use super::StoreError;
use super::item::{Entity, Item, decode, encode, key, text};
use crate::domain::Owner;

/// The `core` table.
#[derive(Clone, Debug)]
pub struct Core {
    pub(super) client: Client,
    pub(super) table: String,
}

impl Core {
    /// A handle; nothing is called.
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Whether the table answers (access pattern C0).
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.client
            .get_item()
            .table_name(&self.table)
            .key("pk", text("PING"))
            .key("sk", text("PING"))
            .send()
            .await?;
        Ok(())
    }

    /// One entity by its key, read consistently.
    pub(super) async fn get<T: Entity>(
        &self,
        owner: Owner,
        id: impl std::fmt::Display,
    ) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key::<T>(owner, id)))
            .consistent_read(true)
            .send()
            .await?;
        answer.item.map(decode).transpose()
    }

    /// A put that creates: it fails its condition where the key exists.
    pub(super) fn creation<T: Entity>(&self, entity: &T) -> Result<Put, StoreError> {
        Ok(Put::builder()
            .table_name(&self.table)
            .set_item(Some(encode(entity)?))
            .condition_expression("attribute_not_exists(pk)")
            .build()?)
    }
}

/// Unwraps the answer of a conditional write: `Some` if it was carried out, `None` if its
/// condition did not hold.
pub(super) fn conditional<T, E>(
    answer: Result<T, aws_sdk_dynamodb::error::SdkError<E>>,
) -> Result<Option<T>, StoreError>
where
    E: aws_sdk_dynamodb::error::ProvideErrorMetadata + std::error::Error + 'static,
{
    use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
    match answer {
        Ok(done) => Ok(Some(done)),
        Err(error) if error.code() == Some("ConditionalCheckFailedException") => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Unwraps the answer of a conditional update that returns the item as it now is.
pub(super) fn changed<T, E>(
    answer: Result<UpdateItemOutput, aws_sdk_dynamodb::error::SdkError<E>>,
) -> Result<Option<T>, StoreError>
where
    T: DeserializeOwned,
    E: aws_sdk_dynamodb::error::ProvideErrorMetadata + std::error::Error + 'static,
{
    let item = conditional(answer)?.and_then(|done| done.attributes);
    item.map(decode).transpose()
}

/// Which actions of a transaction failed their conditions; empty if it was carried out.
///
/// # Errors
/// When the transaction failed for another reason, conflicts with other writers included.
pub(super) fn transaction<T>(
    answer: Result<
        T,
        aws_sdk_dynamodb::error::SdkError<
            aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError,
        >,
    >,
) -> Result<Vec<bool>, StoreError> {
    use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
    let error = match answer {
        Ok(_) => return Ok(Vec::new()),
        Err(error) => error,
    };
    if let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) =
        error.as_service_error()
    {
        let reasons = cancelled.cancellation_reasons();
        let failed: Vec<bool> = reasons
            .iter()
            .map(|reason| reason.code() == Some("ConditionalCheckFailed"))
            .collect();
        if failed.contains(&true) {
            return Ok(failed);
        }
        if reasons
            .iter()
            .any(|reason| reason.code() == Some("TransactionConflict"))
        {
            return Err(StoreError::Contended);
        }
    }
    Err(error.into())
}

/// The value of a string attribute.
pub(super) fn string_of(item: &Item, name: &str) -> Option<String> {
    match item.get(name) {
        Some(AttributeValue::S(value)) => Some(value.clone()),
        _ => None,
    }
}
