//! Lists, newest first, in pages.

use aws_sdk_dynamodb::types::AttributeValue;

use super::item::{Entity, Item, decode, partition, sort_key, text};
use super::{Core, StoreError};
use crate::domain::Owner;

/// Which part of a list is wanted.
#[derive(Clone, Debug)]
pub struct PageRequest {
    /// At most so many items.
    pub limit: usize,
    /// Start after the item with this key.
    pub after: Option<String>,
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The items, newest first.
    pub items: Vec<T>,
    /// The key to go on after, if there is more.
    pub next: Option<String>,
}

/// An equality that listed items must meet.
pub(super) struct Filter {
    pub(super) attribute: &'static str,
    pub(super) value: AttributeValue,
}

impl Core {
    /// One entity kind of an owner, newest first; a consistent query of the base table.
    pub(super) async fn list<T: Entity>(
        &self,
        owner: Owner,
        page: &PageRequest,
        filter: Option<Filter>,
    ) -> Result<Page<T>, StoreError> {
        let mut found = Vec::new();
        let mut after = page.after.as_ref().map(|key| sort_key::<T>(key));
        loop {
            let mut query = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
                .expression_attribute_values(":pk", partition(owner))
                .expression_attribute_values(":prefix", text(sort_key::<T>("")))
                .consistent_read(true)
                .scan_index_forward(false)
                .limit(i32::try_from(page.limit + 1 - found.len()).unwrap_or(i32::MAX));
            if let Some(sk) = after.take() {
                query = query.set_exclusive_start_key(Some(Item::from([
                    ("pk".to_owned(), partition(owner)),
                    ("sk".to_owned(), text(sk)),
                ])));
            }
            if let Some(filter) = &filter {
                query = query
                    .filter_expression("#filtered = :wanted")
                    .expression_attribute_names("#filtered", filter.attribute)
                    .expression_attribute_values(":wanted", filter.value.clone());
            }
            let answer = query.send().await?;
            for item in answer.items.unwrap_or_default() {
                found.push(decode::<T>(item)?);
            }
            after = answer
                .last_evaluated_key
                .and_then(|mut key| match key.remove("sk") {
                    Some(AttributeValue::S(sk)) => Some(sk),
                    _ => None,
                });
            if found.len() > page.limit || after.is_none() {
                break;
            }
        }
        let more = found.len() > page.limit;
        found.truncate(page.limit);
        let next = if more {
            found.last().map(Entity::key)
        } else {
            None
        };
        Ok(Page { items: found, next })
    }
}
