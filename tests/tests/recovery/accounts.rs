//! An account that was deleted leaves nothing.

use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;

use crate::sandbox::{Sandbox, forty_days_later, in_sandbox, now};

#[test]
fn everything_of_a_deleted_account_goes() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        sandbox.work(job.id).await;
        let job = sandbox.predicting_for(&dataset).await;
        sandbox.work(job.id).await;
        let job = sandbox.analyzing(&dataset, None).await;
        sandbox.work(job.id).await;
        for _ in 0..30 {
            sandbox.awaited(now()).await;
        }
        sandbox.ask_for_purge().await;
        assert_eq!(janitor::sweep(&sandbox.janitor()).await.accounts, 1);
        assert_eq!(
            sandbox.record_count().await,
            1,
            "only that it was asked for"
        );
        assert!(sandbox.objects_of_owner().await.is_empty());

        let late = sandbox.awaited(now()).await;
        sandbox.arrive(&late).await;
        let later = sandbox.janitor().at(forty_days_later);
        assert_eq!(janitor::sweep(&later).await.accounts, 1);
        assert_eq!(sandbox.record_count().await, 0);
        assert!(sandbox.objects_of_owner().await.is_empty());
    });
}

impl Sandbox {
    /// The mark that deleting an account leaves.
    async fn ask_for_purge(&self) {
        let user = self.owner.user_id().to_string();
        let asked = now().plus_seconds(-1).to_string();
        let mark = [
            ("pk", format!("USER#{user}")),
            ("sk", "PURGE#ACCOUNT".to_owned()),
            ("user_id", user.clone()),
            ("requested_at", asked.clone()),
            ("sweep_pk", "PURGE".to_owned()),
            ("sweep_sk", format!("{asked}#{user}#ACCOUNT")),
        ];
        let mut put = self.dynamodb().put_item().table_name(self.table());
        for (name, value) in mark {
            put = put.item(name, AttributeValue::S(value));
        }
        put.send().await.expect("the mark is set");
    }
}
