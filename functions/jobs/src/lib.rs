//! Jobs: creating, reading and cancelling background work.

mod cancel_job;
mod create_job;
mod get_job;
mod list_jobs;
mod parameters;
mod plan_analysis;
mod plan_prediction;
mod plan_training;

use axum::Router;
use stint_platform::aws;
use stint_platform::config::{ConfigError, Environment};
use stint_platform::domain::JobQuota;
use stint_platform::http::{Edge, EdgeConfig};
use stint_platform::queue::Queue;
use stint_platform::store::Core;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    edge: EdgeConfig,
    training_queue: String,
    quota: JobQuota,
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
            training_queue: environment.text("QUEUE_TRAINING_URL"),
            quota: JobQuota {
                open: environment.number("MAX_OPEN_JOBS", 1..=10_000),
                per_day: environment.number("MAX_JOBS_PER_DAY", 1..=100_000),
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
    training: Queue,
    quota: JobQuota,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        let dynamodb = aws::dynamodb(sdk);
        Self {
            core: Core::new(dynamodb.clone(), config.edge.table_core.clone()),
            training: Queue::new(sdk, config.training_queue),
            quota: config.quota,
            edge: aws::edge(config.edge, &dynamodb),
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
        .routes(routes!(list_jobs::list_jobs, create_job::create_job))
        .routes(routes!(get_job::get_job))
        .routes(routes!(cancel_job::cancel_job))
}
