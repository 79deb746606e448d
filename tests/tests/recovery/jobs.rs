//! A job always reaches a final state, once.

use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::json;
use sha2::{Digest, Sha256};
use stint_engine::TrainRequest;
use stint_platform::disposal;
use stint_platform::domain::{
    Job, JobErrorCode, JobProgress, JobResult, JobStatus, MAX_ATTEMPTS, TrainResult, Training, Work,
};
use stint_platform::hex;
use stint_platform::objects::keys;
use stint_platform::store::{Finish, FinishedTraining, PageRequest};
use trainer::run_job;

use crate::sandbox::{Sandbox, in_sandbox, now, ten_minutes_later};

const ALL: PageRequest = PageRequest {
    limit: 1000,
    after: None,
};

async fn counts(sandbox: &Sandbox) -> (usize, usize) {
    let runs = sandbox
        .core
        .runs(sandbox.owner, &ALL)
        .await
        .expect("a list")
        .items
        .len();
    let artifacts = sandbox
        .core
        .artifacts(sandbox.owner, &ALL)
        .await
        .expect("a list")
        .items
        .len();
    (runs, artifacts)
}

async fn forget_trash(sandbox: &Sandbox) {
    janitor::sweep(&sandbox.janitor().at(ten_minutes_later)).await;
}

fn training(job: &Job) -> &Training {
    match &job.work {
        Work::Train(training) => training,
        other => panic!("{other:?} is no training"),
    }
}

fn train_result(job: Job) -> TrainResult {
    match job.result {
        Some(JobResult::Train(result)) => result,
        other => panic!("{other:?} is not what a training makes"),
    }
}

#[test]
fn a_message_delivered_many_times_at_once_makes_one_run() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        sandbox.deliver_many_times(job.id).await;
        let job = sandbox.job(job.id).await;
        assert_eq!((job.status, job.attempt), (JobStatus::Completed, 1));
        assert_eq!(counts(&sandbox).await, (1, 1));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_dies_is_replaced_and_cannot_write_any_more() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let long_ago = now().plus_seconds(-120);
        let dead = sandbox
            .core
            .claim_job(sandbox.owner, job.id, long_ago)
            .await
            .expect("an answer");
        let dead = dead.expect("the claim");

        let swept = janitor::sweep(&sandbox.janitor()).await;
        assert_eq!(swept.jobs, 1);
        assert_eq!(sandbox.announced().await.len(), 1);
        sandbox.work(job.id).await;
        let done = sandbox.job(job.id).await;
        assert_eq!((done.status, done.attempt), (JobStatus::Completed, 2));

        let beat = sandbox
            .core
            .renew_job(&dead, &JobProgress::default(), now())
            .await;
        assert!(
            beat.expect("an answer").is_none(),
            "the dead worker's claim is over"
        );
        let run = sandbox
            .core
            .run(sandbox.owner, training(&job).run_id)
            .await
            .expect("an answer")
            .expect("the run");
        let artifact = sandbox
            .core
            .artifact(sandbox.owner, training(&job).artifact_id)
            .await;
        let artifact = artifact.expect("an answer").expect("the artifact");
        let late = FinishedTraining { run, artifact };
        let handed_in = sandbox
            .core
            .finish_training(&dead, &late, now())
            .await
            .expect("an answer");
        assert_eq!(handed_in, Finish::Lost);
        assert_eq!(counts(&sandbox).await, (1, 1));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_lost_its_claim_brings_nothing_of_a_deleted_model_back() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let long_ago = now().plus_seconds(-120);
        let claimed = sandbox.core.claim_job(sandbox.owner, job.id, long_ago);
        let slow = claimed.await.expect("an answer").expect("the claim");
        sandbox.work(job.id).await;
        let kept = sandbox.objects_of_owner().await;

        let csv = keys::dataset_csv(sandbox.owner, dataset.id);
        let csv = sandbox.objects.get(&csv, 1 << 20).await;
        let csv = csv.expect("an answer").expect("an object");
        let spec = &training(&job).parameters.spec;
        let go_on = &mut |_| std::ops::ControlFlow::Continue(());
        let rules = stint_engine::CsvRules::default();
        let heavy = stint_engine::train(&csv, &rules, spec, go_on).expect("trains");
        let light = stint_engine::train_baseline(&csv, &rules, spec, "no time", go_on);
        let hand_in = async |outcome: &stint_engine::Outcome| {
            let app = sandbox.trainer(true);
            let done = trainer::hand_in(&app, sandbox.host(), &slow, training(&job), outcome).await;
            assert_eq!(done.expect("no interruption"), Finish::Lost);
        };
        hand_in(&light.expect("trains")).await;
        assert_eq!(
            sandbox.objects_of_owner().await,
            kept,
            "those of the other worker stay"
        );

        let artifact = sandbox
            .core
            .artifact(sandbox.owner, training(&job).artifact_id);
        let artifact = artifact.await.expect("an answer").expect("the model");
        let deleted = disposal::delete_artifact(&sandbox.core, &sandbox.objects, &artifact, now());
        assert!(deleted.await.expect("an answer"));
        hand_in(&heavy).await;
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_dies_between_objects_and_records_is_finished_by_the_next() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let app = sandbox.trainer(true);
        run_job(&app, sandbox.host(), sandbox.owner, job.id)
            .await
            .expect("done");
        let objects = sandbox.objects_of_owner().await;
        let first = sandbox
            .core
            .artifact(sandbox.owner, training(&job).artifact_id)
            .await
            .expect("an answer");

        sandbox.rewind(&job, now().plus_seconds(-1)).await;
        run_job(&app, sandbox.host(), sandbox.owner, job.id)
            .await
            .expect("done again");
        let again = sandbox
            .core
            .artifact(sandbox.owner, training(&job).artifact_id)
            .await
            .expect("an answer");
        let hashes =
            |artifact: Option<stint_platform::domain::Artifact>| artifact.map(|it| it.files);
        assert_eq!(hashes(first), hashes(again), "the same bytes");
        assert_eq!(sandbox.objects_of_owner().await, objects);
        assert_eq!(counts(&sandbox).await, (1, 1));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_fell_back_and_died_is_not_taken_for_one_that_did_not() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        run_job(
            &sandbox.trainer(false),
            sandbox.host(),
            sandbox.owner,
            job.id,
        )
        .await
        .expect("light");
        sandbox.rewind(&job, now().plus_seconds(-1)).await;
        sandbox.work(job.id).await;
        let artifact = sandbox
            .core
            .artifact(sandbox.owner, training(&job).artifact_id)
            .await;
        let artifact = artifact.expect("an answer").expect("an artifact");
        assert_eq!(artifact.mode_used, "heavy");
        for file in &artifact.files {
            let key = keys::artifact(&artifact, file.format);
            let stored = sandbox
                .objects
                .get(&key, 1 << 20)
                .await
                .expect("an answer")
                .expect("an object");
            assert_eq!(hex(&Sha256::digest(&stored)), file.sha256, "{key}");
        }
        sandbox.assert_consistent().await;
    });
}

#[test]
fn two_jobs_for_the_same_model_share_one_run() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let (one, two) = (
            sandbox.waiting(&dataset, now()).await,
            sandbox.waiting(&dataset, now()).await,
        );
        let app = sandbox.trainer(true);
        let (first, second) = tokio::join!(
            run_job(&app, sandbox.host(), sandbox.owner, one.id),
            run_job(&app, sandbox.host(), sandbox.owner, two.id)
        );
        first.expect("done");
        second.expect("done");
        let (one, two) = (sandbox.job(one.id).await, sandbox.job(two.id).await);
        let (one, two) = (train_result(one), train_result(two));
        assert_eq!(one.run_id, two.run_id);
        assert!(one.cached != two.cached, "one of them trained");
        forget_trash(&sandbox).await;
        assert_eq!(counts(&sandbox).await, (1, 1));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_job_that_kills_every_worker_fails_with_a_reason() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        for attempt in 1..=MAX_ATTEMPTS {
            let at = now().plus_seconds(i64::from(attempt) * 100 - 1000);
            let claimed = sandbox
                .core
                .claim_job(sandbox.owner, job.id, at)
                .await
                .expect("an answer");
            assert_eq!(claimed.map(|job| job.attempt), Some(attempt));
        }
        janitor::sweep(&sandbox.janitor()).await;
        let failed = sandbox.job(job.id).await;
        assert_eq!(failed.status, JobStatus::Failed);
        assert_eq!(
            failed.error.expect("a reason").code,
            JobErrorCode::WorkerLost
        );
        forget_trash(&sandbox).await;
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_job_that_was_recorded_but_never_announced_is_announced() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        janitor::sweep(&sandbox.janitor()).await;
        assert!(
            sandbox.announced().await.is_empty(),
            "it may still be on its way"
        );
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .jobs,
            1
        );
        let announced = sandbox.announced().await;
        assert!(
            announced.len() == 1 && announced[0].contains(&job.id.to_string()),
            "{announced:?}"
        );
        assert_eq!(
            janitor::sweep(&sandbox.janitor().at(ten_minutes_later))
                .await
                .jobs,
            0,
            "patience"
        );
    });
}

#[test]
fn a_dead_letter_fails_its_job_and_a_senseless_one_is_dropped() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let letter = |body: String| {
            serde_json::from_value(json!({"Records": [{"messageId": "m", "body": body}]}))
                .expect("an event")
        };
        let named = json!({"user_id": sandbox.owner.user_id(), "job_id": job.id}).to_string();
        for body in ["not json".to_owned(), named.clone(), named] {
            let answer = janitor::bury(&sandbox.janitor(), letter(body)).await;
            assert!(answer.batch_item_failures.is_empty());
        }
        let failed = sandbox.job(job.id).await;
        assert_eq!(
            failed.error.expect("a reason").code,
            JobErrorCode::Undeliverable
        );
    });
}

#[test]
fn a_cancelled_job_whose_worker_died_ends_cancelled() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let long_ago = now().plus_seconds(-120);
        sandbox
            .core
            .claim_job(sandbox.owner, job.id, long_ago)
            .await
            .expect("an answer");
        sandbox
            .core
            .cancel_job(sandbox.owner, job.id, now())
            .await
            .expect("an answer");
        sandbox.work(job.id).await;
        assert_eq!(sandbox.job(job.id).await.status, JobStatus::Cancelled);
        assert_eq!(counts(&sandbox).await, (0, 0));
    });
}

#[test]
fn heavy_training_that_is_switched_off_falls_back_and_says_so() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        run_job(
            &sandbox.trainer(false),
            sandbox.host(),
            sandbox.owner,
            job.id,
        )
        .await
        .expect("done");
        let result = train_result(sandbox.job(job.id).await);
        assert_eq!(result.mode_used, "light");
        assert!(
            result
                .fallback_reason
                .is_some_and(|why| why.contains("ENABLE_REAL_TRAINING"))
        );
        let run = sandbox
            .core
            .run(sandbox.owner, training(&job).run_id)
            .await
            .expect("an answer")
            .expect("a run");
        assert_eq!(run.model_type, "baseline");

        let again = sandbox.waiting(&dataset, now()).await;
        sandbox.work(again.id).await;
        let result = train_result(sandbox.job(again.id).await);
        assert_eq!(
            (result.mode_used.as_str(), result.cached),
            ("heavy", false),
            "asking again tries again"
        );
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_training_that_takes_too_long_falls_back_and_says_so() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let mut csv = format!(
            "{},label\n",
            (0..40)
                .map(|at| format!("c{at}"))
                .collect::<Vec<_>>()
                .join(",")
        );
        for row in 0_u64..12_000 {
            for column in 0..40 {
                csv += &format!("{},", (row * 7919 + column * 104_729) % 997);
            }
            csv += &format!("class{}\n", (row * 31) % 10);
        }
        let dataset = sandbox.ready_with(&csv, now()).await;
        let request = json!({"hyperparameters": {"max_iter": 10_000, "tol": 1e-12}});
        let request = TrainRequest::from_json(&request).expect("a request");
        let job = sandbox.waiting_for(request, &dataset, now()).await;
        let host = trainer::Host {
            stop_at: now().plus_seconds(-1),
            ..sandbox.host()
        };
        run_job(&sandbox.trainer(true), host, sandbox.owner, job.id)
            .await
            .expect("done");
        let result = train_result(sandbox.job(job.id).await);
        assert_eq!(result.mode_used, "light");
        assert!(
            result
                .fallback_reason
                .is_some_and(|why| why.contains("time"))
        );
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_job_whose_dataset_is_gone_fails_with_a_reason() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.waiting(&dataset, now()).await;
        let deleted = stint_platform::disposal::delete_dataset(
            &sandbox.core,
            &sandbox.objects,
            &dataset,
            now(),
        )
        .await;
        assert!(deleted.expect("an answer"));
        sandbox.work(job.id).await;
        let failed = sandbox.job(job.id).await;
        assert_eq!(
            failed.error.expect("a reason").code,
            JobErrorCode::DatasetGone
        );
        forget_trash(&sandbox).await;
        sandbox.assert_consistent().await;
    });
}

impl Sandbox {
    /// Puts a finished job back to where its worker had written the objects and not the records.
    async fn rewind(&self, job: &Job, lease_until: stint_platform::domain::Timestamp) {
        let pk = AttributeValue::S(format!("USER#{}", self.owner.user_id()));
        let sort_keys = [
            format!("RUN#{}", training(job).run_id),
            format!("ARTIFACT#{}", training(job).artifact_id),
            format!("RUNKEY#{}", training(job).run_key),
        ];
        for sort_key in sort_keys {
            let delete = self.dynamodb().delete_item().table_name(self.table());
            let delete = delete
                .key("pk", pk.clone())
                .key("sk", AttributeValue::S(sort_key));
            delete.send().await.expect("the record goes");
        }
        let update = self.dynamodb().update_item().table_name(self.table());
        update
            .key("pk", pk)
            .key("sk", AttributeValue::S(format!("JOB#{}", job.id)))
            .update_expression("SET #status = :running, lease_until = :lease")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":running", AttributeValue::S("RUNNING".into()))
            .expression_attribute_values(":lease", AttributeValue::S(lease_until.to_string()))
            .send()
            .await
            .expect("the job goes back");
    }
}
