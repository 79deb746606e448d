//! `GET /api/ml/v1/artifacts/{id}/schema`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_engine::{ColumnKind, Model, ModelInput, Task};
use stint_platform::domain::ArtifactId;
use stint_platform::http::{ApiError, ApiPath, CurrentUser, Problems};
use utoipa::ToSchema;

use crate::App;
use crate::explanation::most_rows;

/// What a model takes and answers.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct ModelSchema {
    /// The predicted column.
    target: String,
    /// What is predicted.
    task: Task,
    /// The classes; empty for regression.
    labels: Vec<String>,
    /// Whether the model can say why: `explain` is accepted with rows to predict for.
    explained: bool,
    /// The columns that the model takes, in the order of the dataset that it was trained on.
    inputs: Vec<SchemaInput>,
}

/// A column that a model takes. All that is said of its values is of the training part.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct SchemaInput {
    /// Its name.
    name: String,
    /// Kind of its values.
    kind: ColumnKind,
    /// The words that the model tells apart; others are accepted. Of booleans the affirmative one is last.
    /// Empty for numbers and dates.
    levels: Vec<String>,
    /// The smallest number; smaller ones are accepted. `null` for other kinds.
    min: Option<f64>,
    /// The largest number; larger ones are accepted. `null` for other kinds.
    max: Option<f64>,
    /// The median, or the most frequent word, as it would be in a CSV. `null`, as `min` and `max`, for models
    /// that were made before this was kept.
    usual: Option<String>,
}

/// What a model takes and answers: what a form for a row needs.
#[utoipa::path(
    get,
    path = "/api/ml/v1/artifacts/{id}/schema",
    tag = "artifacts",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = ModelSchema), Problems)
)]
pub(crate) async fn get_schema(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<ArtifactId>,
) -> Result<Json<ModelSchema>, ApiError> {
    Ok(Json(ModelSchema::of(&*app.model(owner, id).await?)))
}

impl ModelSchema {
    fn of(model: &Model) -> Self {
        Self {
            target: model.target().to_owned(),
            task: model.task(),
            labels: model.labels().to_vec(),
            explained: most_rows(model).is_ok(),
            inputs: model.inputs().map(SchemaInput::from).collect(),
        }
    }
}

impl From<ModelInput<'_>> for SchemaInput {
    fn from(input: ModelInput<'_>) -> Self {
        Self {
            name: input.name.to_owned(),
            kind: input.kind,
            levels: input.categories.into_iter().map(str::to_owned).collect(),
            min: input.min,
            max: input.max,
            usual: input.usual,
        }
    }
}
