//! The `sessions` table: who is signed in.

use aws_sdk_dynamodb::Client;

use super::StoreError;
use super::item::{Item, decode, text};
use crate::domain::{Session, SessionId, Timestamp, UserId};

/// The `sessions` table.
#[derive(Clone, Debug)]
pub struct Sessions {
    pub(super) client: Client,
    pub(super) table: String,
}

impl Sessions {
    /// A handle; nothing is called.
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// A session that has not ended (access pattern S1): the one consistent read per request
    /// that makes a logout work at once.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn get(
        &self,
        user_id: UserId,
        id: SessionId,
        now: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key(user_id, id)))
            .consistent_read(true)
            .send()
            .await?;
        let session: Option<Session> = answer.item.map(decode).transpose()?;
        Ok(session.filter(|session| now < session.ends_at))
    }

    /// Opens the connection during start-up, where CPU is plenty, instead of in the first request.
    pub async fn warm_up(&self) {
        let nobody = UserId::new(uuid::Uuid::nil());
        let epoch = Timestamp::from_unix_millis(0);
        if let Err(error) = self
            .get(nobody, SessionId::new(uuid::Uuid::nil()), epoch)
            .await
        {
            tracing::warn!(%error, "warming call failed");
        }
    }
}

/// Key of a session; the row names are hashes of nothing: the id alone opens no door without a
/// signature, so it may stand in the table as it is.
pub(super) fn key(user_id: UserId, id: SessionId) -> Item {
    Item::from([
        ("pk".to_owned(), text(format!("USER#{user_id}"))),
        ("sk".to_owned(), text(format!("SESSION#{id}"))),
    ])
}
