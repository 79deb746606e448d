//! The `sessions` table: who is signed in.
//!
//! A session's id alone opens no door without a signed cookie, so it may stand here as it is.
//! Sessions are opened by [`super::Users`], together with a check of the account.

use aws_sdk_dynamodb::Client;

use super::{Page, PageRequest, StoreError};
use crate::domain::{Owner, Session, SessionId, Timestamp, UserId};

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
        self.find(Owner::vouched(user_id), id, now).await
    }

    /// An owner's sessions, newest first (access pattern S2).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn sessions(
        &self,
        owner: Owner,
        page: &PageRequest,
        now: Timestamp,
    ) -> Result<Page<Session>, StoreError> {
        self.list(owner, page, now).await
    }

    /// Ends a session (access pattern S3). False if there is none with this id.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn end(&self, owner: Owner, id: SessionId) -> Result<bool, StoreError> {
        self.remove::<Session>(owner, id).await
    }

    /// Ends all sessions of an owner but one; how many these were (access pattern S4).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn end_all(
        &self,
        owner: Owner,
        except: Option<SessionId>,
    ) -> Result<usize, StoreError> {
        self.remove_all::<Session>(owner, except.map(|id| id.to_string()))
            .await
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
