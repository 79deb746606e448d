//! How entities become items of the `core` table and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{StoreError, SweepKind};
use crate::domain::{Artifact, Dataset, Job, JobStatus, Owner, Run, Timestamp, UserId};

/// A DynamoDB item.
pub(super) type Item = HashMap<String, AttributeValue>;

/// The version of the item layout that is written; readers accept this one and the one before.
const SCHEMA_VERSION: u32 = 1;

/// An entity of the `core` table.
pub(super) trait Entity: Serialize + DeserializeOwned {
    /// The word before `#` in its sort key, and its `entity` attribute.
    const KIND: &'static str;

    /// The owner.
    fn user_id(&self) -> UserId;

    /// What follows `#` in its sort key.
    fn key(&self) -> String;

    /// When the janitor should look at it, if it should.
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        None
    }
}

pub(super) fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

pub(super) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

/// Partition key of an owner's records.
pub(super) fn partition(owner: Owner) -> AttributeValue {
    text(format!("USER#{}", owner.user_id()))
}

/// Sort key of an entity.
pub(super) fn sort_key<T: Entity>(key: impl std::fmt::Display) -> String {
    format!("{}#{key}", T::KIND)
}

/// Key of one entity.
pub(super) fn key<T: Entity>(owner: Owner, key: impl std::fmt::Display) -> Item {
    Item::from([
        ("pk".to_owned(), partition(owner)),
        ("sk".to_owned(), text(sort_key::<T>(key))),
    ])
}

/// The whole item of an entity.
pub(super) fn encode<T: Entity>(entity: &T) -> Result<Item, StoreError> {
    let owner = Owner::vouched(entity.user_id());
    let mut item: Item = serde_dynamo::to_item(entity)?;
    // An absent value is no attribute: `if_not_exists` takes a stored NULL for a value.
    item.retain(|_, value| !matches!(value, AttributeValue::Null(_)));
    item.extend(key::<T>(owner, entity.key()));
    item.insert("entity".into(), text(T::KIND));
    item.insert("schema_version".into(), number(SCHEMA_VERSION));
    if let Some((kind, due)) = entity.sweep() {
        item.insert("sweep_pk".into(), text(kind.as_str()));
        item.insert(
            "sweep_sk".into(),
            text(sweep_sort_key(due, owner, &entity.key())),
        );
    }
    Ok(item)
}

/// Sort key in the sweep index: due time first, then the owner, so that no two items collide.
pub(super) fn sweep_sort_key(due: Timestamp, owner: Owner, key: &str) -> String {
    format!("{due}#{}#{key}", owner.user_id())
}

pub(super) fn decode<T: DeserializeOwned>(item: Item) -> Result<T, StoreError> {
    Ok(serde_dynamo::from_item(item)?)
}

impl Entity for Dataset {
    const KIND: &'static str = "DATASET";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        use crate::domain::DatasetStatus::{AwaitingUpload, Expired, Ready, Rejected};
        Some(match self.status {
            AwaitingUpload => (SweepKind::Upload, self.expected.expires_at),
            Ready | Rejected | Expired => (SweepKind::DatasetAge, self.created_at),
        })
    }
}

impl Entity for Job {
    const KIND: &'static str = "JOB";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn sweep(&self) -> Option<(SweepKind, Timestamp)> {
        match self.status {
            JobStatus::Pending => Some((
                SweepKind::Job,
                self.created_at.plus_seconds(super::jobs::PICK_UP),
            )),
            JobStatus::Running => self.lease_until.map(|until| (SweepKind::Job, until)),
            _ => None,
        }
    }
}

impl Entity for Run {
    const KIND: &'static str = "RUN";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
}

impl Entity for Artifact {
    const KIND: &'static str = "ARTIFACT";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Item, decode, encode};
    use crate::domain::{
        AnalyzeParameters, AnalyzeResult, ArtifactId, DatasetId, DatasetRef, Job, JobId, JobResult,
        PredictParameters, PredictResult, Timestamp, UserId, Work,
    };
    use crate::new_id;

    /// A job as it was stored when there were only trainings.
    fn stored_before() -> Item {
        let spec = json!({
            "target": "label", "task": "classification", "mode": "heavy", "model_type": "logistic",
            "hyperparameters": {"C": 1.0, "max_iter": 100, "tol": 0.0001, "class_weight": null},
            "metric": "accuracy", "test_fraction": 0.25, "folds": 5, "seed": 9_007_199_254_740_991_u64,
            "features": {"include": null, "exclude": []}
        });
        let id = "0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10";
        let item = json!({
            "pk": format!("USER#{id}"), "sk": format!("JOB#{id}"), "entity": "JOB", "schema_version": 1,
            "id": id, "user_id": id, "job_type": "TRAIN", "status": "COMPLETED",
            "parameters": {"dataset_id": id, "dataset_name": "a.csv", "dataset_version": 2,
                           "dataset_sha256": "4c1f", "spec": spec},
            "run_id": id, "artifact_id": id, "run_key": "b07e",
            "progress": {"stage": "completed", "done": 1, "total": 1, "message": ""},
            "created_at": "2026-01-31T12:10:00.000Z", "started_at": "2026-01-31T12:10:00.400Z",
            "completed_at": "2026-01-31T12:10:09.000Z", "attempt": 1, "cancel_requested": false,
            "cost_usd": 0.0004,
            "result": {"run_id": id, "artifact_id": id, "cached": false, "mode_used": "heavy",
                       "fallback_reason": null},
            "error": null
        });
        serde_dynamo::to_item(item).expect("an item")
    }

    #[test]
    fn a_job_of_the_version_before_is_read_and_written_as_it_was() {
        let before = stored_before();
        let job: Job = decode(before.clone()).expect("readable");
        assert!(matches!(job.result, Some(JobResult::Train(_))));
        let Work::Train(training) = &job.work else {
            panic!("{:?} is no training", job.work)
        };
        assert_eq!(training.parameters.spec.seed, 9_007_199_254_740_991);
        assert_eq!(training.run_key, "b07e");
        let again = encode(&job).expect("an item");
        for name in ["job_type", "run_id", "artifact_id", "run_key", "result"] {
            assert_eq!(again.get(name), before.get(name), "{name}");
        }
        assert_eq!(decode::<Job>(again).expect("readable"), job);
    }

    #[test]
    fn a_job_of_each_type_is_read_back() {
        let dataset = DatasetRef {
            dataset_id: DatasetId::new(new_id()),
            dataset_name: "a.csv".into(),
            dataset_version: 1,
            dataset_sha256: "4c1f".into(),
        };
        let id = JobId::new(new_id());
        let analysis = AnalyzeParameters {
            dataset: dataset.clone(),
            target: None,
            compare_to: Some(dataset.clone()),
        };
        let prediction = PredictParameters {
            dataset,
            rows: 12,
            artifact_id: ArtifactId::new(new_id()),
        };
        let predicted = PredictResult {
            prediction_id: id,
            rows: 12,
            size_bytes: 340,
            absent_columns: vec!["size".into()],
            unknown_columns: Vec::new(),
        };
        let read_back = |work, result| {
            let user = UserId::new(new_id());
            let mut job = Job::waiting(id, user, work, Timestamp::from_unix_millis(1000));
            job.result = Some(result);
            let item = encode(&job).expect("an item");
            assert_eq!(decode::<Job>(item).expect("readable"), job);
        };
        let parameters = prediction;
        read_back(Work::Predict { parameters }, JobResult::Predict(predicted));
        let parameters = analysis;
        let analyzed = AnalyzeResult { analysis_id: id };
        read_back(Work::Analyze { parameters }, JobResult::Analyze(analyzed));
    }
}
