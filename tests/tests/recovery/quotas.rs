//! Limits hold, however many requests come at once.

use std::sync::Arc;

use stint_platform::domain::{
    ArtifactId, Dataset, DatasetId, DatasetName, DatasetQuota, Job, JobId, JobQuota,
    PredictParameters, QuotaExceeded, Timestamp, UploadExpectation, Work,
};
use stint_platform::new_id;
use uuid::{NoContext, Uuid};

use crate::sandbox::{Sandbox, in_sandbox, now, reference};

impl Sandbox {
    fn job_made(&self, dataset: &Dataset, at: Timestamp) -> Job {
        let parameters = PredictParameters {
            dataset: reference(dataset),
            rows: 12,
            artifact_id: ArtifactId::new(new_id()),
        };
        let millis = at.unix_millis();
        let time = uuid::Timestamp::from_unix(
            NoContext,
            u64::try_from(millis / 1000).expect("after 1970"),
            0,
        );
        let id = JobId::new(Uuid::new_v7(time));
        Job::waiting(id, self.owner.user_id(), Work::Predict { parameters }, at)
    }
}

#[test]
fn no_more_jobs_are_open_than_are_allowed_however_many_are_asked_for_at_once() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let quota = JobQuota {
            open: 3,
            per_day: 100,
        };
        let asked: Vec<_> = (0..8)
            .map(|_| {
                let (core, job) = (sandbox.core.clone(), sandbox.job_made(&dataset, now()));
                tokio::spawn(async move { (job.id, core.create_job(&job, &quota).await) })
            })
            .collect();
        let mut admitted = Vec::new();
        for one in asked {
            let (id, answer) = one.await.expect("no panic");
            // One that was never the fastest is told to try again; none is let in beyond the limit.
            if answer.is_ok_and(|answer| answer.is_ok()) {
                admitted.push(id);
            }
        }
        assert_eq!(admitted.len(), 3);

        let late = sandbox.job_made(&dataset, now());
        let refused = sandbox.core.create_job(&late, &quota).await;
        let exceeded = QuotaExceeded::OpenJobs { found: 3, limit: 3 };
        assert_eq!(refused.expect("an answer"), Err(exceeded));
        let cancelled = sandbox.core.cancel_job(sandbox.owner, admitted[0], now());
        assert!(cancelled.await.expect("an answer").is_some());
        let answer = sandbox.core.create_job(&late, &quota).await;
        assert_eq!(answer.expect("an answer"), Ok(()));
    });
}

#[test]
fn jobs_of_a_day_are_counted_and_older_ones_are_not() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let quota = JobQuota {
            open: 100,
            per_day: 2,
        };
        let day = 24 * 3600;
        let mut answers = Vec::new();
        for age in [day + 200, day + 100, 60, 30, 0] {
            let job = sandbox.job_made(&dataset, now().plus_seconds(-age));
            let answer = sandbox.core.create_job(&job, &quota).await;
            answers.push(answer.expect("an answer"));
        }
        let exceeded = QuotaExceeded::JobsPerDay { found: 2, limit: 2 };
        assert_eq!(answers, [Ok(()), Ok(()), Ok(()), Ok(()), Err(exceeded)]);
    });
}

#[test]
fn datasets_are_counted_and_weighed() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = |size_bytes| {
            let expected = UploadExpectation {
                size_bytes,
                sha256: None,
                expires_at: now().plus_seconds(300),
            };
            let name = DatasetName::parse("a.csv").expect("a name");
            let (id, owner) = (DatasetId::new(new_id()), sandbox.owner.user_id());
            Dataset::awaiting_upload(id, owner, name, 1, expected, now())
        };
        let quota = DatasetQuota {
            datasets: 3,
            bytes: 100,
        };
        let create = async |dataset: &Dataset| {
            let answer = sandbox.core.create_dataset(dataset, &quota).await;
            answer.expect("an answer")
        };
        let first = dataset(60);
        assert_eq!(create(&first).await, Ok(()));
        let heavy = QuotaExceeded::DatasetBytes {
            found: 60,
            more: 41,
            limit: 100,
        };
        assert_eq!(create(&dataset(41)).await, Err(heavy));
        assert_eq!(create(&dataset(30)).await, Ok(()));
        assert_eq!(create(&dataset(10)).await, Ok(()));
        let many = QuotaExceeded::Datasets { found: 3, limit: 3 };
        assert_eq!(create(&dataset(1)).await, Err(many));
    });
}
