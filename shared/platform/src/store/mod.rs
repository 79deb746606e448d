//! Records in DynamoDB. SDK types stop here.
//!
//! Three tables: `users` (only the auth function), `sessions` (auth writes, every HTTP function
//! reads one row a request) and `core` (everything else, partitioned by owner). Every function
//! here is one access pattern of `docs/DATA-MODEL.md` and cites its id.

mod artifacts;
mod attempts;
mod core;
mod credentials;
mod datasets;
mod error;
mod idempotency;
mod item;
mod jobs;
mod outputs;
mod page;
mod purge;
mod quotas;
mod runs;
mod sessions;
mod sweep;
mod tokens;
mod trainings;
mod trash;
mod users;

pub use self::core::Core;
pub use datasets::{Promotion, Schema};
pub use error::StoreError;
pub use idempotency::{Begun, Idempotency, StoredAnswer};
pub use jobs::Ending;
pub use outputs::Recorded;
pub use page::{Page, PageRequest};
pub use sessions::Sessions;
pub use sweep::{SweepEntry, SweepKind};
pub use trainings::{Finish, FinishedTraining};
pub use trash::Trash;
pub use users::Users;
