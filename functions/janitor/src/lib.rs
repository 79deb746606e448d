//! The janitor: repairs what was interrupted and removes what has expired, a batch at a time.
//!
//! Every repair reads the item again and writes conditionally, so it may run at any time, twice,
//! or beside the function whose work it finishes.

mod bury_dead_letters;
mod delete_old_datasets;
mod empty_trash;
mod expire_uploads;
mod purge_accounts;
mod recover_jobs;

use serde::Serialize;
use stint_platform::aws;
use stint_platform::clock;
use stint_platform::config::{ConfigError, Environment};
use stint_platform::disposal::DisposalError;
use stint_platform::domain::Clock;
use stint_platform::objects::{ObjectError, Objects};
use stint_platform::queue::{Queue, QueueError};
use stint_platform::store::{Core, StoreError, SweepEntry};

pub use bury_dead_letters::bury;

/// Items of a kind that one sweep looks at.
const BATCH: usize = 100;

/// The settings of this function.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the `core` table.
    pub table_core: String,
    /// Name of the data bucket.
    pub bucket: String,
    /// Where jobs are announced.
    pub training_queue: String,
    /// Where arrived uploads are announced.
    pub uploads_queue: String,
    /// Days after which a dataset is deleted; 0: never.
    pub ttl_days: i64,
    /// Seconds between two looks for old datasets.
    pub ttl_check_seconds: i64,
    /// Datasets that one look deletes at most.
    pub ttl_batch: usize,
}

impl Config {
    /// Reads the environment of this process.
    ///
    /// # Errors
    /// All problems at once.
    pub fn of_process() -> Result<Self, ConfigError> {
        let mut environment = Environment::of_process();
        let config = Self {
            table_core: environment.text("TABLE_CORE"),
            bucket: environment.text("BUCKET_DATA"),
            training_queue: environment.text("QUEUE_TRAINING_URL"),
            uploads_queue: environment.text("QUEUE_UPLOADS_URL"),
            ttl_days: environment.number("DATASET_TTL_DAYS", 0..=36_500),
            ttl_check_seconds: environment.number("DATASET_TTL_CHECK_INTERVAL_SEC", 1..=604_800),
            ttl_batch: environment.number("DATASET_TTL_BATCH_LIMIT", 1..=1000),
        };
        environment.finish(config)
    }
}

/// What repairs are made with.
#[derive(Clone, Debug)]
pub struct App {
    core: Core,
    objects: Objects,
    training: Queue,
    uploads: Queue,
    config: Config,
    now: Clock,
}

impl App {
    /// Clients for the configured resources; nothing is called.
    pub fn new(config: Config, sdk: &aws::SdkConfig) -> Self {
        Self {
            core: Core::new(aws::dynamodb(sdk), config.table_core.clone()),
            objects: Objects::new(sdk, config.bucket.clone()),
            training: Queue::new(sdk, config.training_queue.clone()),
            uploads: Queue::new(sdk, config.uploads_queue.clone()),
            config,
            now: clock::now,
        }
    }

    /// The same with another clock.
    #[must_use]
    pub fn at(mut self, now: Clock) -> Self {
        self.now = now;
        self
    }
}

/// A repair that could not be made now; the next sweep tries again.
#[derive(Debug, thiserror::Error)]
pub enum RepairError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The object store.
    #[error(transparent)]
    Objects(#[from] ObjectError),
    /// A queue.
    #[error(transparent)]
    Queue(#[from] QueueError),
    /// Either, while deleting.
    #[error(transparent)]
    Disposal(#[from] DisposalError),
}

/// How many repairs of each kind a sweep made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sweep {
    /// Jobs announced again or ended.
    pub jobs: usize,
    /// Uploads announced again or expired.
    pub uploads: usize,
    /// Trash entries emptied.
    pub trash: usize,
    /// Old datasets deleted.
    pub datasets: usize,
    /// Accounts of which everything is deleted.
    pub accounts: usize,
}

/// One round of all repairs. One kind that fails does not keep the others from being made.
pub async fn sweep(app: &App) -> Sweep {
    let done = Sweep {
        jobs: counted("jobs", recover_jobs::recover(app).await),
        uploads: counted("uploads", expire_uploads::expire(app).await),
        trash: counted("trash", empty_trash::empty(app).await),
        datasets: counted("datasets", delete_old_datasets::delete_old(app).await),
        accounts: counted("accounts", purge_accounts::purge(app).await),
    };
    tracing::info!(?done, "swept");
    done
}

fn counted(kind: &str, outcome: Result<usize, RepairError>) -> usize {
    outcome.unwrap_or_else(|error| {
        tracing::error!(kind, %error, "sweep stopped early");
        0
    })
}

/// Repairs entry after entry and counts; one that fails is left to the next sweep and does not
/// keep those behind it from being repaired.
async fn each(
    entries: Vec<SweepEntry>,
    repair: impl AsyncFn(SweepEntry) -> Result<bool, RepairError>,
) -> usize {
    let mut repaired = 0;
    for entry in entries {
        let key = entry.key.clone();
        match repair(entry).await {
            Ok(done) => repaired += usize::from(done),
            Err(error) => tracing::error!(key, %error, "repair failed"),
        }
    }
    repaired
}
