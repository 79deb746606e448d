//! Why work on a job ends without a result.

use stint_platform::disposal::DisposalError;
use stint_platform::domain::{JobError, JobErrorCode};
use stint_platform::objects::ObjectError;
use stint_platform::store::StoreError;

/// A service did not answer: the message goes back, another attempt follows.
#[derive(Debug, thiserror::Error)]
pub enum Interrupted {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The object store.
    #[error(transparent)]
    Objects(#[from] ObjectError),
    /// Either, while deleting.
    #[error(transparent)]
    Disposal(#[from] DisposalError),
    /// A report could not be written as JSON.
    #[error("the report is not JSON: {0}")]
    Report(#[from] serde_json::Error),
    /// The working thread could not be joined.
    #[error("the working thread ended abnormally")]
    Thread,
}

/// Why work on a job ends without a result.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// Its owner asked for it.
    Cancelled,
    /// The claim is somebody else's now.
    Lost,
    /// It cannot be done, whoever tries.
    Failed(JobError),
    /// Somebody must try again.
    Interrupted(Interrupted),
}

impl Stopped {
    /// The data or the parameters cannot be worked with.
    pub(crate) fn rejected(detail: impl Into<String>) -> Self {
        Self::failed(JobErrorCode::Rejected, detail)
    }

    /// The dataset is not there any more.
    pub(crate) fn dataset_gone() -> Self {
        let detail = "the dataset was deleted before the job was done";
        Self::failed(JobErrorCode::DatasetGone, detail)
    }

    /// The model is not there any more.
    pub(crate) fn artifact_gone() -> Self {
        let detail = "the model was deleted before the job was done";
        Self::failed(JobErrorCode::ArtifactGone, detail)
    }

    /// The function's time is nearly over.
    pub(crate) fn out_of_time() -> Self {
        let detail = "the job did not end within the time that one function may run; split the \
                      data into smaller files";
        Self::failed(JobErrorCode::OutOfTime, detail)
    }

    fn failed(code: JobErrorCode, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self::Failed(JobError { code, detail })
    }
}

impl From<Interrupted> for Stopped {
    fn from(error: Interrupted) -> Self {
        Self::Interrupted(error)
    }
}

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self::Interrupted(error.into())
    }
}

impl From<ObjectError> for Stopped {
    fn from(error: ObjectError) -> Self {
        Self::Interrupted(error.into())
    }
}
