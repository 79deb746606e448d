//! The bytes that a job names, and no others.

use sha2::{Digest, Sha256};
use stint_platform::domain::{DatasetRef, Owner};
use stint_platform::hex;
use stint_platform::objects::keys;

use crate::App;
use crate::stopped::Stopped;

/// The CSV of a dataset, held against the hash that the job was made with.
pub(crate) async fn read_dataset(
    app: &App,
    owner: Owner,
    dataset: &DatasetRef,
) -> Result<Vec<u8>, Stopped> {
    let key = keys::dataset_csv(owner, dataset.dataset_id);
    let content = app.objects.get(&key, app.config.max_csv_bytes).await?;
    let content = content.ok_or_else(Stopped::dataset_gone)?;
    if hex(&Sha256::digest(&content)) != dataset.dataset_sha256 {
        let detail = "the dataset's content is not the one the job was made for";
        return Err(Stopped::rejected(detail));
    }
    Ok(content.into())
}
