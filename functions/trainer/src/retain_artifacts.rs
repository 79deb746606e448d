//! The limit on models: the newest stay, pinned ones are not counted.

use stint_platform::disposal;
use stint_platform::domain::Owner;
use stint_platform::store::PageRequest;

use crate::App;
use crate::stopped::Interrupted;

/// Deletes an owner's oldest models beyond the limit, with their objects.
pub(crate) async fn retain_newest(app: &App, owner: Owner) -> Result<(), Interrupted> {
    let page = PageRequest {
        limit: 1000,
        after: None,
    };
    let artifacts = app.core.artifacts(owner, &page).await?.items;
    let surplus = artifacts
        .iter()
        .filter(|artifact| !artifact.pinned)
        .skip(app.config.max_artifacts);
    for artifact in surplus {
        disposal::delete_artifact(&app.core, &app.objects, artifact, (app.now)()).await?;
        tracing::info!(artifact_id = %artifact.id, "removed: newer models fill the limit");
    }
    Ok(())
}
