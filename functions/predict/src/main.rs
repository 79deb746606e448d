//! The predict function: wiring only.

use predict::{App, Config};
use stint_platform::{aws, telemetry};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    telemetry::start();
    let config = Config::of_process()?;
    let sdk = aws::load().await;
    let app = App::new(config, &sdk);
    app.edge.sessions.warm_up().await;
    lambda_http::run(app.router()).await
}
