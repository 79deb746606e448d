//! Requests with the same key at the same time.

use std::sync::Arc;

use stint_platform::store::{Begun, Idempotency, StoredAnswer};

use crate::sandbox::{Sandbox, in_sandbox, now};

#[test]
fn one_of_many_equal_requests_is_the_first_and_the_rest_wait_for_its_answer() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let keys = Idempotency::new(sandbox.dynamodb().clone(), sandbox.table().to_owned());
        let owner = Some(sandbox.owner);
        let begin = async |fingerprint: &str, at| {
            keys.begin(owner, "key", fingerprint, at)
                .await
                .expect("an answer")
        };
        let begun = tokio::join!(
            begin("same", now()),
            begin("same", now()),
            begin("same", now())
        );
        let firsts = [&begun.0, &begun.1, &begun.2]
            .into_iter()
            .filter(|begun| **begun == Begun::First);
        assert_eq!(firsts.count(), 1, "{begun:?}");
        assert_eq!(begin("same", now()).await, Begun::InProgress);
        assert_eq!(begin("other", now()).await, Begun::OtherRequest);

        let answer = StoredAnswer {
            status: 201,
            body: "{}".into(),
        };
        keys.finish(owner, "key", "same", answer.clone(), now())
            .await
            .expect("kept");
        assert_eq!(begin("same", now()).await, Begun::Answered(answer));
        assert_eq!(
            begin("same", now().plus_seconds(25 * 3600)).await,
            Begun::First,
            "a day later"
        );
    });
}

#[test]
fn a_request_that_died_does_not_block_its_key_for_long() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let keys = Idempotency::new(sandbox.dynamodb().clone(), sandbox.table().to_owned());
        let owner = Some(sandbox.owner);
        let long_ago = now().plus_seconds(-120);
        assert_eq!(
            keys.begin(owner, "key", "same", long_ago)
                .await
                .expect("an answer"),
            Begun::First
        );
        assert_eq!(
            keys.begin(owner, "key", "same", now())
                .await
                .expect("an answer"),
            Begun::First
        );
        keys.abandon(owner, "key").await.expect("freed");
        assert_eq!(
            keys.begin(owner, "key", "new", now())
                .await
                .expect("an answer"),
            Begun::First
        );
    });
}
