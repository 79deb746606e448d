//! Accounts: signing up, in and out, sessions, personal access tokens.

mod browser_session;
mod change_password;
mod confirm_password;
mod create_token;
mod delete_me;
mod delete_session;
mod delete_token;
mod get_me;
mod list_sessions;
mod list_tokens;
mod network;
mod password_rules;
mod passwords;
mod sign_in;
mod sign_out;
mod sign_up;
mod signed_in;
mod throttle;
mod update_me;

use axum::Router;
use stint_platform::aws;
use stint_platform::config::{ConfigError, Environment};
use stint_platform::http::{Edge, EdgeConfig};
use stint_platform::store::{Core, Users};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    edge: EdgeConfig,
    table_users: String,
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
            table_users: environment.text("TABLE_USERS"),
        };
        environment.finish(config)
    }
}

/// What the handlers work with.
#[derive(Clone, Debug)]
pub struct App {
    /// The edge around all routes.
    pub edge: Edge,
    users: Users,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        let dynamodb = aws::dynamodb(sdk);
        let core = Core::new(dynamodb.clone(), config.edge.table_core.clone());
        let edge = aws::edge(config.edge, &dynamodb);
        Self {
            users: Users::new(dynamodb, config.table_users, edge.sessions.clone(), core),
            edge,
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
        .routes(routes!(sign_up::sign_up))
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(
            get_me::get_me,
            update_me::update_me,
            delete_me::delete_me
        ))
        .routes(routes!(change_password::change_password))
        .routes(routes!(list_sessions::list_sessions))
        .routes(routes!(delete_session::delete_session))
        .routes(routes!(
            list_tokens::list_tokens,
            create_token::create_token
        ))
        .routes(routes!(delete_token::delete_token))
}
