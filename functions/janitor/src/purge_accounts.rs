//! Everything of an account that was deleted.

use stint_platform::store::SweepKind;

use crate::{App, BATCH, RepairError, each};

/// Seconds for which something of a deleted account may still be written: a presigned upload that
/// was just handed out, a training that was just begun. Until then every sweep deletes again.
const AFTERGLOW: i64 = 900;

/// Deletes all objects and records of deleted accounts.
pub(crate) async fn purge(app: &App) -> Result<usize, RepairError> {
    let now = (app.now)();
    let due = app.core.due(SweepKind::Purge, now, BATCH).await?;
    let purged = each(due, async |entry| {
        let Some(requested_at) = app.core.purge_requested(entry.owner).await? else {
            return Ok(false);
        };
        while app.objects.delete_everything(entry.owner).await? {}
        while app.core.purge_batch(entry.owner).await? {}
        if now > requested_at.plus_seconds(AFTERGLOW) {
            app.core.finish_purge(entry.owner).await?;
        }
        Ok(true)
    });
    Ok(purged.await)
}
