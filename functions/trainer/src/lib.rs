//! The trainer: takes a job from the queue, does what it asks for, and records what came out, once.

mod analyze;
mod fit;
mod hand_in;
mod predict;
mod progress;
mod read_dataset;
mod receive_jobs;
mod retain_artifacts;
mod run_job;
mod save_model;
mod save_output;
mod stopped;
mod train;
mod watched;

use stint_engine::CsvRules;
use stint_platform::aws;
use stint_platform::clock;
use stint_platform::config::{ConfigError, Environment, UploadRules};
use stint_platform::domain::{Clock, Timestamp};
use stint_platform::objects::Objects;
use stint_platform::store::Core;

pub use hand_in::hand_in;
pub use receive_jobs::receive;
pub use run_job::run_job;
pub use stopped::Interrupted;

/// Milliseconds before the function's limit at which a training is stopped, so that the light
/// result can still be recorded.
const RESERVE_MS: i64 = 10_000;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the `core` table.
    pub table_core: String,
    /// Name of the data bucket.
    pub bucket: String,
    /// Whether heavy training is allowed.
    pub real_training: bool,
    /// Largest CSV in bytes.
    pub max_csv_bytes: u64,
    /// What its content was held against when it was uploaded.
    pub csv: CsvRules,
    /// Models kept per owner, pinned ones not counted.
    pub max_artifacts: usize,
}

impl Config {
    /// Reads the environment of this process.
    ///
    /// # Errors
    /// All problems at once.
    pub fn of_process() -> Result<Self, ConfigError> {
        let mut environment = Environment::of_process();
        let rules = UploadRules::read(&mut environment);
        let config = Self {
            table_core: environment.text("TABLE_CORE"),
            bucket: environment.text("BUCKET_DATA"),
            real_training: environment.switch("ENABLE_REAL_TRAINING"),
            max_csv_bytes: rules.max_bytes,
            csv: rules.csv,
            max_artifacts: environment.number("MAX_MODEL_ARTIFACTS", 1..=1000),
        };
        environment.finish(config)
    }
}

/// What a job is run with.
#[derive(Clone, Debug)]
pub struct App {
    core: Core,
    objects: Objects,
    config: Config,
    now: Clock,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        Self {
            core: Core::new(aws::dynamodb(sdk), config.table_core.clone()),
            objects: Objects::new(sdk, config.bucket.clone()),
            config,
            now: clock::now,
        }
    }
}

/// What the machine allows.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// When a training must stop.
    pub stop_at: Timestamp,
    /// What is billed, in MiB.
    pub memory_mb: u32,
}

impl Host {
    /// The sandbox of an invocation.
    pub fn of(context: &lambda_runtime::Context) -> Self {
        let deadline = i64::try_from(context.deadline).unwrap_or(i64::MAX);
        Self {
            stop_at: Timestamp::from_unix_millis(deadline - RESERVE_MS),
            memory_mb: u32::try_from(context.env_config.memory).unwrap_or(0),
        }
    }
}
