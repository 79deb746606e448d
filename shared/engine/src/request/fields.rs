//! Reading a JSON object field by field, so that every bad field is reported and not just the first.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::types::ParameterError;

/// The fields of an object that have not been read yet, and what was wrong with those that have.
pub(super) struct Fields<'a> {
    object: &'a Map<String, Value>,
    pointer: &'static str,
    known: Vec<&'static str>,
    refused: Vec<&'static str>,
    pub(super) errors: Vec<ParameterError>,
}

impl<'a> Fields<'a> {
    pub(super) const fn new(object: &'a Map<String, Value>, pointer: &'static str) -> Self {
        Self {
            object,
            pointer,
            known: Vec::new(),
            refused: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// The value of a field; `None` when it is absent, `null`, or wrong (which is noted).
    pub(super) fn take<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        expected: &str,
    ) -> Option<T> {
        self.known.push(name);
        let value = self.object.get(name).filter(|value| !value.is_null())?;
        match T::deserialize(value) {
            Ok(value) => Some(value),
            Err(_) => {
                self.error(name, format!("must be {expected}, not {}", shorten(value)));
                None
            }
        }
    }

    /// Whether the field is given as `null`.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.object.get(name).is_some_and(Value::is_null)
    }

    /// Overwrites a default where the field is given.
    pub(super) fn set<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        expected: &str,
        value: &mut T,
    ) {
        if let Some(given) = self.take(name, expected) {
            *value = given;
        }
    }

    /// Says why a field that others have is not taken here.
    pub(super) fn refuse(&mut self, name: &'static str, reason: &str) {
        if self.object.get(name).is_some_and(|value| !value.is_null()) {
            self.error(name, reason.to_owned());
        }
        self.refused.push(name);
    }

    pub(super) fn error(&mut self, name: &str, detail: String) {
        let pointer = format!("{}/{}", self.pointer, escape(name));
        self.errors.push(ParameterError { pointer, detail });
    }

    /// Notes every field that was not asked for; everything that was wrong.
    pub(super) fn finish(mut self) -> Vec<ParameterError> {
        let unknown: Vec<&String> = self
            .object
            .keys()
            .filter(|name| !self.known.contains(&name.as_str()))
            .filter(|name| !self.refused.contains(&name.as_str()))
            .collect();
        for name in unknown {
            let offered = if self.known.is_empty() {
                "none are taken here".to_owned()
            } else {
                format!("known ones are {}", self.known.join(", "))
            };
            self.error(name, format!("unknown parameter; {offered}"));
        }
        self.errors
    }
}

/// A reference token of a JSON pointer (RFC 6901).
pub(crate) fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

/// A value as it is quoted in an error.
fn shorten(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
