//! The upload function: wiring only. It answers HTTP requests and takes messages about objects.

use lambda_http::Adapter;
use lambda_http::request::LambdaRequest;
use lambda_http::tower::ServiceExt;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::Value;
use stint_platform::{aws, telemetry};
use upload::{App, Config};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    telemetry::start();
    let config = Config::of_process()?;
    let sdk = aws::load().await;
    let app = App::new(config, &sdk);
    app.edge.sessions.warm_up().await;
    let router = app.clone().router();
    lambda_runtime::run(service_fn(|event: LambdaEvent<Value>| {
        let (app, router) = (app.clone(), router.clone());
        async move {
            if event.payload.get("Records").is_some() {
                let messages = serde_json::from_value(event.payload)?;
                return Ok(serde_json::to_value(upload::receive(&app, messages).await)?);
            }
            let request: LambdaRequest = serde_json::from_value(event.payload)?;
            let request = LambdaEvent::new(request, event.context);
            let response = Adapter::from(router).oneshot(request).await?;
            Ok::<Value, lambda_http::Error>(serde_json::to_value(response)?)
        }
    }))
    .await
}
