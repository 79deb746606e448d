//! Personal access tokens, in the `sessions` table.

use super::{Page, PageRequest, Sessions, StoreError};
use crate::domain::{Owner, Timestamp, Token, TokenId, UserId};

impl Sessions {
    /// A token that has not ended (access pattern S5); whether the text shown is its own is for
    /// the caller to check.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn token(
        &self,
        user_id: UserId,
        id: TokenId,
        now: Timestamp,
    ) -> Result<Option<Token>, StoreError> {
        self.find(Owner::vouched(user_id), id, now).await
    }

    /// An owner's tokens, newest first (access pattern S6).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn tokens(
        &self,
        owner: Owner,
        page: &PageRequest,
        now: Timestamp,
    ) -> Result<Page<Token>, StoreError> {
        self.list(owner, page, now).await
    }

    /// Revokes a token (access pattern S7). False if there is none with this id.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn revoke_token(&self, owner: Owner, id: TokenId) -> Result<bool, StoreError> {
        self.remove::<Token>(owner, id).await
    }

    /// Revokes all tokens of an owner (access pattern S8).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn revoke_all_tokens(&self, owner: Owner) -> Result<(), StoreError> {
        self.remove_all::<Token>(owner, None).await?;
        Ok(())
    }
}
