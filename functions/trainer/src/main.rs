//! The trainer function: wiring only.

use lambda_runtime::{LambdaEvent, service_fn};
use stint_platform::{aws, telemetry};
use trainer::{App, Config, Host};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    telemetry::start();
    let config = Config::of_process()?;
    let sdk = aws::load().await;
    let app = App::new(config, &sdk);
    lambda_runtime::run(service_fn(|event: LambdaEvent<_>| {
        let host = Host::of(&event.context);
        let app = app.clone();
        async move { Ok::<_, lambda_runtime::Error>(trainer::receive(&app, host, event.payload).await) }
    }))
    .await
}
