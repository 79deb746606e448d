//! Scoring: a trained model answers for rows that it has never seen.

mod explanation;
mod get_schema;
mod model_cache;
mod predict_rows;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use stint_engine::Model;
use stint_platform::aws;
use stint_platform::config::{ConfigError, Environment};
use stint_platform::domain::{ArtifactId, Owner};
use stint_platform::http::{ApiError, Edge, EdgeConfig};
use stint_platform::objects::Objects;
use stint_platform::store::Core;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::model_cache::ModelCache;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    edge: EdgeConfig,
    bucket: String,
}

impl Config {
    /// Reads the environment of this process.
    ///
    /// # Errors
    /// All problems at once.
    pub fn of_process() -> Result<Self, ConfigError> {
        let mut environment = Environment::of_process();
        let config = Self {
            edge: EdgeConfig::read(&mut environment),
            bucket: environment.text("BUCKET_DATA"),
        };
        environment.finish(config)
    }
}

/// What the handlers work with.
#[derive(Clone, Debug)]
pub struct App {
    /// The edge around all routes.
    pub edge: Edge,
    core: Core,
    models: ModelCache,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        let dynamodb = aws::dynamodb(sdk);
        Self {
            core: Core::new(dynamodb.clone(), config.edge.table_core.clone()),
            models: ModelCache::new(Objects::new(sdk, config.bucket)),
            edge: aws::edge(config.edge, &dynamodb),
        }
    }

    /// A model of the owner, or "there is no such artifact".
    async fn model(&self, owner: Owner, id: ArtifactId) -> Result<Arc<Model>, ApiError> {
        let artifact = self.core.artifact(owner, id).await?;
        let artifact = artifact.ok_or_else(|| ApiError::not_found("artifact"))?;
        self.models.get(&artifact).await
    }

    /// The routes with the edge around them.
    pub fn router(self) -> Router {
        let edge = self.edge.clone();
        edge.around(routes().split_for_parts().0.with_state(self))
    }
}

/// The routes and what OpenAPI says of them.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(predict_rows::predict_rows))
        .routes(routes!(get_schema::get_schema))
        .layer(DefaultBodyLimit::max(predict_rows::MAX_BODY_BYTES))
}
