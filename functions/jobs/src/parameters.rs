//! The parameters of a job, read one by one; everything that is wrong is said at once.

use std::str::FromStr;

use serde_json::{Map, Value};
use stint_engine::ParameterError;
use stint_platform::domain::{Dataset, DatasetId, DatasetRef, DatasetStatus, Owner};
use stint_platform::http::{ApiError, ErrorCode, FieldError};

use crate::App;

/// Parameters as they were sent, and what is wrong with those that were read.
#[derive(Debug)]
pub(crate) struct Parameters {
    left: Map<String, Value>,
    errors: Vec<FieldError>,
}

impl Parameters {
    pub(crate) const fn new(sent: Map<String, Value>) -> Self {
        Self {
            left: sent,
            errors: Vec::new(),
        }
    }

    /// The id of one of the owner's things, which must be given.
    pub(crate) fn id<T: FromStr>(&mut self, name: &str, things: &str) -> Option<T> {
        let Some(given) = self.take(name) else {
            let detail = format!("{name} is missing: the id of one of your {things}, as text");
            self.fail(name, detail);
            return None;
        };
        let id = given.as_str().and_then(|id| id.parse().ok());
        if id.is_none() {
            self.fail(name, format!("expected the id of one of your {things}"));
        }
        id
    }

    /// The id of one of the owner's things, if it is given.
    pub(crate) fn optional_id<T: FromStr>(&mut self, name: &str, things: &str) -> Option<T> {
        if self.left.get(name).is_none_or(Value::is_null) {
            self.left.remove(name);
            return None;
        }
        self.id(name, things)
    }

    /// The name of a column, if it is given.
    pub(crate) fn column(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Value::String(column) => Some(column),
            _ => {
                self.fail(name, "expected the name of a column, as text".to_owned());
                None
            }
        }
    }

    /// Whatever was not read, for somebody who reads it otherwise.
    pub(crate) fn take_rest(&mut self) -> Value {
        Value::Object(std::mem::take(&mut self.left))
    }

    /// Says what is wrong with a parameter.
    pub(crate) fn fail(&mut self, name: &str, detail: String) {
        let pointer = format!("/parameters/{name}");
        self.errors.push(FieldError::new(pointer, detail));
    }

    /// Says what the engine found wrong.
    pub(crate) fn fail_all(&mut self, errors: Vec<ParameterError>) {
        self.errors.extend(errors.into_iter().map(in_parameters));
    }

    /// Refuses what was not read.
    pub(crate) fn refuse_rest(&mut self, known: &str) {
        for name in std::mem::take(&mut self.left).keys() {
            let escaped = name.replace('~', "~0").replace('/', "~1");
            let detail = format!("there is no parameter {name:?}; offered: {known}");
            self.fail(&escaped, detail);
        }
    }

    /// What is needed, if nothing is wrong. What could not be read has said so before.
    pub(crate) fn checked<T>(self, needed: Option<T>) -> Result<T, ApiError> {
        match needed {
            Some(needed) if self.errors.is_empty() => Ok(needed),
            _ => Err(ApiError::all_invalid(self.errors)),
        }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.left.remove(name).filter(|value| !value.is_null())
    }
}

/// What the engine found wrong with a parameter.
pub(crate) fn in_parameters(error: ParameterError) -> FieldError {
    FieldError::new(format!("/parameters{}", error.pointer), error.detail)
}

/// A dataset of the owner that can be worked on.
pub(crate) async fn ready(app: &App, owner: Owner, id: DatasetId) -> Result<Dataset, ApiError> {
    let dataset = app.core.dataset(owner, id).await?;
    let dataset = dataset.ok_or_else(|| ApiError::not_found("dataset"))?;
    if dataset.status == DatasetStatus::Ready {
        return Ok(dataset);
    }
    let detail = match dataset.status {
        DatasetStatus::AwaitingUpload => "its file was not uploaded and completed yet",
        DatasetStatus::Rejected => "its file was refused; upload a mended one",
        _ => "its upload has expired; upload it again",
    };
    Err(ApiError::new(
        ErrorCode::DatasetNotReady,
        format!("the dataset cannot be worked on: {detail}"),
    ))
}

/// What a job keeps of a ready dataset.
pub(crate) fn reference(dataset: &Dataset) -> Result<DatasetRef, ApiError> {
    DatasetRef::to(dataset).ok_or_else(|| ApiError::internal("a ready dataset has no hash"))
}
