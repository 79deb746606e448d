//! Reading, linking to and deleting what an owner has: datasets, runs, artifacts.

mod delete_artifact;
mod delete_dataset;
mod delete_expired_datasets;
mod get_analysis;
mod get_artifact;
mod get_artifact_link;
mod get_dataset;
mod get_file_link;
mod get_health;
mod get_prediction_link;
mod get_preview;
mod get_profile;
mod get_run;
mod list_artifacts;
mod list_datasets;
mod list_runs;
mod outputs;
mod pin_artifact;

use axum::Router;
use stint_platform::aws;
use stint_platform::config::{ConfigError, Environment};
use stint_platform::http::{Edge, EdgeConfig};
use stint_platform::objects::Objects;
use stint_platform::store::Core;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Seconds for which the links in lists work.
const LINK_SECONDS: u64 = 3600;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    edge: EdgeConfig,
    bucket: String,
    expiry: Expiry,
}

/// When datasets are too old to be kept.
#[derive(Clone, Copy, Debug)]
struct Expiry {
    days: i64,
    batch_limit: usize,
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
            expiry: Expiry {
                days: environment.number("DATASET_TTL_DAYS", 0..=36_500),
                batch_limit: environment.number("DATASET_TTL_BATCH_LIMIT", 1..=1000),
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
    expiry: Expiry,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        let dynamodb = aws::dynamodb(sdk);
        Self {
            core: Core::new(dynamodb.clone(), config.edge.table_core.clone()),
            objects: Objects::new(sdk, config.bucket),
            edge: aws::edge(config.edge, &dynamodb),
            expiry: config.expiry,
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
        .routes(routes!(get_health::get_health))
        .routes(routes!(list_datasets::list_datasets))
        .routes(routes!(delete_expired_datasets::delete_expired_datasets))
        .routes(routes!(
            get_dataset::get_dataset,
            delete_dataset::delete_dataset
        ))
        .routes(routes!(get_profile::get_profile))
        .routes(routes!(get_preview::get_preview))
        .routes(routes!(list_runs::list_runs))
        .routes(routes!(get_run::get_run))
        .routes(routes!(list_artifacts::list_artifacts))
        .routes(routes!(
            get_artifact::get_artifact,
            pin_artifact::pin_artifact,
            delete_artifact::delete_artifact
        ))
        .routes(routes!(get_artifact_link::get_artifact_link))
        .routes(routes!(get_file_link::get_file_link))
        .routes(routes!(get_prediction_link::get_prediction_link))
        .routes(routes!(get_analysis::get_analysis))
}
