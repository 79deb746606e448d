//! Where the platform under test is.

/// A variable that `scripts/test` sets.
///
/// # Panics
/// If it is not set: these suites run against a real platform or not at all.
#[expect(
    clippy::disallowed_methods,
    reason = "tests are configured by the script that runs them"
)]
pub fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: run ./scripts/test, or ./scripts/dev and `set -a; . .local/env`")
    })
}

/// The platform under test.
#[derive(Clone, Debug)]
pub struct Platform {
    /// Where the page is.
    pub url: String,
}

impl Platform {
    /// The platform that the environment names.
    pub fn of_environment() -> Self {
        Self {
            url: setting("STINT_URL").trim_end_matches('/').to_owned(),
        }
    }
}
