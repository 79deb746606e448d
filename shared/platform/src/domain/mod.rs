//! The vocabulary of the platform: plain values and the rules that hold between them.
//!
//! Nothing here does I/O, reads a clock or knows a vendor; every other room may use it.

mod artifact;
mod cost;
mod dataset;
mod id;
mod job;
mod output;
mod owner;
mod quota;
mod run;
mod session;
mod timestamp;
mod user;
mod work;

pub use artifact::{Artifact, ArtifactFile, ArtifactFormat, MAX_MODEL_BYTES};
pub use cost::job_cost_usd;
pub use dataset::{Dataset, DatasetName, DatasetStatus, NameError, Rejection, UploadExpectation};
pub use id::{ArtifactId, DatasetId, InvalidId, JobId, RunId, SessionId, TokenId, UserId};
pub use job::{Job, JobError, JobErrorCode, JobProgress, JobStatus, LEASE, MAX_ATTEMPTS};
pub use output::{Output, OutputKind};
pub use owner::Owner;
pub use quota::{DatasetQuota, JobQuota, QuotaExceeded};
pub use run::{Run, RunStatus};
pub use session::{Scope, Session, Token};
pub use timestamp::{Clock, Timestamp};
pub use user::{EmailAddress, EmailError, FullName, FullNameError, PasswordHash, User};
pub use work::{
    AnalyzeParameters, AnalyzeResult, DatasetRef, JobResult, PredictParameters, PredictResult,
    TrainParameters, TrainResult, Training, Work,
};
