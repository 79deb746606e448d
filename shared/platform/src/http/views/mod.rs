//! What entities look like in answers; records and answers may change separately.

mod artifact;
mod dataset;
mod job;
mod job_work;
mod link;
mod run;
mod user;

pub use artifact::{ArtifactFileView, ArtifactView};
pub use dataset::{DatasetView, RejectionView};
pub use job::{JobErrorView, JobProgressView, JobView};
pub use job_work::{
    AnalyzeParametersView, AnalyzeResultView, DatasetRefView, JobWorkView, PredictParametersView,
    PredictResultView, TrainParametersView, TrainResultView,
};
pub use link::DownloadLink;
pub use run::{BaselineView, RunSummaryView, RunView};
pub use user::{ScopeView, SessionView, TokenView, UserView};
