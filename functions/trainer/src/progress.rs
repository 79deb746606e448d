//! What the engine says while it works, as a job shows it.

use stint_engine::Progress;
use stint_platform::domain::JobProgress;

/// A step of the engine as progress of a job.
pub(crate) fn shown(progress: Progress) -> JobProgress {
    let stage = serde_json::to_value(progress.stage).ok();
    JobProgress {
        stage: stage
            .and_then(|stage| stage.as_str().map(str::to_owned))
            .unwrap_or_default(),
        done: progress.done,
        total: progress.total,
        message: progress.message,
    }
}
