//! The `users` table: accounts. Only the auth function reaches it.
//!
//! What must hold between an account and what lets somebody into it is written in one transaction:
//! a session or token is only made for an account that still exists with the password that was
//! proved, and an account that ends takes its e-mail claim along and leaves a purge behind.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::transact_write_items::builders::TransactWriteItemsFluentBuilder;
use aws_sdk_dynamodb::types::{
    ConditionCheck, Delete, Put, ReturnValue, TransactWriteItem, Update,
};
use sha2::{Digest, Sha256};

use super::core::{conditional, string_of, transaction};
use super::item::{Item, decode, number, text};
use super::{Core, Sessions, StoreError};
use crate::domain::{
    EmailAddress, FullName, Owner, PasswordHash, Session, SessionId, Timestamp, Token, User, UserId,
};
use crate::hex;

/// The account must still be there, with the password that was proved.
const UNCHANGED: &str = "password_hash = :proved";
/// How often a transaction is tried that collides with others on the same account.
const TRIES: u32 = 6;

/// The `users` table, and the ones that change together with it.
#[derive(Clone, Debug)]
pub struct Users {
    pub(super) client: Client,
    pub(super) table: String,
    sessions: Sessions,
    core: Core,
}

impl Users {
    /// A handle; nothing is called.
    pub fn new(client: Client, table: String, sessions: Sessions, core: Core) -> Self {
        Self {
            client,
            table,
            sessions,
            core,
        }
    }

    /// Makes an account (access pattern U1). False if the e-mail has one.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn create(&self, user: &User) -> Result<bool, StoreError> {
        let claim = Put::builder()
            .table_name(&self.table)
            .set_item(Some(claim(user)))
            .condition_expression("attribute_not_exists(pk)")
            .build()?;
        let account = Put::builder()
            .table_name(&self.table)
            .set_item(Some(encode(user)?))
            .condition_expression("attribute_not_exists(pk)")
            .build()?;
        self.carry_out(
            self.client
                .transact_write_items()
                .transact_items(TransactWriteItem::builder().put(claim).build())
                .transact_items(TransactWriteItem::builder().put(account).build()),
        )
        .await
    }

    /// The account of an e-mail address in its canonical spelling (access pattern U2).
    ///
    /// Two reads whether there is one or not, so that the time does not tell.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn by_email(&self, canonical: &str) -> Result<Option<User>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(claim_key(canonical)))
            .consistent_read(true)
            .send()
            .await?;
        let nobody = UserId::new(uuid::Uuid::nil());
        let claimed_by = answer
            .item
            .and_then(|claim| string_of(&claim, "user_id")?.parse().ok());
        self.get(claimed_by.unwrap_or(nobody)).await
    }

    /// An account (access pattern U3).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn get(&self, id: UserId) -> Result<Option<User>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key(id)))
            .consistent_read(true)
            .send()
            .await?;
        answer.item.map(decode).transpose()
    }

    /// Changes a name: the account as it now is, or `None` if it is gone (access pattern U4).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn rename(&self, owner: Owner, name: &FullName) -> Result<Option<User>, StoreError> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key(owner.user_id())))
            .update_expression("SET full_name = :name")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":name", text(name.as_str()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        conditional(answer)?
            .and_then(|done| done.attributes)
            .map(decode)
            .transpose()
    }

    /// Opens a session and keeps the account's known networks (access pattern U5). False if the
    /// password was changed or the account deleted since `user` was read.
    ///
    /// # Errors
    /// When the tables do not answer.
    pub async fn open_session(&self, user: &User, session: &Session) -> Result<bool, StoreError> {
        let account = self
            .still_proved(user)
            .update_expression("SET networks = :networks")
            .expression_attribute_values(
                ":networks",
                serde_dynamo::to_attribute_value(&user.networks)?,
            )
            .build()?;
        self.carry_out(
            self.client
                .transact_write_items()
                .transact_items(TransactWriteItem::builder().update(account).build())
                .transact_items(self.sessions.opening(session)?),
        )
        .await
    }

    /// Changes a password, and with it the session it was done in (access pattern U6). False if
    /// the password was changed or the account deleted since `user` was read.
    ///
    /// # Errors
    /// When the tables do not answer.
    pub async fn change_password(
        &self,
        user: &User,
        new: &PasswordHash,
        ended: SessionId,
        opened: &Session,
    ) -> Result<bool, StoreError> {
        let account = self
            .still_proved(user)
            .update_expression("SET password_hash = :new")
            .expression_attribute_values(":new", text(new.as_str()))
            .build()?;
        let owner = Owner::vouched(user.id);
        self.carry_out(
            self.client
                .transact_write_items()
                .transact_items(TransactWriteItem::builder().update(account).build())
                .transact_items(self.sessions.ending::<Session>(owner, ended)?)
                .transact_items(self.sessions.opening(opened)?),
        )
        .await
    }

    /// Makes a token for an account (access pattern U7). False if the account is gone.
    ///
    /// # Errors
    /// When the tables do not answer.
    pub async fn create_token(&self, token: &Token) -> Result<bool, StoreError> {
        let account = ConditionCheck::builder()
            .table_name(&self.table)
            .set_key(Some(key(token.user_id)))
            .condition_expression("attribute_exists(pk)")
            .build()?;
        self.carry_out(
            self.client
                .transact_write_items()
                .transact_items(
                    TransactWriteItem::builder()
                        .condition_check(account)
                        .build(),
                )
                .transact_items(self.sessions.opening(token)?),
        )
        .await
    }

    /// Deletes an account, frees its e-mail address, ends the session it was done in and asks for
    /// the rest to be purged, all at once (access pattern U8). False if the password was changed
    /// or the account deleted since `user` was read.
    ///
    /// # Errors
    /// When the tables do not answer.
    pub async fn delete(
        &self,
        user: &User,
        session: SessionId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let owner = Owner::vouched(user.id);
        let account = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(key(user.id)))
            .condition_expression(UNCHANGED)
            .expression_attribute_values(":proved", text(user.password_hash.as_str()))
            .build()?;
        let claim = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(claim_key(&user.email.canonical())))
            .build()?;
        self.carry_out(
            self.client
                .transact_write_items()
                .transact_items(TransactWriteItem::builder().delete(account).build())
                .transact_items(TransactWriteItem::builder().delete(claim).build())
                .transact_items(self.sessions.ending::<Session>(owner, session)?)
                .transact_items(self.core.purging(owner, now)?),
        )
        .await
    }

    fn still_proved(&self, user: &User) -> aws_sdk_dynamodb::types::builders::UpdateBuilder {
        Update::builder()
            .table_name(&self.table)
            .set_key(Some(key(user.id)))
            .condition_expression(UNCHANGED)
            .expression_attribute_values(":proved", text(user.password_hash.as_str()))
    }

    /// Carries out a transaction, or says that one of its conditions does not hold. Another
    /// transaction on the same account at the same moment is waited for.
    async fn carry_out(
        &self,
        request: TransactWriteItemsFluentBuilder,
    ) -> Result<bool, StoreError> {
        for attempt in 0..TRIES {
            match transaction(request.clone().send().await) {
                Err(StoreError::Contended) => {
                    tokio::time::sleep(Duration::from_millis(20 << attempt)).await;
                }
                done => return Ok(done?.is_empty()),
            }
        }
        Err(StoreError::Contended)
    }
}

fn key(id: UserId) -> Item {
    Item::from([("pk".to_owned(), text(format!("USER#{id}")))])
}

/// The address is hashed so that a key never shows one.
fn claim_key(canonical: &str) -> Item {
    let digest = hex(&Sha256::digest(canonical.as_bytes()));
    Item::from([("pk".to_owned(), text(format!("EMAIL#{digest}")))])
}

fn claim(user: &User) -> Item {
    let mut item = claim_key(&EmailAddress::canonical(&user.email));
    item.insert("user_id".into(), text(user.id.to_string()));
    item.insert("entity".into(), text("EMAIL"));
    item.insert("schema_version".into(), number(1));
    item
}

fn encode(user: &User) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(user)?;
    item.extend(key(user.id));
    item.insert("entity".into(), text("USER"));
    item.insert("schema_version".into(), number(1));
    Ok(item)
}
