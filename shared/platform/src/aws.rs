//! AWS clients, built once per process.

use aws_config::{BehaviorVersion, SdkConfig};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

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
