//! An account that was deleted leaves nothing.

use std::sync::Arc;

use trainer::run_job;

use crate::sandbox::{Sandbox, in_sandbox, now, ten_minutes_later};

#[test]
fn everything_of_a_deleted_account_goes() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        run_job(
            &sandbox.trainer(true),
            sandbox.host(),
            sandbox.owner,
            job.id,
        )
        .await
        .expect("done");
        for _ in 0..30 {
            sandbox.awaited(now()).await;
        }
        sandbox
            .core
            .request_purge(sandbox.owner, now())
            .await
            .expect("an answer");
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .accounts,
            1
        );
        assert_eq!(sandbox.record_count().await, 0);
        assert!(sandbox.objects_of_owner().await.is_empty());
    });
}
