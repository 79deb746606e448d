//! Looking into the tables, past the function.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use stint_platform::aws;
use stint_platform::config::Environment;

pub(crate) type Item = HashMap<String, AttributeValue>;

pub(crate) struct Tables {
    client: Client,
    pub(crate) users: String,
    pub(crate) sessions: String,
    pub(crate) core: String,
}

impl Tables {
    pub(crate) async fn open() -> Self {
        let mut environment = Environment::of_process();
        Self {
            client: aws::dynamodb(&aws::load().await),
            users: environment.text("TABLE_USERS"),
            sessions: environment.text("TABLE_SESSIONS"),
            core: environment.text("TABLE_CORE"),
        }
    }

    /// The account with this id.
    pub(crate) async fn account(&self, id: &str) -> Option<Item> {
        let key = AttributeValue::S(format!("USER#{id}"));
        let get = self.client.get_item().table_name(&self.users);
        get.key("pk", key).send().await.expect("answers").item
    }

    /// Everything in a partition of one of the other tables.
    pub(crate) async fn partition(&self, table: &str, pk: &str) -> Vec<Item> {
        let query = self.client.query().table_name(table);
        query
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", AttributeValue::S(pk.to_owned()))
            .send()
            .await
            .expect("answers")
            .items
            .unwrap_or_default()
    }
}

pub(crate) fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item[name].as_s().expect("a text").as_str()
}
