//! `POST /api/jobs`

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value};
use stint_platform::domain::{Job, JobId, Owner, Timestamp, Work};
use stint_platform::http::views::JobView;
use stint_platform::http::{ApiError, ApiJson, Problems, WritingUser};
use stint_platform::new_id;
use utoipa::ToSchema;

use crate::App;
use crate::parameters::Parameters;
use crate::plan_analysis::{AnalyzeJobRequest, plan_analysis};
use crate::plan_prediction::{PredictJobRequest, plan_prediction};
use crate::plan_training::{TrainJobRequest, plan_training};

/// Work to be done.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateJob {
    job_type: String,
    parameters: Map<String, Value>,
}

/// Work to be done.
#[derive(ToSchema)]
#[schema(as = CreateJob)]
#[serde(
    tag = "job_type",
    content = "parameters",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
#[expect(dead_code, reason = "describes to OpenAPI what is read field by field")]
pub(crate) enum CreateJobDocument {
    /// Trains a model.
    Train(TrainJobRequest),
    /// Predicts for every row of a dataset.
    Predict(PredictJobRequest),
    /// Analyzes a dataset.
    Analyze(AnalyzeJobRequest),
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<JobView>);

/// Asks for work to be done: a model trained, a dataset predicted for, or a dataset analyzed. A
/// training that was done before with the same data, parameters and engine is complete at once and
/// its result says `cached`; predictions and analyses are made again.
#[utoipa::path(
    post,
    path = "/api/jobs",
    tag = "jobs",
    request_body = CreateJobDocument,
    responses((status = 201, body = JobView), Problems)
)]
pub(crate) async fn create_job(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiJson(body): ApiJson<CreateJob>,
) -> Result<Created, ApiError> {
    let parameters = Parameters::new(body.parameters);
    let work = match body.job_type.as_str() {
        "TRAIN" => plan_training(&app, owner, parameters).await?,
        "PREDICT" => plan_prediction(&app, owner, parameters).await?,
        "ANALYZE" => plan_analysis(&app, owner, parameters).await?,
        other => {
            let detail =
                format!("there is no job type {other:?}; offered: TRAIN, PREDICT, ANALYZE");
            return Err(ApiError::invalid("/job_type", detail));
        }
    };
    let now = (app.edge.now)();
    let job = Job::waiting(JobId::new(new_id()), owner.user_id(), work, now);
    let job = place(&app, owner, job, now).await?;
    let location = format!("/api/jobs/{}", job.id);
    Ok((
        StatusCode::CREATED,
        [(LOCATION, location)],
        Json(job.into()),
    ))
}

/// Records a job and announces it, unless an earlier training answers it.
async fn place(app: &App, owner: Owner, job: Job, now: Timestamp) -> Result<Job, ApiError> {
    if let Work::Train(training) = &job.work
        && let Some(earlier) = app.core.earlier_result(owner, &training.run_key).await?
    {
        let job = job.answered_by(earlier, now);
        app.core.create_job(&job, &app.quota).await??;
        return Ok(job);
    }
    app.core.create_job(&job, &app.quota).await??;
    if let Err(error) = app.training.announce(&job).await {
        // The record stands: the janitor announces it again.
        tracing::warn!(job_id = %job.id, %error, "job is recorded but not announced");
    }
    Ok(job)
}
