//! TRAIN: what is asked, with every default made explicit.

use stint_engine::TrainRequest;
use stint_platform::domain::{
    ArtifactId, DatasetId, Owner, RunId, TrainParameters, Training, Work,
};
use stint_platform::http::ApiError;
use stint_platform::new_id;
use utoipa::ToSchema;

use crate::App;
use crate::parameters::{Parameters, in_parameters, ready, reference};

/// The dataset to train on; what is not given of the rest gets its default.
#[derive(ToSchema)]
#[schema(example = json!({"dataset_id": "0198c5a4-7d5e-7cc3-8b0e-2f6c0f6f3a10", "target": "species"}))]
#[expect(dead_code, reason = "describes to OpenAPI what is read field by field")]
pub(crate) struct TrainJobRequest {
    /// A dataset of yours.
    #[schema(format = "uuid")]
    dataset_id: String,
    #[serde(flatten)]
    request: TrainRequest,
}

pub(crate) async fn plan_training(
    app: &App,
    owner: Owner,
    mut parameters: Parameters,
) -> Result<Work, ApiError> {
    let dataset_id: Option<DatasetId> = parameters.id("dataset_id", "datasets");
    let request = match TrainRequest::from_json(&parameters.take_rest()) {
        Ok(request) => Some(request),
        Err(errors) => {
            parameters.fail_all(errors);
            None
        }
    };
    let (dataset_id, request) = parameters.checked(dataset_id.zip(request))?;
    let dataset = ready(app, owner, dataset_id).await?;
    let schema = app.core.schema(owner, dataset.id).await?;
    let schema = schema.ok_or_else(|| ApiError::not_found("dataset"))?;
    let spec = request
        .resolve(&schema.columns, schema.rows as usize)
        .map_err(|errors| ApiError::all_invalid(errors.into_iter().map(in_parameters).collect()))?;
    let parameters = TrainParameters {
        dataset: reference(&dataset)?,
        spec,
    };
    let (run, artifact) = (RunId::new(new_id()), ArtifactId::new(new_id()));
    let training = Training::new(run, artifact, parameters);
    Ok(Work::Train(Box::new(training)))
}
