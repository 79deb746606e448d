//! Answers kept under a caller's `Idempotency-Key`, so that a retried request is not done twice.
//!
//! The semantics are those of the IETF draft "The Idempotency-Key HTTP Header Field": same key and
//! body, same answer; same key and other body, an error; still in progress, a conflict.

use aws_sdk_dynamodb::Client;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::core::conditional;
use super::item::{Item, decode, number, text};
use crate::domain::{Owner, Timestamp};
use crate::hex;

/// Seconds for which an answer is kept.
const KEPT: i64 = 24 * 3600;
/// Seconds after which a request that never answered no longer blocks its key.
const ABANDONED: i64 = 60;

/// A kept answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredAnswer {
    /// HTTP status.
    pub status: u16,
    /// JSON body.
    pub body: String,
}

/// What a key led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Begun {
    /// The key is the caller's now: do the work, then [`Idempotency::finish`] or
    /// [`Idempotency::abandon`].
    First,
    /// The same request was answered before.
    Answered(StoredAnswer),
    /// The same request is being worked on.
    InProgress,
    /// The key was used for another request.
    OtherRequest,
}

#[derive(Serialize, Deserialize)]
struct Record {
    fingerprint: String,
    begun_at: Timestamp,
    answer: Option<StoredAnswer>,
}

/// Idempotency records; they live in the `core` table.
#[derive(Clone, Debug)]
pub struct Idempotency {
    client: Client,
    table: String,
}

impl Idempotency {
    /// A handle; nothing is called.
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Takes a key for a request with this fingerprint (access pattern C28).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn begin(
        &self,
        owner: Option<Owner>,
        idempotency_key: &str,
        fingerprint: &str,
        now: Timestamp,
    ) -> Result<Begun, StoreError> {
        let record = Record {
            fingerprint: fingerprint.to_owned(),
            begun_at: now,
            answer: None,
        };
        let taken = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item(owner, idempotency_key, &record, now)?))
            .condition_expression(
                "attribute_not_exists(pk) OR expires_at < :seconds \
                 OR (attribute_type(answer, :null) AND begun_at < :abandoned)",
            )
            .expression_attribute_values(":seconds", number(now.unix_seconds()))
            .expression_attribute_values(":null", text("NULL"))
            .expression_attribute_values(
                ":abandoned",
                text(now.plus_seconds(-ABANDONED).to_string()),
            )
            .send()
            .await;
        if conditional(taken)?.is_some() {
            return Ok(Begun::First);
        }
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key(owner, idempotency_key)))
            .consistent_read(true)
            .send()
            .await?;
        let found: Option<Record> = answer.item.map(decode).transpose()?;
        Ok(match found {
            Some(found) if found.fingerprint != fingerprint => Begun::OtherRequest,
            Some(Record {
                answer: Some(answer),
                ..
            }) => Begun::Answered(answer),
            _ => Begun::InProgress,
        })
    }

    /// Keeps the answer of a request that was done (access pattern C29).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn finish(
        &self,
        owner: Option<Owner>,
        idempotency_key: &str,
        fingerprint: &str,
        answer: StoredAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let record = Record {
            fingerprint: fingerprint.to_owned(),
            begun_at: now,
            answer: Some(answer),
        };
        let item = item(owner, idempotency_key, &record, now)?;
        self.client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .send()
            .await?;
        Ok(())
    }

    /// Frees the key of a request that failed, so that it can be tried again (access pattern C30).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn abandon(
        &self,
        owner: Option<Owner>,
        idempotency_key: &str,
    ) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(key(owner, idempotency_key)))
            .send()
            .await?;
        Ok(())
    }
}

/// Signed-in callers have their own keys; anonymous ones (sign-up) share a space, one partition a
/// key, in which only the same body gets the same answer.
fn key(owner: Option<Owner>, idempotency_key: &str) -> Item {
    let digest = hex(&Sha256::digest(idempotency_key.as_bytes()));
    let partition = match owner {
        Some(owner) => format!("USER#{}", owner.user_id()),
        None => format!("ANONYMOUS#{digest}"),
    };
    Item::from([
        ("pk".to_owned(), text(partition)),
        ("sk".to_owned(), text(format!("IDEMPOTENCY#{digest}"))),
    ])
}

fn item(
    owner: Option<Owner>,
    idempotency_key: &str,
    record: &Record,
    now: Timestamp,
) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(record)?;
    item.extend(key(owner, idempotency_key));
    item.insert("entity".into(), text("IDEMPOTENCY"));
    item.insert("schema_version".into(), number(1));
    item.insert(
        "expires_at".into(),
        number(now.plus_seconds(KEPT).unix_seconds()),
    );
    Ok(item)
}
