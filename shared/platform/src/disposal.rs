//! Deleting things together with their objects, so that nothing is left behind whatever happens:
//! first the record becomes a trash entry in one transaction, then the objects go, then the entry.

use crate::domain::{Artifact, Dataset, DatasetId, Owner, Timestamp};
use crate::objects::{ObjectError, Objects, keys};
use crate::store::{Core, StoreError, Trash};

/// A deletion that did not get to its end; the janitor finishes it if the record is gone already.
#[derive(Debug, thiserror::Error)]
pub enum DisposalError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The object store.
    #[error(transparent)]
    Objects(#[from] ObjectError),
}

/// Deletes a dataset with its objects and what jobs made of it. False if it is gone.
///
/// # Errors
/// When a service does not answer.
pub async fn delete_dataset(
    core: &Core,
    objects: &Objects,
    dataset: &Dataset,
    now: Timestamp,
) -> Result<bool, DisposalError> {
    let owner = Owner::vouched(dataset.user_id);
    let trash = Trash::of_dataset(dataset, now);
    if !core.delete_dataset(owner, dataset.id, &trash).await? {
        return Ok(false);
    }
    empty(core, objects, &trash).await?;
    Ok(true)
}

/// Deletes an artifact with its objects. False if it is gone.
///
/// # Errors
/// When a service does not answer.
pub async fn delete_artifact(
    core: &Core,
    objects: &Objects,
    artifact: &Artifact,
    now: Timestamp,
) -> Result<bool, DisposalError> {
    let owner = Owner::vouched(artifact.user_id);
    let origin = format!("ARTIFACT#{}", artifact.id);
    let files = keys::of_artifact(artifact);
    let trash = Trash::new(owner, origin, files, now);
    if !core.delete_artifact(artifact, &trash).await? {
        return Ok(false);
    }
    empty(core, objects, &trash).await?;
    Ok(true)
}

/// Deletes the objects of a trash entry, and the outputs of a deleted dataset, then the entry. No
/// output is recorded once its dataset is gone, so none is overlooked.
///
/// # Errors
/// When a service does not answer; doing it again is harmless.
pub async fn empty(core: &Core, objects: &Objects, trash: &Trash) -> Result<(), DisposalError> {
    objects.delete(&trash.object_keys).await?;
    if let Some(dataset) = trash.outputs_of {
        delete_outputs(core, objects, Owner::vouched(trash.user_id), dataset).await?;
    }
    core.forget_trash(trash).await?;
    Ok(())
}

async fn delete_outputs(
    core: &Core,
    objects: &Objects,
    owner: Owner,
    dataset: DatasetId,
) -> Result<(), DisposalError> {
    loop {
        let outputs = core.outputs_of(owner, dataset).await?;
        if outputs.is_empty() {
            return Ok(());
        }
        for output in outputs {
            objects.delete(&[keys::of_output(&output)]).await?;
            core.forget_output(&output).await?;
        }
    }
}

impl From<DisposalError> for crate::http::ApiError {
    fn from(error: DisposalError) -> Self {
        match error {
            DisposalError::Store(error) => error.into(),
            DisposalError::Objects(error) => error.into(),
        }
    }
}
