//! An analysis of a dataset is written once, and goes with the dataset.

use std::sync::Arc;

use stint_engine::Analysis;
use stint_platform::domain::{
    AnalyzeParameters, Dataset, Job, JobErrorCode, JobResult, JobStatus, Output, OutputKind, Work,
};
use stint_platform::objects::keys;
use stint_platform::store::Recorded;
use trainer::run_job;

use crate::predictions::completed;
use crate::sandbox::{Sandbox, in_sandbox, now, reference};

impl Sandbox {
    /// A job that waits to analyze a dataset.
    pub(crate) async fn analyzing(&self, dataset: &Dataset, other: Option<&Dataset>) -> Job {
        let parameters = AnalyzeParameters {
            dataset: reference(dataset),
            target: Some("label".into()),
            compare_to: other.map(reference),
        };
        self.waiting_with(Work::Analyze { parameters }, now()).await
    }

    async fn stored(&self, output: &Output) -> Analysis {
        let stored = self.objects.get(&keys::of_output(output), 1 << 20).await;
        let stored = stored.expect("an answer").expect("an object");
        serde_json::from_slice(&stored).expect("an analysis")
    }
}

#[test]
fn an_analysis_asked_for_many_times_at_once_is_written_once() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let (dataset, other) = (sandbox.ready(now()).await, sandbox.ready(now()).await);
        let job = sandbox.analyzing(&dataset, Some(&other)).await;
        sandbox.deliver_many_times(job.id).await;
        let job = sandbox.job(job.id).await;
        assert_eq!((job.status, job.attempt), (JobStatus::Completed, 1));
        assert!(
            matches!(&job.result, Some(JobResult::Analyze(made)) if made.analysis_id == job.id)
        );
        assert!(job.cost_usd.is_some_and(|cost| cost > 0.0));
        let outputs = sandbox.outputs().await;
        let [output] = &outputs[..] else {
            panic!("{outputs:?}")
        };
        let analysis = sandbox.stored(output).await;
        assert_eq!((analysis.rows, analysis.columns), (12, 3));
        assert_eq!(
            analysis.target.map(|target| target.column).as_deref(),
            Some("label")
        );
        assert_eq!(analysis.drift.map(|drift| drift.columns.len()), Some(3));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_wrote_an_analysis_and_died_is_finished_by_the_next() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.analyzing(&dataset, None).await;
        let long_ago = now().plus_seconds(-120);
        let claimed = sandbox.core.claim_job(sandbox.owner, job.id, long_ago);
        let dead = claimed.await.expect("an answer").expect("the claim");
        let output = Output {
            user_id: dead.user_id,
            dataset_id: dataset.id,
            job_id: dead.id,
            kind: OutputKind::Analysis,
            size_bytes: 2,
            created_at: now(),
        };
        let key = keys::of_output(&output);
        let written = sandbox
            .objects
            .put_once(&key, "application/json", "{}".into());
        written.await.expect("an object");

        sandbox.work(job.id).await;
        let done = sandbox.job(job.id).await;
        assert_eq!((done.status, done.attempt), (JobStatus::Completed, 2));
        let ending = completed();
        let late = sandbox.core.finish_output(&dead, &output, &ending, now());
        assert_eq!(late.await.expect("an answer"), Recorded::Lost);
        assert_eq!(sandbox.outputs().await.len(), 1);
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_dataset_that_goes_first_ends_the_analysis_with_a_reason() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let (dataset, other) = (sandbox.ready(now()).await, sandbox.ready(now()).await);
        let compared = sandbox.analyzing(&dataset, Some(&other)).await;
        sandbox.delete(&other).await;
        sandbox.work(compared.id).await;
        assert_eq!(sandbox.failed(&compared).await.0, JobErrorCode::DatasetGone);
        let alone = sandbox.analyzing(&dataset, None).await;
        sandbox.delete(&dataset).await;
        sandbox.work(alone.id).await;
        assert_eq!(sandbox.failed(&alone).await.0, JobErrorCode::DatasetGone);
        assert_eq!(sandbox.outputs().await, []);
        sandbox.sweep_later().await;
        sandbox.assert_consistent().await;
    });
}

#[test]
fn an_analysis_goes_with_its_dataset_and_stays_when_the_other_goes() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let (dataset, other) = (sandbox.ready(now()).await, sandbox.ready(now()).await);
        let job = sandbox.analyzing(&dataset, Some(&other)).await;
        sandbox.work(job.id).await;
        sandbox.delete(&other).await;
        assert_eq!(sandbox.outputs().await.len(), 1);
        sandbox.assert_consistent().await;
        sandbox.delete(&dataset).await;
        assert_eq!(sandbox.outputs().await, []);
        sandbox.assert_consistent().await;
    });
}

#[test]
fn an_analysis_that_takes_too_long_says_so() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.analyzing(&dataset, None).await;
        let host = trainer::Host {
            stop_at: now().plus_seconds(-1),
            ..sandbox.host()
        };
        run_job(&sandbox.trainer(true), host, sandbox.owner, job.id)
            .await
            .expect("no interruption");
        assert_eq!(sandbox.failed(&job).await.0, JobErrorCode::OutOfTime);
        sandbox.sweep_later().await;
        sandbox.assert_consistent().await;
    });
}
