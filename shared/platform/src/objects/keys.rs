//! Object keys. Made by the server from ids and hashes; nothing a user typed is part of one.

use crate::domain::{
    Artifact, ArtifactFormat, ArtifactId, Dataset, DatasetId, Job, JobId, Output, OutputKind,
    Owner, RunId, Training, UserId, Work,
};

/// The CSV of a dataset.
pub fn dataset_csv(owner: Owner, id: DatasetId) -> String {
    format!("users/{}/datasets/{id}/data.csv", owner.user_id())
}

/// The profile of a dataset.
pub fn dataset_profile(owner: Owner, id: DatasetId) -> String {
    format!("users/{}/datasets/{id}/profile.json", owner.user_id())
}

/// All objects of a dataset.
pub fn of_dataset(dataset: &Dataset) -> Vec<String> {
    let owner = Owner::vouched(dataset.user_id);
    vec![
        dataset_csv(owner, dataset.id),
        dataset_profile(owner, dataset.id),
    ]
}

/// The dataset whose CSV has this key.
pub fn parse_dataset_csv(key: &str) -> Option<(Owner, DatasetId)> {
    let mut parts = key.split('/');
    let (Some("users"), Some(user), Some("datasets"), Some(id), Some("data.csv"), None) = (
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
    ) else {
        return None;
    };
    Some((
        Owner::vouched(user.parse::<UserId>().ok()?),
        id.parse().ok()?,
    ))
}

/// What a training may really have done: see [`crate::domain::Run::mode_used`].
const MODES: [&str; 2] = ["light", "heavy"];

/// One form of a model. The content key and the mode say what is in it: a training that falls back
/// because of time must not be taken for one that did not. The artifact id says whose lifetime it
/// has.
pub fn model(
    owner: Owner,
    run_key: &str,
    id: ArtifactId,
    mode: &str,
    format: ArtifactFormat,
) -> String {
    let file = format.file_name();
    format!(
        "users/{}/models/{run_key}/{id}/{mode}/{file}",
        owner.user_id()
    )
}

/// One form of a recorded model.
pub fn artifact(artifact: &Artifact, format: ArtifactFormat) -> String {
    let owner = Owner::vouched(artifact.user_id);
    model(
        owner,
        &artifact.run_key,
        artifact.id,
        &artifact.mode_used,
        format,
    )
}

/// All forms of a recorded model.
pub fn of_artifact(recorded: &Artifact) -> Vec<String> {
    ArtifactFormat::ALL
        .into_iter()
        .map(|format| artifact(recorded, format))
        .collect()
}

/// The full report of a run.
pub fn report(owner: Owner, id: RunId, mode: &str) -> String {
    format!("users/{}/runs/{id}/{mode}/report.json", owner.user_id())
}

/// What a job made of a dataset.
pub fn output(owner: Owner, kind: OutputKind, id: JobId) -> String {
    let user = owner.user_id();
    match kind {
        OutputKind::Predictions => format!("users/{user}/predictions/{id}/predictions.csv"),
        OutputKind::Analysis => format!("users/{user}/analyses/{id}/analysis.json"),
    }
}

/// The object of a recorded output.
pub fn of_output(recorded: &Output) -> String {
    let owner = Owner::vouched(recorded.user_id);
    output(owner, recorded.kind, recorded.job_id)
}

/// Everything that the attempts at a job may have written.
pub fn of_job(job: &Job) -> Vec<String> {
    let owner = Owner::vouched(job.user_id);
    match &job.work {
        Work::Train(training) => of_training(owner, training),
        Work::Predict { .. } => vec![output(owner, OutputKind::Predictions, job.id)],
        Work::Analyze { .. } => vec![output(owner, OutputKind::Analysis, job.id)],
    }
}

/// Everything that the attempts at a training may have written.
pub fn of_training(owner: Owner, training: &Training) -> Vec<String> {
    let mut keys = Vec::new();
    for mode in MODES {
        keys.push(report(owner, training.run_id, mode));
        keys.extend(
            ArtifactFormat::ALL
                .into_iter()
                .map(|format| model(owner, &training.run_key, training.artifact_id, mode, format)),
        );
    }
    keys
}

/// Where everything of an owner lies.
pub fn everything(owner: Owner) -> String {
    format!("users/{}/", owner.user_id())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{dataset_csv, parse_dataset_csv};
    use crate::domain::{DatasetId, Owner, UserId};

    proptest! {
        #[test]
        fn a_csv_key_leads_back_to_its_dataset(user: u128, id: u128) {
            let owner = Owner::vouched(UserId::new(Uuid::from_u128(user)));
            let id = DatasetId::new(Uuid::from_u128(id));
            prop_assert_eq!(parse_dataset_csv(&dataset_csv(owner, id)), Some((owner, id)));
        }

        #[test]
        fn no_other_text_is_taken_for_one(key in "\\PC{0,80}") {
            prop_assert!(parse_dataset_csv(&key).is_none());
        }
    }
}
