//! Uploads that never complete, deletes that were interrupted, datasets that grow old.

use std::sync::Arc;

use stint_platform::domain::DatasetStatus;
use stint_platform::objects::keys;
use stint_platform::store::Trash;

use crate::sandbox::{Sandbox, forty_days_later, in_sandbox, now, ten_minutes_later};

async fn status(sandbox: &Sandbox, id: stint_platform::domain::DatasetId) -> Option<DatasetStatus> {
    sandbox
        .core
        .dataset(sandbox.owner, id)
        .await
        .expect("an answer")
        .map(|dataset| dataset.status)
}

#[test]
fn an_upload_of_which_nothing_came_expires() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.awaited(now()).await;
        assert_eq!(
            janitor::sweep(&sandbox.janitor()).await.uploads,
            0,
            "there is still time"
        );
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .uploads,
            1
        );
        assert_eq!(
            status(&sandbox, dataset.id).await,
            Some(DatasetStatus::Expired)
        );
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .uploads,
            0
        );
    });
}

#[test]
fn an_upload_that_came_and_was_forgotten_is_announced_to_the_validator() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.awaited(now()).await;
        sandbox.arrive(&dataset).await;
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .uploads,
            1
        );
        let announced = sandbox.uploads_announced().await;
        assert!(
            announced.len() == 1 && announced[0].contains(&dataset.id.to_string()),
            "{announced:?}"
        );
        assert_eq!(
            status(&sandbox, dataset.id).await,
            Some(DatasetStatus::AwaitingUpload)
        );
    });
}

#[test]
fn a_delete_that_was_interrupted_is_finished() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let trash = Trash::new(
            sandbox.owner,
            "DATASET#x".into(),
            keys::of_dataset(&dataset),
            now(),
        );
        assert!(
            sandbox
                .core
                .delete_dataset(sandbox.owner, dataset.id, &trash)
                .await
                .expect("an answer")
        );
        assert_eq!(
            sandbox.objects_of_owner().await.len(),
            2,
            "the objects are still there"
        );
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .trash,
            1
        );
        sandbox.assert_consistent().await;
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .trash,
            0
        );
    });
}

#[test]
fn old_datasets_are_deleted_and_young_ones_are_not() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let old = sandbox.ready(now()).await;
        let young = sandbox.ready(now().plus_seconds(20 * 24 * 3600)).await;
        assert_eq!(janitor::sweep(&sandbox.janitor()).await.datasets, 0);
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(forty_days_later))
                .await
                .datasets,
            1
        );
        assert_eq!(status(&sandbox, old.id).await, None);
        assert_eq!(status(&sandbox, young.id).await, Some(DatasetStatus::Ready));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn uploads_of_one_name_at_once_get_a_version_each() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let uploads: Vec<_> = (0..6)
            .map(|_| {
                let sandbox = sandbox.clone();
                tokio::spawn(async move { sandbox.ready(now()).await.version })
            })
            .collect();
        let mut versions = Vec::new();
        for upload in uploads {
            versions.push(upload.await.expect("promoted"));
        }
        versions.sort_unstable();
        assert_eq!(versions, [1, 2, 3, 4, 5, 6]);
    });
}

#[test]
fn a_dataset_is_decided_on_once() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let mut ready = sandbox.ready(now()).await;
        ready.status = DatasetStatus::Rejected;
        assert!(
            !sandbox
                .core
                .refuse_dataset(&ready)
                .await
                .expect("an answer"),
            "it is ready"
        );
        assert_eq!(status(&sandbox, ready.id).await, Some(DatasetStatus::Ready));
    });
}
