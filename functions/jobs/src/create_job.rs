//! `POST /api/jobs`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use serde::Deserialize;
use serde_json::{Map, Value};
use stint_engine::{ParameterError, TrainRequest, TrainSpec};
use stint_platform::domain::{
    ArtifactId, Dataset, DatasetId, DatasetStatus, Job, JobId, Owner, RunId, TrainParameters,
};
use stint_platform::http::views::JobView;
use stint_platform::http::{ApiError, ApiJson, ErrorCode, FieldError, Problems, WritingUser};
use stint_platform::new_id;
use utoipa::ToSchema;

use crate::App;

/// Work to be done.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateJob {
    /// What to do: `TRAIN`.
    #[schema(example = "TRAIN")]
    job_type: String,
    /// `dataset_id` and, optionally, target, task, model_type, mode, hyperparameters, metric,
    /// test_fraction, folds, seed and features.
    #[schema(value_type = Object, example = json!({"dataset_id": "0198c5a4-7d5e-7cc3-8b0e-2f6c0f6f3a10", "target": "species"}))]
    parameters: Map<String, Value>,
}

/// Asks for a model to be trained. If the same data, parameters and engine made one before, the
/// job is complete at once and its result says `cached`.
#[utoipa::path(
    post,
    path = "/api/jobs",
    tag = "jobs",
    request_body = CreateJob,
    responses((status = 201, body = JobView), Problems)
)]
pub(crate) async fn create_job(
    State(app): State<App>,
    WritingUser(owner): WritingUser,
    ApiJson(body): ApiJson<CreateJob>,
) -> Result<
    (
        StatusCode,
        [(axum::http::HeaderName, String); 1],
        Json<JobView>,
    ),
    ApiError,
> {
    if body.job_type != "TRAIN" {
        let detail = format!("there is no job type {:?}; offered: TRAIN", body.job_type);
        return Err(ApiError::invalid("/job_type", detail));
    }
    let (dataset_id, request) = parse(body.parameters)?;
    let dataset = ready(&app, owner, dataset_id).await?;
    let spec = resolve(&app, owner, &dataset, &request).await?;
    let job = place(&app, owner, &dataset, spec).await?;
    let location = format!("/api/jobs/{}", job.id);
    Ok((
        StatusCode::CREATED,
        [(LOCATION, location)],
        Json(job.into()),
    ))
}

fn parse(mut parameters: Map<String, Value>) -> Result<(DatasetId, TrainRequest), ApiError> {
    let dataset_id = match parameters.remove("dataset_id") {
        Some(Value::String(id)) => id.parse().map_err(|_| {
            ApiError::invalid(
                "/parameters/dataset_id",
                "expected the id of one of your datasets",
            )
        }),
        _ => Err(ApiError::invalid(
            "/parameters/dataset_id",
            "dataset_id is missing: the id of one of your datasets, as text",
        )),
    };
    let request = TrainRequest::from_json(&Value::Object(parameters)).map_err(in_parameters)?;
    Ok((dataset_id?, request))
}

async fn ready(app: &App, owner: Owner, id: DatasetId) -> Result<Dataset, ApiError> {
    let dataset = app.core.dataset(owner, id).await?;
    let dataset = dataset.ok_or_else(|| ApiError::not_found("dataset"))?;
    if dataset.status == DatasetStatus::Ready {
        return Ok(dataset);
    }
    let detail = match dataset.status {
        DatasetStatus::AwaitingUpload => "its file was not uploaded and completed yet",
        DatasetStatus::Rejected => "its file was refused; upload a mended one",
        _ => "its upload has expired; upload it again",
    };
    Err(ApiError::new(
        ErrorCode::DatasetNotReady,
        format!("the dataset cannot be trained on: {detail}"),
    ))
}

async fn resolve(
    app: &App,
    owner: Owner,
    dataset: &Dataset,
    request: &TrainRequest,
) -> Result<TrainSpec, ApiError> {
    let schema = app.core.schema(owner, dataset.id).await?;
    let schema = schema.ok_or_else(|| ApiError::not_found("dataset"))?;
    request
        .resolve(&schema.columns, schema.rows as usize)
        .map_err(in_parameters)
}

async fn place(
    app: &App,
    owner: Owner,
    dataset: &Dataset,
    spec: TrainSpec,
) -> Result<Job, ApiError> {
    let sha256 = dataset.sha256.clone();
    let parameters = TrainParameters {
        dataset_id: dataset.id,
        dataset_name: dataset.name.as_str().to_owned(),
        dataset_version: dataset.version,
        dataset_sha256: sha256.ok_or_else(|| ApiError::internal("a ready dataset has no hash"))?,
        spec,
    };
    let now = (app.edge.now)();
    let job = Job::train(
        JobId::new(new_id()),
        owner.user_id(),
        RunId::new(new_id()),
        ArtifactId::new(new_id()),
        parameters,
        now,
    );
    if let Some(earlier) = app.core.earlier_result(owner, &job.run_key).await? {
        let job = job.answered_by(earlier, now);
        app.core.create_job(&job).await?;
        return Ok(job);
    }
    app.core.create_job(&job).await?;
    if let Err(error) = app.training.announce(&job).await {
        // The record stands: the janitor announces it again.
        tracing::warn!(job_id = %job.id, %error, "job is recorded but not announced");
    }
    Ok(job)
}

fn in_parameters(errors: Vec<ParameterError>) -> ApiError {
    ApiError::all_invalid(
        errors
            .into_iter()
            .map(|error| FieldError::new(format!("/parameters{}", error.pointer), error.detail))
            .collect(),
    )
}
