//! The janitor function: wiring only. It wakes up on a schedule and for dead letters.

use janitor::{App, Config};
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::Value;
use stint_platform::{aws, telemetry};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    telemetry::start();
    let config = Config::of_process()?;
    let sdk = aws::load().await;
    let app = App::new(config, &sdk);
    lambda_runtime::run(service_fn(|event: LambdaEvent<Value>| {
        let app = app.clone();
        async move {
            if event.payload.get("Records").is_some() {
                let letters = serde_json::from_value(event.payload)?;
                return Ok(serde_json::to_value(janitor::bury(&app, letters).await)?);
            }
            let done = janitor::sweep(&app).await;
            Ok::<Value, lambda_runtime::Error>(serde_json::to_value(done)?)
        }
    }))
    .await
}
