//! Predictions for a dataset are written once, and go with the dataset.

use std::sync::Arc;

use stint_platform::disposal;
use stint_platform::domain::{
    ArtifactId, Dataset, Job, JobErrorCode, JobResult, JobStatus, Output, OutputKind,
    PredictParameters, Work,
};
use stint_platform::objects::keys;
use stint_platform::store::{Ending, Recorded, Trash};
use trainer::run_job;

use crate::sandbox::{Sandbox, forty_days_later, in_sandbox, now, reference, ten_minutes_later};

impl Sandbox {
    /// A model of a dataset.
    async fn model(&self, dataset: &Dataset) -> ArtifactId {
        let job = self.waiting(dataset, now()).await;
        self.work(job.id).await;
        match self.job(job.id).await.result {
            Some(JobResult::Train(result)) => result.artifact_id,
            other => panic!("{other:?} is no training's"),
        }
    }

    /// A job that waits to predict for a dataset.
    pub(crate) async fn predicting(&self, model: ArtifactId, dataset: &Dataset) -> Job {
        let parameters = PredictParameters {
            dataset: reference(dataset),
            rows: dataset.rows.expect("a ready dataset has rows"),
            artifact_id: model,
        };
        self.waiting_with(Work::Predict { parameters }, now()).await
    }

    /// A job that predicts for the dataset with a model of it.
    pub(crate) async fn predicting_for(&self, dataset: &Dataset) -> Job {
        let model = self.model(dataset).await;
        self.predicting(model, dataset).await
    }

    /// Why a job failed.
    pub(crate) async fn failed(&self, job: &Job) -> (JobErrorCode, String) {
        let job = self.job(job.id).await;
        assert_eq!(job.status, JobStatus::Failed, "{job:?}");
        let error = job.error.expect("a reason");
        (error.code, error.detail)
    }
}

#[test]
fn predictions_asked_for_many_times_at_once_are_written_once() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.predicting_for(&dataset).await;
        sandbox.deliver_many_times(job.id).await;
        let job = sandbox.job(job.id).await;
        assert_eq!((job.status, job.attempt), (JobStatus::Completed, 1));
        let outputs = sandbox.outputs().await;
        let [output] = &outputs[..] else {
            panic!("{outputs:?}")
        };
        let stored = sandbox.objects.get(&keys::of_output(output), 1 << 20).await;
        let stored = stored.expect("an answer").expect("an object");
        let csv = String::from_utf8(stored.to_vec()).expect("text");
        assert_eq!(csv.lines().count(), 13, "{csv}");
        assert!(csv.starts_with("size,colour,label,predicted_label,probability_a,probability_b\n"));
        let Some(JobResult::Predict(result)) = job.result else {
            panic!("a result")
        };
        assert_eq!((result.rows, result.size_bytes), (12, csv.len() as u64));
        assert!(job.cost_usd.is_some_and(|cost| cost > 0.0));
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_worker_that_wrote_and_died_is_finished_by_the_next_and_cannot_write_any_more() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.predicting_for(&dataset).await;
        let long_ago = now().plus_seconds(-120);
        let claimed = sandbox
            .core
            .claim_job(sandbox.owner, job.id, long_ago)
            .await;
        let dead = claimed.expect("an answer").expect("the claim");
        let output = output_of(&dead, &dataset);
        let key = keys::of_output(&output);
        let body = "as the next would".into();
        let written = sandbox.objects.put_once(&key, "text/csv", body);
        written.await.expect("an object");

        sandbox.work(job.id).await;
        let done = sandbox.job(job.id).await;
        assert_eq!((done.status, done.attempt), (JobStatus::Completed, 2));
        let late = sandbox
            .core
            .finish_output(&dead, &output, &completed(), now())
            .await;
        assert_eq!(late.expect("an answer"), Recorded::Lost);
        assert_eq!(sandbox.outputs().await.len(), 1);
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_dataset_or_a_model_that_goes_first_ends_the_job_with_a_reason() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let model = sandbox.model(&dataset).await;
        let (early, late, orphan) = (
            sandbox.predicting(model, &dataset).await,
            sandbox.predicting(model, &dataset).await,
            sandbox
                .predicting(ArtifactId::new(stint_platform::new_id()), &dataset)
                .await,
        );
        sandbox.work(orphan.id).await;
        assert_eq!(sandbox.failed(&orphan).await.0, JobErrorCode::ArtifactGone);

        let claimed = sandbox.core.claim_job(sandbox.owner, late.id, now()).await;
        let holding = claimed.expect("an answer").expect("the claim");
        sandbox.delete(&dataset).await;
        sandbox.work(early.id).await;
        assert_eq!(sandbox.failed(&early).await.0, JobErrorCode::DatasetGone);
        let recorded = sandbox
            .core
            .finish_output(
                &holding,
                &output_of(&holding, &dataset),
                &completed(),
                now(),
            )
            .await;
        assert_eq!(recorded.expect("an answer"), Recorded::DatasetGone);
        assert_eq!(sandbox.outputs().await, []);
        sandbox.sweep_later().await;
        sandbox.assert_consistent().await;
    });
}

#[test]
fn predictions_go_with_their_dataset_even_if_its_deletion_was_interrupted() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let (first, second) = (sandbox.ready(now()).await, sandbox.ready(now()).await);
        let model = sandbox.model(&first).await;
        for dataset in [&first, &first, &second] {
            let job = sandbox.predicting(model, dataset).await;
            sandbox.work(job.id).await;
        }
        sandbox.delete(&first).await;
        assert_eq!(sandbox.outputs().await.len(), 1, "those of the other stay");
        sandbox.assert_consistent().await;

        let trash = Trash::of_dataset(&second, now());
        let deleted = sandbox
            .core
            .delete_dataset(sandbox.owner, second.id, &trash);
        assert!(deleted.await.expect("an answer"));
        assert_eq!(sandbox.outputs().await.len(), 1, "interrupted");
        sandbox.sweep_later().await;
        assert_eq!(sandbox.outputs().await, []);
        sandbox.assert_consistent().await;
    });
}

#[test]
fn predictions_grow_old_with_their_dataset() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.predicting_for(&dataset).await;
        sandbox.work(job.id).await;
        let swept = janitor::sweep(&sandbox.janitor().at(forty_days_later)).await;
        assert_eq!(swept.datasets, 1);
        assert_eq!(sandbox.outputs().await, []);
        sandbox.assert_consistent().await;
    });
}

#[test]
fn a_dataset_that_does_not_fit_the_model_is_refused_in_words() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let model = sandbox.model(&sandbox.ready(now()).await).await;
        for (csv, words) in [
            (
                "size,colour\nlarge,red\n2,red\n",
                "line 2: column \"size\" must be a finite number",
            ),
            (
                "price,rooms\n1,2\n3,4\n",
                "none of the columns that the model takes: colour, size",
            ),
        ] {
            let dataset = sandbox.ready_with(csv, now()).await;
            let job = sandbox.predicting(model, &dataset).await;
            sandbox.work(job.id).await;
            let (code, detail) = sandbox.failed(&job).await;
            assert_eq!(code, JobErrorCode::Rejected);
            assert!(detail.contains(words), "{detail}");
        }
        sandbox.sweep_later().await;
        sandbox.assert_consistent().await;
    });
}

#[test]
fn predicting_that_takes_too_long_says_so() {
    in_sandbox(async |sandbox: Arc<Sandbox>| {
        let dataset = sandbox.ready(now()).await;
        let job = sandbox.predicting_for(&dataset).await;
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

fn output_of(job: &Job, dataset: &Dataset) -> Output {
    Output {
        user_id: job.user_id,
        dataset_id: dataset.id,
        job_id: job.id,
        kind: OutputKind::Predictions,
        size_bytes: 1,
        created_at: now(),
    }
}

pub(crate) fn completed() -> Ending {
    Ending {
        status: JobStatus::Completed,
        cost_usd: 0.0,
        result: None,
        error: None,
    }
}

impl Sandbox {
    pub(crate) async fn delete(&self, dataset: &Dataset) {
        let deleted = disposal::delete_dataset(&self.core, &self.objects, dataset, now()).await;
        assert!(deleted.expect("an answer"));
    }

    pub(crate) async fn sweep_later(&self) {
        janitor::sweep(&self.janitor().at(ten_minutes_later)).await;
    }
}
