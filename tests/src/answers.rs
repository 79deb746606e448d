//! Answers hold every field, `null` where there is no value. The derives cannot say so: to them a field that
//! may be `null`, or that has a default when it is read, is optional.

use std::collections::BTreeSet;

use serde_json::Value;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::{OpenApi, RefOr, Schema};

/// Marks a field that is left out of an answer rather than `null`.
const ABSENT: &str = "x-absent";

/// Makes every field of what is only ever sent required, but those that are marked.
pub(crate) fn require_all_fields(document: &mut OpenApi) {
    let received = received(document);
    let Some(components) = &mut document.components else {
        return;
    };
    for (name, schema) in &mut components.schemas {
        complete(schema, !received.contains(name));
    }
}

/// Names of the schemas that requests are made of.
fn received(document: &OpenApi) -> BTreeSet<String> {
    let document = serde_json::to_value(document).expect("a document is JSON");
    let mut open = Vec::new();
    let operations = members(&document["paths"]).flat_map(members);
    operations.for_each(|operation| references(&operation["requestBody"], &mut open));
    let mut known = BTreeSet::new();
    while let Some(name) = open.pop() {
        if known.insert(name.clone()) {
            references(&document["components"]["schemas"][&name], &mut open);
        }
    }
    known
}

/// What an object or array holds.
fn members(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Object(fields) => Box::new(fields.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

fn references(value: &Value, found: &mut Vec<String>) {
    if let Some(reference) = value["$ref"].as_str() {
        found.extend(reference.rsplit('/').next().map(str::to_owned));
    }
    members(value).for_each(|member| references(member, found));
}

/// Requires the fields of a schema and of those within it if it is `sent`, and takes the marks away.
fn complete(schema: &mut RefOr<Schema>, sent: bool) {
    let RefOr::T(schema) = schema else { return };
    match schema {
        Schema::Object(object) => {
            for (name, property) in &mut object.properties {
                let marked =
                    extensions(property).is_some_and(|marks| marks.remove(ABSENT).is_some());
                if sent && !marked && !object.required.contains(name) {
                    object.required.push(name.clone());
                }
                complete(property, sent);
            }
        }
        Schema::AllOf(all) => all.items.iter_mut().for_each(|item| complete(item, sent)),
        Schema::OneOf(one) => one.items.iter_mut().for_each(|item| complete(item, sent)),
        _ => {}
    }
}

fn extensions(schema: &mut RefOr<Schema>) -> Option<&mut Extensions> {
    let RefOr::T(schema) = schema else {
        return None;
    };
    match schema {
        Schema::Object(object) => object.extensions.as_mut(),
        Schema::Array(array) => array.extensions.as_mut(),
        Schema::OneOf(one) => one.extensions.as_mut(),
        _ => None,
    }
}
