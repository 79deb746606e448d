//! Uploads that were announced and never completed.

use stint_platform::domain::{Dataset, DatasetId, DatasetStatus, Owner};
use stint_platform::objects::keys;
use stint_platform::queue::UploadMessage;
use stint_platform::store::SweepKind;

use crate::{App, BATCH, RepairError, each};

/// Seconds after an upload's end before it is looked at: a slow one may still be on its way.
const GRACE: i64 = 60;

/// Expires uploads of which nothing arrived, and has the others validated.
pub(crate) async fn expire(app: &App) -> Result<usize, RepairError> {
    let before = (app.now)().plus_seconds(-GRACE);
    let due = app.core.due(SweepKind::Upload, before, BATCH).await?;
    let repaired = each(due, async |entry| {
        let Ok(id) = entry.key.parse::<DatasetId>() else {
            return Ok(false);
        };
        match app.core.dataset(entry.owner, id).await? {
            Some(dataset) if dataset.status == DatasetStatus::AwaitingUpload => {
                decide(app, dataset).await.map(|()| true)
            }
            _ => Ok(false),
        }
    });
    Ok(repaired.await)
}

async fn decide(app: &App, mut dataset: Dataset) -> Result<(), RepairError> {
    let owner = Owner::vouched(dataset.user_id);
    if app
        .objects
        .exists(&keys::dataset_csv(owner, dataset.id))
        .await?
    {
        let message = UploadMessage {
            user_id: dataset.user_id,
            dataset_id: dataset.id,
        };
        app.uploads.send(&message).await?;
        return Ok(());
    }
    dataset.status = DatasetStatus::Expired;
    app.core.refuse_dataset(&dataset).await?;
    Ok(())
}
