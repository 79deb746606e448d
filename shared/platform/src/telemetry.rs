//! Logs: one JSON line each, as the Lambda runtime's own subscriber writes them.

/// Starts logging. The level comes from `RUST_LOG` or Lambda's own setting.
pub fn start() {
    lambda_runtime::tracing::init_default_subscriber();
}
