//! ANALYZE: which dataset, against which column and which other dataset.

use stint_engine::TrainRequest;
use stint_platform::domain::{AnalyzeParameters, DatasetId, Owner, Work};
use stint_platform::http::ApiError;
use utoipa::ToSchema;

use crate::App;
use crate::parameters::{Parameters, in_parameters, ready, reference};

/// The dataset to analyze.
#[derive(ToSchema)]
#[schema(example = json!({"dataset_id": "0198c5a4-7d5e-7cc3-8b0e-2f6c0f6f3a10", "target": "species"}))]
#[expect(dead_code, reason = "describes to OpenAPI what is read field by field")]
pub(crate) struct AnalyzeJobRequest {
    /// A dataset of yours.
    #[schema(format = "uuid")]
    dataset_id: String,
    /// The column to measure the others against; none if not given.
    target: Option<String>,
    /// Another dataset of yours, such as an earlier version: what has shifted since is measured.
    #[schema(format = "uuid")]
    compare_to: Option<String>,
}

pub(crate) async fn plan_analysis(
    app: &App,
    owner: Owner,
    mut parameters: Parameters,
) -> Result<Work, ApiError> {
    let dataset_id: Option<DatasetId> = parameters.id("dataset_id", "datasets");
    let target = parameters.column("target");
    let compare_to: Option<DatasetId> = parameters.optional_id("compare_to", "datasets");
    parameters.refuse_rest("dataset_id, target, compare_to");
    if compare_to.is_some() && compare_to == dataset_id {
        let detail = "a dataset is compared with another one, not with itself";
        parameters.fail("compare_to", detail.to_owned());
    }
    let dataset_id = parameters.checked(dataset_id)?;

    let dataset = ready(app, owner, dataset_id).await?;
    let compare_to = match compare_to {
        Some(id) => Some(reference(&ready(app, owner, id).await?)?),
        None => None,
    };
    if let Some(target) = &target {
        check_target(app, owner, dataset.id, target).await?;
    }
    Ok(Work::Analyze {
        parameters: AnalyzeParameters {
            dataset: reference(&dataset)?,
            target,
            compare_to,
        },
    })
}

/// A target of an analysis is one that could be trained for.
async fn check_target(
    app: &App,
    owner: Owner,
    dataset: DatasetId,
    target: &str,
) -> Result<(), ApiError> {
    let schema = app.core.schema(owner, dataset).await?;
    let schema = schema.ok_or_else(|| ApiError::not_found("dataset"))?;
    let request = TrainRequest {
        target: Some(target.to_owned()),
        ..TrainRequest::default()
    };
    let refused = |errors: Vec<_>| errors.into_iter().map(in_parameters).collect();
    request
        .resolve(&schema.columns, schema.rows as usize)
        .map_err(|errors| ApiError::all_invalid(refused(errors)))?;
    Ok(())
}
