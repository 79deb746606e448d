//! Deletions that were interrupted between the record and the objects.

use stint_platform::disposal;
use stint_platform::store::SweepKind;

use crate::{App, BATCH, RepairError};

/// Deletes the objects of due trash entries.
pub(crate) async fn empty(app: &App) -> Result<usize, RepairError> {
    let mut emptied = 0;
    for entry in app.core.due(SweepKind::Trash, (app.now)(), BATCH).await? {
        if let Some(trash) = app.core.trash(entry.owner, &entry.key).await? {
            disposal::empty(&app.core, &app.objects, &trash).await?;
            emptied += 1;
        }
    }
    Ok(emptied)
}
