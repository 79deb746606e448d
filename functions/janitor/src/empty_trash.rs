//! Deletions that were interrupted between the record and the objects.

use stint_platform::disposal;
use stint_platform::store::SweepKind;

use crate::{App, BATCH, RepairError, each};

/// Deletes the objects of due trash entries.
pub(crate) async fn empty(app: &App) -> Result<usize, RepairError> {
    let due = app.core.due(SweepKind::Trash, (app.now)(), BATCH).await?;
    let emptied = each(due, async |entry| {
        let Some(trash) = app.core.trash(entry.owner, &entry.key).await? else {
            return Ok(false);
        };
        disposal::empty(&app.core, &app.objects, &trash).await?;
        Ok(true)
    });
    Ok(emptied.await)
}
