//! Trainings: run, artifact and content key are recorded together with the end of their job.

use aws_sdk_dynamodb::types::TransactWriteItem;
use serde::{Deserialize, Serialize};

use super::core::transaction;
use super::item::Entity;
use super::{Core, Ending, StoreError};
use crate::domain::{
    Artifact, ArtifactId, Job, JobResult, JobStatus, Owner, Run, RunId, Timestamp, TrainResult,
    UserId,
};

/// The run that a content key led to, so that asking again trains nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct RunKey {
    pub(super) user_id: UserId,
    pub(super) run_key: String,
    pub(super) run_id: RunId,
    pub(super) artifact_id: ArtifactId,
    pub(super) mode_used: String,
}

impl Entity for RunKey {
    const KIND: &'static str = "RUNKEY";
    fn user_id(&self) -> UserId {
        self.user_id
    }
    fn key(&self) -> String {
        self.run_key.clone()
    }
}

/// What a worker hands in at the end of a training.
#[derive(Clone, Debug)]
pub struct FinishedTraining {
    /// What was measured.
    pub run: Run,
    /// The model.
    pub artifact: Artifact,
}

/// How handing in ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Finish {
    /// Run, artifact and job are recorded, all at once.
    Done,
    /// Another worker holds the job, or it was ended: nothing was written.
    Lost,
    /// Another job recorded a run with this content key first: nothing was written.
    AlreadyRun(TrainResult),
}

impl Core {
    /// What an earlier run with this content key made (access pattern C12).
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn earlier_result(
        &self,
        owner: Owner,
        run_key: &str,
    ) -> Result<Option<TrainResult>, StoreError> {
        Ok(self
            .get::<RunKey>(owner, run_key)
            .await?
            .map(TrainResult::from))
    }

    /// Records a finished training and completes its job in one transaction (access pattern C15).
    ///
    /// A run that fell back to another mode is not found again by its content key: asking again
    /// tries again.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn finish_training(
        &self,
        job: &Job,
        finished: &FinishedTraining,
        now: Timestamp,
    ) -> Result<Finish, StoreError> {
        let run = &finished.run;
        let result = TrainResult {
            run_id: run.id,
            artifact_id: run.artifact_id,
            cached: false,
            mode_used: run.mode_used.clone(),
            fallback_reason: run.fallback_reason.clone(),
        };
        let ended = Ending {
            status: JobStatus::Completed,
            cost_usd: run.cost_usd,
            result: Some(JobResult::Train(result)),
            error: None,
        };
        let mut request = self
            .client
            .transact_write_items()
            .transact_items(
                TransactWriteItem::builder()
                    .update(self.ending(job, &ended, now)?)
                    .build(),
            )
            .transact_items(
                TransactWriteItem::builder()
                    .put(self.creation(run)?)
                    .build(),
            )
            .transact_items(
                TransactWriteItem::builder()
                    .put(self.creation(&finished.artifact)?)
                    .build(),
            );
        if run.fallback_reason.is_none() {
            let found_by = RunKey {
                user_id: run.user_id,
                run_key: run.run_key.clone(),
                run_id: run.id,
                artifact_id: run.artifact_id,
                mode_used: run.mode_used.clone(),
            };
            request = request.transact_items(
                TransactWriteItem::builder()
                    .put(self.creation(&found_by)?)
                    .build(),
            );
        }
        let failed = transaction(request.send().await)?;
        if failed.is_empty() {
            return Ok(Finish::Done);
        }
        if failed[0] {
            return Ok(Finish::Lost);
        }
        let owner = Owner::vouched(job.user_id);
        Ok(match self.earlier_result(owner, &run.run_key).await? {
            Some(earlier) => Finish::AlreadyRun(earlier),
            None => Finish::Lost,
        })
    }
}

impl From<RunKey> for TrainResult {
    fn from(found: RunKey) -> Self {
        Self {
            run_id: found.run_id,
            artifact_id: found.artifact_id,
            cached: true,
            mode_used: found.mode_used,
            fallback_reason: None,
        }
    }
}
