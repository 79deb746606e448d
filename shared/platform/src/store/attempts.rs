//! Counters of attempts to sign in or up, in the `users` table; DynamoDB removes them by their age.

use aws_sdk_dynamodb::types::ReturnValue;

use super::item::{Item, number, text};
use super::{StoreError, Users};
use crate::domain::Timestamp;

impl Users {
    /// Counts one more attempt under a key, and says how many there are now (access pattern U9).
    ///
    /// Atomic: of any number of simultaneous attempts, each sees another count.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn count_attempt(&self, key: &str, forget_at: Timestamp) -> Result<u32, StoreError> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(attempts_key(key)))
            .update_expression(
                "SET expires_at = :end, entity = :entity, schema_version = :one ADD attempts :one",
            )
            .expression_attribute_values(":end", number(forget_at.unix_seconds()))
            .expression_attribute_values(":entity", text("ATTEMPTS"))
            .expression_attribute_values(":one", number(1))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await?;
        Ok(counted(answer.attributes))
    }

    /// How many attempts there are under a key (access pattern U10).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn attempts(&self, key: &str) -> Result<u32, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(attempts_key(key)))
            .consistent_read(true)
            .send()
            .await?;
        Ok(counted(answer.item))
    }

    /// Forgets the attempts under a key (access pattern U11).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn forget_attempts(&self, key: &str) -> Result<(), StoreError> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(attempts_key(key)))
            .send()
            .await?;
        Ok(())
    }
}

fn attempts_key(key: &str) -> Item {
    Item::from([("pk".to_owned(), text(format!("ATTEMPTS#{key}")))])
}

fn counted(item: Option<Item>) -> u32 {
    item.and_then(|item| item.get("attempts")?.as_n().ok()?.parse().ok())
        .unwrap_or(0)
}
