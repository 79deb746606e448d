//! AWS clients, built once per process.

use aws_config::BehaviorVersion;
pub use aws_config::SdkConfig;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

use crate::http::{Edge, EdgeConfig};
use crate::store::{Idempotency, Sessions};

/// The SDK configuration: region, credentials and, for an emulator, `AWS_ENDPOINT_URL` come from
/// the environment; one HTTP and TLS stack for all clients.
#[expect(clippy::disallowed_methods, reason = "the one place that loads it")]
pub async fn load() -> SdkConfig {
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    aws_config::defaults(BehaviorVersion::v2026_01_12())
        .http_client(http)
        .load()
        .await
}

/// The edge of an HTTP function on its tables.
pub fn edge(config: EdgeConfig, dynamodb: &aws_sdk_dynamodb::Client) -> Edge {
    Edge {
        sessions: Sessions::new(dynamodb.clone(), config.table_sessions),
        idempotency: Idempotency::new(dynamodb.clone(), config.table_core),
        keys: config.keys,
        origins: config.origins,
        now: crate::clock::now,
    }
}

/// A DynamoDB client; the store's rooms are opened with it.
pub fn dynamodb(sdk: &SdkConfig) -> aws_sdk_dynamodb::Client {
    aws_sdk_dynamodb::Client::new(sdk)
}
