//! Everything of an account that was deleted.

use stint_platform::store::SweepKind;

use crate::{App, BATCH, RepairError};

/// Deletes all objects and records of deleted accounts.
pub(crate) async fn purge(app: &App) -> Result<usize, RepairError> {
    let mut purged = 0;
    for entry in app.core.due(SweepKind::Purge, (app.now)(), BATCH).await? {
        while app.objects.delete_everything(entry.owner).await? {}
        while app.core.purge_batch(entry.owner).await? {}
        app.core.finish_purge(entry.owner).await?;
        purged += 1;
    }
    Ok(purged)
}
