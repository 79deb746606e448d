//! Taking CSVs in: tickets, the small direct upload, and the validation of what arrived.

mod complete_upload;
mod create_upload;
mod receive_objects;
mod upload_directly;
mod validate_dataset;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use stint_platform::aws;
use stint_platform::config::{ConfigError, Environment, UploadRules};
use stint_platform::domain::DatasetQuota;
use stint_platform::http::{Edge, EdgeConfig};
use stint_platform::objects::Objects;
use stint_platform::store::Core;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use receive_objects::receive;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    edge: EdgeConfig,
    bucket: String,
    rules: UploadRules,
    quota: DatasetQuota,
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
            rules: UploadRules::read(&mut environment),
            quota: DatasetQuota {
                datasets: environment.number("MAX_DATASETS", 1..=10_000),
                bytes: environment.number("MAX_DATASET_BYTES", 1..=1 << 50),
            },
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
    objects: Objects,
    rules: UploadRules,
    quota: DatasetQuota,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        let dynamodb = aws::dynamodb(sdk);
        Self {
            core: Core::new(dynamodb.clone(), config.edge.table_core.clone()),
            objects: Objects::new(sdk, config.bucket),
            edge: aws::edge(config.edge, &dynamodb),
            rules: config.rules,
            quota: config.quota,
        }
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
        .routes(routes!(create_upload::create_upload))
        .layer(DefaultBodyLimit::max(upload_directly::MAX_BODY_BYTES))
        .routes(routes!(complete_upload::complete_upload))
}
