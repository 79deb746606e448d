//! Datasets older than the configured number of days.

use stint_platform::disposal;
use stint_platform::domain::{DatasetId, Timestamp};
use stint_platform::store::SweepKind;

use crate::{App, Config, RepairError, each};

/// Seconds between two wake-ups; the schedule in `template.yaml`.
const TICK: i64 = 300;

/// Deletes a batch of old datasets, whoever's they are, oldest first.
pub(crate) async fn delete_old(app: &App) -> Result<usize, RepairError> {
    let now = (app.now)();
    if app.config.ttl_days == 0 || !is_time_to_look(&app.config, now) {
        return Ok(0);
    }
    let cutoff = now.plus_seconds(-app.config.ttl_days * 24 * 3600);
    let due = app
        .core
        .due(SweepKind::DatasetAge, cutoff, app.config.ttl_batch)
        .await?;
    let deleted = each(due, async |entry| {
        let Ok(id) = entry.key.parse::<DatasetId>() else {
            return Ok(false);
        };
        let Some(dataset) = app.core.dataset(entry.owner, id).await? else {
            return Ok(false);
        };
        Ok(disposal::delete_dataset(&app.core, &app.objects, &dataset, now).await?)
    });
    Ok(deleted.await)
}

/// Whether a multiple of the interval has passed since the wake-up before; nothing is remembered.
fn is_time_to_look(config: &Config, now: Timestamp) -> bool {
    let interval = config.ttl_check_seconds;
    let seconds = now.unix_seconds();
    seconds / interval != (seconds - TICK) / interval
}
