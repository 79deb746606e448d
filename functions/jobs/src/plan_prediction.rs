//! PREDICT: which model scores which dataset.

use stint_platform::domain::{ArtifactId, DatasetId, Owner, PredictParameters, Work};
use stint_platform::http::ApiError;
use utoipa::ToSchema;

use crate::App;
use crate::parameters::{Parameters, ready, reference};

/// The model, and the dataset to predict for.
#[derive(ToSchema)]
#[schema(example = json!({"artifact_id": "0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10", "dataset_id": "0198c5a4-7d5e-7cc3-8b0e-2f6c0f6f3a10"}))]
#[expect(dead_code, reason = "describes to OpenAPI what is read field by field")]
pub(crate) struct PredictJobRequest {
    /// A model of yours.
    #[schema(format = "uuid")]
    artifact_id: String,
    /// A dataset of yours. It need not have the target; columns that the model does not know are
    /// kept and not looked at.
    #[schema(format = "uuid")]
    dataset_id: String,
}

pub(crate) async fn plan_prediction(
    app: &App,
    owner: Owner,
    mut parameters: Parameters,
) -> Result<Work, ApiError> {
    let artifact_id: Option<ArtifactId> = parameters.id("artifact_id", "models");
    let dataset_id: Option<DatasetId> = parameters.id("dataset_id", "datasets");
    parameters.refuse_rest("artifact_id, dataset_id");
    let (artifact_id, dataset_id) = parameters.checked(artifact_id.zip(dataset_id))?;

    let dataset = ready(app, owner, dataset_id).await?;
    let artifact = app.core.artifact(owner, artifact_id).await?;
    let artifact = artifact.ok_or_else(|| ApiError::not_found("artifact"))?;
    Ok(Work::Predict {
        parameters: PredictParameters {
            dataset: reference(&dataset)?,
            rows: dataset.rows.unwrap_or(0),
            artifact_id: artifact.id,
        },
    })
}
